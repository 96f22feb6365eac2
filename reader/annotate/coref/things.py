"""Names of organisations, places and whatever else is no person: which of them are one entity's.

The same wording, another name of the same country, an acronym, or a short form that leaves out
where a body is ("Defense Ministry") or what it is ("Labour"). Two bodies that differ in any
other word stay apart, so that North and South, or two ministries, are never one.
"""

from collections import defaultdict

from reader.annotate.coref.candidates import Candidate
from reader.annotate.coref.clusters import Link
from reader.annotate.coref.evidence import Evidence
from reader.annotate.coref.lexicon import CLUBS, Lexicon
from reader.annotate.coref.refs import city, country_code, is_part
from reader.annotate.words import Words
from reader.word_lists import listed

_LEGAL = listed("inc inc. corp corp. ltd ltd. llc plc co co. ag gmbh sa nv bv spa oyj ab as")
_SMALL = listed("of the and for in at on & to de la du des und für von")
_LINKING = frozenset(["of", "for", "in", "at", "on", "against"])
_GENERIC = listed(
    "party group company corporation holdings news newspaper magazine agency organization "
    "organisation foundation university college airlines airways motors bank council fc "
    "united city club team union association league times post daily press network movement church "
    "pharma pharmaceuticals therapeutics energy foods industries technologies systems software "
    "capital partners"
)
_GENERIC_OR_LEGAL = _GENERIC | _LEGAL
_HOUSES = listed("house county city state chamber")
"""What is the short form of a body's name only before "of": House of Representatives."""
_SIDES = frozenset(("north", "south", "east", "west"))
_LONGEST_ACRONYM = 7


def link_things(evidence: Evidence) -> None:
    """Join the names of each entity that is no person."""
    candidates, words, lexicon = evidence.candidates, evidence.words, evidence.lexicon
    # "Two" and "Tuesday" are not the same two and the same Tuesday each time.
    names = [
        i
        for i, one in enumerate(candidates)
        if one.form == "name" and one.kind not in ("person", "amount", "time")
    ]
    first: dict[tuple[str, ...], int] = {}
    for i in names:
        key = key_of(candidates[i], words, lexicon)
        if key in first:
            said = evidence.name_of(first[key])
            evidence.clusters.join(i, first[key], Link(f"same name as {said}", 0.97))
        else:
            first[key] = i
    _link_brackets(names, evidence)
    distinct = [i for i in first.values() if candidates[i].kind in ("org", "thing", "event")]
    _link_acronyms(distinct, evidence)
    sides = [i for i in first.values() if candidates[i].kind == "place"]
    _link_short(distinct + sides, evidence)


def key_of(one: Candidate, words: Words, lexicon: Lexicon) -> tuple[str, ...]:
    """Return what two names share when they are one name: kind, then words or country."""
    text = " ".join(words.text[one.core : one.last + 1])
    name = one.name
    if one.kind == "place":
        code = country_code(text)
        if code and not is_part(text):
            return ("place", code)
        if len(name) > 1 and name[-1] in ("d.c", "dc", "city") and name[0] != "city":
            name = name[:-1]
        return ("place", *name)
    if one.kind == "norp":
        country = lexicon.demonym.get(" ".join(name))
        return ("norp", country) if country else ("norp", *name[:-1], name[-1].removesuffix("s"))
    while len(name) > 1 and name[-1] in _LEGAL:
        name = name[:-1]
    for width in (2, 1):  # "U.S. Congress" is "United States Congress"
        code = country_code(" ".join(name[:width])) if len(name) > width else None
        if code and not is_part(" ".join(name[:width])):
            name = (code, *name[width:])
            break
    return ("other", *(word.replace(".", "") for word in name))


def _link_brackets(names: list[int], evidence: Evidence) -> None:
    """Join "North Atlantic Treaty Organization (NATO)" where both are names."""
    candidates, words = evidence.candidates, evidence.words
    at = {candidates[i].core: i for i in names}
    for i in names:
        after = candidates[i].last + 1
        if after < len(words) and words.text[after] in ("(", "[") and after + 1 in at:
            j = at[after + 1]
            short = "".join(candidates[j].name).replace(".", "")
            if sum(map(str.isupper, words.text[after + 1])) > 1 and _letters_in_order(
                short, "".join(candidates[i].name)
            ):
                said = evidence.name_of(i)
                evidence.clusters.join(j, i, Link(f"abbreviation of {said}", 0.95))


def _letters_in_order(short: str, long: str) -> bool:
    letters = iter(long)
    return bool(short) and short[0] == long[0] and all(letter in letters for letter in short)


