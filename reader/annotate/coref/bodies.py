"""Which body or place "the ministry", "the company" or "the country" means.

A name may say what kind of body it is of: Harbour *Trust*, *Ministry* of Works. For words that fit
any body it is the only one that was named a moment ago.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reader.annotate.coref.candidates import Candidate
from reader.annotate.coref.clusters import Link
from reader.annotate.coref.evidence import Evidence
from reader.annotate.coref.lexicon import Lexicon, singular
from reader.annotate.coref.refs import country_code
from reader.word_lists import by_word, listed

_NO_KIND = frozenset(("state", "office", "service", "center", "centre"))
"""What names hold that are called something else afterwards."""
_PREMISES = listed(
    "bakery bistro brewery cafe café dairy diner distillery factory farm garage gym hotel inn mill "
    "nursery pharmacy pub restaurant salon shop store supermarket tavern theatre winery"
)
_KNOWN = frozenset(("the", "this"))
_NEAR, _FAR = 3, 15
"""Sentences back that one looks for any body, and for one of a kind."""
_COMPANY = listed(
    "company firm corporation manufacturer carmaker automaker drugmaker chipmaker planemaker "
    "steelmaker shipbuilder housebuilder brewer lender insurer retailer grocer miner startup giant "
    "operator developer supplier publisher"
)
"""What a company may be called, whatever it is named."""
_ANY = _COMPANY | listed(
    "organization organisation group agency institution body alliance bloc outfit"
)
"""What nearly any body may be called."""
_PUBLIC = listed(
    "office ministry department agency council court police parliament government army force "
    "service commission authority committee university school college party union federation "
    "association league alliance coalition movement club fund foundation trust charity church "
    "bureau reuters ap afp bloomberg dpa"
)
"""What is in the name of a body that is no company; and the agencies that reports come from."""
_OFTEN, _LEAD = 3, 2
"""So often a body is mentioned, and so much more often than any other, that it is the topic."""
_APPOSED = _ANY | listed(
    "party team club side squad movement coalition chain brand newspaper magazine network band bar "
    "restaurant"
)
"""What stands behind a body's name and adds nothing: "the Sea Org *group*"."""
_COUNTRY = frozenset(("country", "nation"))
_CALLED = by_word(
    {
        "charity": "fund foundation trust appeal charity",
        "newspaper paper daily": "times post herald tribune journal gazette guardian telegraph "
        "observer chronicle mail mirror examiner inquirer sentinel courier argus echo advertiser",
        "airline carrier": "airlines airways air",
        "company firm": "inc corp ltd plc llc holdings industries technologies",
        "club side team": "fc united rovers wanderers athletic albion hotspur",
        "hospital": "infirmary clinic",
        "bank": "bancorp",
        "regulator watchdog": "authority commission",
        "agency": "administration bureau office",
        "force": "police constabulary",
        "drugmaker": "pharma pharmaceuticals therapeutics",
        "carmaker automaker": "motors",
    }
)
"""What a body is called after a word that its name ends with."""


@dataclass(slots=True)
class Bodies:
    """The bodies and countries named so far."""

    kinds: dict[str, deque[int]] = field(
        default_factory=lambda: defaultdict(lambda: deque(maxlen=4))
    )
    """The last mentions of each kind, by its noun."""
    any: deque[int] = field(default_factory=lambda: deque(maxlen=6))
    countries: deque[int] = field(default_factory=lambda: deque(maxlen=6))

    def add(self, i: int, one: Candidate, lexicon: Lexicon) -> None:
        """Remember a name."""
        for kind in kinds_of(one, lexicon):
            self.kinds[kind].append(i)
        if one.kind == "org":
            self.any.append(i)
        elif one.kind == "place" and country_code(" ".join(one.name)):
            self.countries.append(i)


def find_body(
    one: Candidate, bodies: Bodies, local: dict[str, int], evidence: Evidence
) -> tuple[int, Link] | None:
    """Return which body or country a description means.

    Args:
        one: The description.
        bodies: What was named before it.
        local: See `local_bodies`.
        evidence: The article.
    """
    if one.definite not in _KNOWN:
        return None
    noun = singular(one.word)
    beside = _apposed(one, noun, evidence)
    if beside is not None:
        return beside, Link(f"kind of body that {evidence.name_of(beside)} is", 0.75)
    if one.last > one.head:
        return None
    narrower = set(evidence.words.lower[one.first + 1 : one.head])
    named = bodies.kinds.get(noun, ())
    j = _of_kind(one, noun, narrower, named, evidence)
    if j is not None:
        return j, Link(f"kind of body that {evidence.name_of(j)} is", 0.75)
    if narrower:
        return None
    if noun in _COMPANY:
        companies = [j for j in bodies.any if not _is_public(evidence.candidates[j])]
        return _only(one, companies, "company", evidence)
    if noun in _ANY:
        return _only(one, bodies.any, "organisation", evidence)
    if noun in _COUNTRY:
        return _only(one, bodies.countries, "country", evidence)
    ahead = local.get(noun) if one.definite == "the" and not named else None
    if ahead is None:
        return None
    return ahead, Link(f"only body of that kind: {evidence.name_of(ahead)}", 0.7)