def _link_acronyms(distinct: list[int], evidence: Evidence) -> None:
    """Join "NATO" with the one name whose words begin with these letters."""
    candidates, words, clusters = evidence.candidates, evidence.words, evidence.clusters
    holders: dict[str, set[int]] = defaultdict(set)
    for i in distinct:
        name = candidates[i].name
        if len(name) > 1:
            big = [word for word in name if word not in _SMALL]
            for parts in (big, list(name), [w for w in name if w not in ("the", "and", "&")]):
                holders["".join(word[0] for word in parts)].add(clusters.find(i))
    for i in distinct:
        one = candidates[i]
        short = "".join(one.name).replace(".", "")
        if (
            len(one.name) == 1
            and 1 < len(short) <= _LONGEST_ACRONYM
            and words.text[one.last].isupper()
        ):
            homes = {clusters.find(home) for home in holders.get(short, ())}
            if len(homes) == 1 and homes != {clusters.find(i)}:
                home = homes.pop()
                said = evidence.name_of(home)
                clusters.join(i, home, Link(f"abbreviation of {said}", 0.9))


def _link_short(distinct: list[int], evidence: Evidence) -> None:
    """Join a short name with the one name that it may be short for."""
    candidates, clusters = evidence.candidates, evidence.clusters
    words, lexicon = evidence.words, evidence.lexicon
    holders: dict[tuple[str, ...], set[int]] = defaultdict(set)
    opened = _opened(distinct, candidates)
    people = {
        word
        for one in candidates
        if one.kind == "person" and len(one.name) > 1
        for word in one.name
    }
    for i in distinct:
        for form in _short_forms(candidates[i].name, lexicon):
            holders[form].add(i)
    for i in distinct:
        one = candidates[i]
        if one.kind != "org" and len(one.name) < 2 and one.name[0] not in _SIDES:
            continue
        homes = {clusters.find(j) for j in holders.get(one.name, ()) if j != i} - {clusters.find(i)}
        if not homes and _may_open(one, words, lexicon) and one.name[0] not in people:
            homes = {clusters.find(j) for j in opened.get(one.name[0], ())}
            homes = homes if all(home < i for home in homes) else set()
        if len(homes) == 1:
            home = homes.pop()
            said = evidence.name_of(home)
            clusters.join(i, home, Link(f"short for {said}", 0.85))


def _opened(distinct: list[int], candidates: list[Candidate]) -> dict[str, list[int]]:
    """Return bodies by the first word of their names: *Helix* Pharma plc."""
    found: dict[str, list[int]] = defaultdict(list)
    for i in distinct:
        name = candidates[i].name
        if candidates[i].kind == "org" and len(name) > 1 and not _SMALL & set(name):
            found[name[0]].append(i)
    return found


def _may_open(one: Candidate, words: Words, lexicon: Lexicon) -> bool:
    """Return whether a body's name may be the first word of a longer one.

    Abbreviations, places, kinds of bodies and bodies known by one word are themselves: NASA is
    not the NASA Alumni League, nor the Senate what the Senate Press is.
    """
    low = one.name[0]
    return (
        one.kind == "org"
        and len(one.name) == 1
        and not words.text[one.last].isupper()
        and not _is_place(low, lexicon)
        and low not in lexicon.bodies
        and low not in lexicon.org_heads
        and not lexicon.is_group(low)
        and city(low, frozenset()) is None
    )


def _short_forms(name: tuple[str, ...], lexicon: Lexicon) -> set[tuple[str, ...]]:
    """Return what a name is cut down to: without its place, its kind, or what follows "of"."""
    forms = _without_place(name, lexicon)
    if name[0] in _SIDES and len(name) == 2:
        forms.add(name[:1])  # "the North"
    if len(name) > 1 and name[-1] in CLUBS:
        forms.add(name[-1:])  # "United"
    plural = name[-1].endswith("s") and name[-1] not in _GENERIC and not _SMALL & set(name)
    for cut in range(1, len(name)):
        head, rest = name[:cut], name[cut:]
        if plural:
            forms.add(rest)  # teams and papers: "the Red Sox", "the Pirates"
        if rest[0] in _LINKING and cut > 1:
            forms.add(head)
        if _GENERIC_OR_LEGAL.issuperset(rest) and not _is_place(head[-1], lexicon):
            forms.add(head)
    if len(name) > 2 and name[0] in ("church", "order") and name[1] == "of":
        forms.add(name[2:])
    kind = name[0] if "of" in name or "for" in name else name[-1]
    if len(name) > 1 and (lexicon.is_group(kind) or ("of" in name and kind in _HOUSES)):
        forms.add((kind,))  # "the Commission", "the Society"
    return forms


def _without_place(name: tuple[str, ...], lexicon: Lexicon) -> set[tuple[str, ...]]:
    """Return a name without the places that it begins with: Russian Defense Ministry."""
    forms: set[tuple[str, ...]] = set()
    start = 0
    while start < len(name) - 1:
        two = len(name) - start > 2 and country_code(" ".join(name[start : start + 2]))
        if not two and not _is_place(name[start], lexicon):
            break
        start += 2 if two else 1
        forms.add(name[start:])
    return forms


def _is_place(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.demonym or country_code(word) is not None