def _of_kind(
    one: Candidate, noun: str, narrower: set[str], named: Sequence[int], evidence: Evidence
) -> int | None:
    """Return the last body of a kind whose name holds the words that narrow a description."""
    sentence = evidence.words.sentence
    sole = one.definite == "the" and len({evidence.clusters.find(j) for j in named}) == 1
    for j in reversed(named):
        name = evidence.candidates[j]
        close = sentence[one.head] - sentence[name.head] <= _FAR
        if (close or (sole and is_kind(noun, name))) and narrower <= set(name.name):
            return j
    return None


def _apposed(one: Candidate, noun: str, evidence: Evidence) -> int | None:
    """Return the name in a description that is of what it describes: "the *M5S* party"."""
    if noun not in _APPOSED:
        return None
    for child in evidence.words.children[one.head]:
        j = evidence.by_head.get(child)
        if j is not None and evidence.candidates[j].form == "name" and child < one.head:
            name = evidence.candidates[j]
            return j if name.kind in ("org", "thing") and name.last == one.head - 1 else None
    return None


def _only(
    one: Candidate, named: Iterable[int], what: str, evidence: Evidence
) -> tuple[int, Link] | None:
    """Return the only one of several names that stands near a description, or the topic."""
    words, members = evidence.words, evidence.clusters.members
    near = {
        evidence.clusters.find(j): j
        for j in named
        if words.sentence[one.head] - words.sentence[evidence.candidates[j].head] <= _NEAR
    }
    if not near:
        return None
    first, *others = sorted(near, key=lambda home: -len(members[home]))
    size = len(members[first])
    if others and (size < _OFTEN or size < _LEAD * len(members[others[0]])):
        return None
    j = near[first]
    why = "topic, a" if others else "only"
    return j, Link(f"{why} {what} near: {evidence.name_of(j)}", 0.55)


def _is_public(one: Candidate) -> bool:
    """Return whether a name says that its body is no company: Serious Fraud *Office*."""
    return not _PUBLIC.isdisjoint(map(singular, one.name))


def kinds_of(one: Candidate, lexicon: Lexicon) -> set[str]:
    """Return the nouns for bodies or places, singular, that a body's or place's name holds."""
    if one.kind not in ("org", "place"):
        return set()
    known = lexicon.group | _PREMISES if one.kind == "org" else lexicon.place.keys()
    kinds = ({singular(word) for word in one.name} & known) - _NO_KIND
    if one.kind == "org" and len(one.name) > 1:
        told = one.name[0] if one.name[0] == "police" else one.name[-1]  # "Police Scotland"
        kinds.update(_CALLED.get(told, "").split())
    return kinds


def is_kind(noun: str, name: Candidate) -> bool:
    """Return whether an organisation's name says that it is one: "Harbour *Trust*"."""
    return name.kind == "org" and len(name.name) > 1 and noun in _heads_of(name)


def _heads_of(one: Candidate) -> set[str]:
    """Return what a name ends with, or begins with before "of", singular."""
    return {singular(one.name[-1]), singular(one.name[0]) if "of" in one.name else ""}


def local_bodies(evidence: Evidence) -> dict[str, int]:
    """Return the bodies named by place and kind ("Northport council") that are the only ones."""
    places = {one.name for one in evidence.candidates if one.form == "name" and one.kind == "place"}
    found: dict[str, dict[int, int]] = defaultdict(dict)
    for i, one in enumerate(evidence.candidates):
        if one.form == "name" and one.kind == "org" and len(one.name) > 1:
            found[singular(one.name[-1])].setdefault(evidence.clusters.find(i), i)
    return {
        kind: i
        for kind, bodies in found.items()
        for i in bodies.values()
        if len(bodies) == 1
        and kind in evidence.lexicon.group
        and evidence.candidates[i].name[:-1] in places
    }
