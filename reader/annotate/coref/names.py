"""People's names: which of them are one person's.

A surname or a given name alone goes to the person whose full name holds it, the one spoken of
last where two have it. Two people are never joined by one shared name: given names, initials,
generations (Jr.) and genders must agree. In the manner of the strict name sieves of Lee et al.
(2013), "Deterministic coreference resolution based on entity-centric, precision-ranked rules".
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from reader.annotate.coref.candidates import Candidate
from reader.annotate.coref.clusters import Clusters, Link
from reader.annotate.coref.lexicon import Lexicon, listed
from reader.annotate.coref.naming import Gender
from reader.annotate.words import Words

_PARTICLES = listed(
    "de da do dos das del della di du la le les van von der den ter ten af al el bin ibn ben "
    "abu st y e"
)
_GENERATIONS = listed("jr sr i ii iii iv v vi vii viii ix x xi xii xiv xvi junior senior")
KIN = listed(
    "wife husband son daughter brother sister father mother widow widower cousin nephew niece "
    "uncle aunt grandson granddaughter grandfather grandmother stepson stepdaughter"
)
_NUMBERS = _GENERATIONS - {"jr", "sr", "junior", "senior"}
_NEAR = 2
"""Sentences in which the person named last is meant by a surname, whoever is named more often."""
_CALLED = 2
_MOST_NAMESAKES = 40
"""More full names with one surname than this are not compared with each other."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """A full name's parts."""

    given: tuple[str, ...]
    surname: str
    generation: str


def split_name(name: tuple[str, ...]) -> PersonName:
    """Return the parts of a name of two words or more, lower case."""
    generation = ""
    if len(name) > 1 and name[-1] in _GENERATIONS:
        generation, name = name[-1], name[:-1]
    return PersonName(name[:-1], bare(name[-1]), generation)


def bare(word: str) -> str:
    """Return a surname without an Arabic article and without stops."""
    for article in ("al-", "el-", "ad-", "as-", "ash-", "an-", "ar-", "at-"):
        if word.startswith(article) and len(word) > len(article) + 2:
            return word[len(article) :]
    return word.strip(".")


def _short_key(name: tuple[str, ...]) -> tuple[str, ...]:
    """Return a name as it is looked up: without articles in it and without a generation."""
    key = tuple(bare(word) for word in name)
    return key[:-1] if len(key) > 1 and key[-1] in _GENERATIONS else key


def _number(one: Candidate) -> str:
    """Return a ruler's number: "Charles *III*"."""
    return one.name[-1] if len(one.name) > 1 and one.name[-1] in _NUMBERS else ""


def _is_kin(one: Candidate, words: Words) -> bool:
    """Return whether a name is of somebody's wife, or of somebody whose wife is spoken of."""
    before = words.lower[max(one.first - 2, 0) : one.first]
    return any(words.lower[i] in KIN for i in range(one.first, one.core)) or (
        len(before) == 2 and before[0] in KIN and before[1] == "of"
    )


def compatible(one: tuple[str, ...], two: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Return whether two full names can be one person's.

    "Donald J. Trump" and "Donald Trump" can, "Bill Clinton" and "Hillary Clinton" cannot, nor
    can "John Smith" and "John Smith Jr." with different generations.
    """
    a, b = split_name(one), split_name(two)
    if a.surname != b.surname or (a.generation and b.generation and a.generation != b.generation):
        return False
    first, second = a.given[0], b.given[0]
    if not _same_given(first, second, lexicon):
        return False
    middles = [[part for part in name.given[1:] if part not in _PARTICLES] for name in (a, b)]
    if not (middles[0] and middles[1]):
        return True
    return any(_same_given(x, y, lexicon) for x in middles[0] for y in middles[1])


def _same_given(one: str, two: str, lexicon: Lexicon) -> bool:
    one, two = one.rstrip("."), two.rstrip(".")
    if one == two:
        return True
    short, long = sorted((one, two), key=len)
    letters = short.replace(".", "")
    if len(letters) == 1:
        return long.startswith(letters)
    if len(letters) == 2 and "." in short:  # "J.K."
        return long.startswith(letters[0])
    return two in lexicon.nickname.get(one, ())


@dataclass(slots=True)
class _People:
    """What is known of the persons while the names are gone through in text order."""

    gender: dict[int, Gender]
    seen: dict[int, int]
    """Where each cluster was last named."""
    count: Counter[int]
    """How often each cluster was named."""
    acts: set[int]
    """Who was the subject of a verb."""
    kin: set[int]
    """Who is introduced as somebody's wife, son …: a bare surname seldom means them."""
    number: dict[int, str] = field(default_factory=dict)
    """The number that tells a ruler from others of the name: iii."""

    def admits(self, home: int, one: Candidate, *, numbered: bool) -> bool:
        """Return whether gender and number allow a name for a person.

        Args:
            home: The person's cluster.
            one: The name.
            numbered: Whether a number in the name must be known of the person.
        """
        known, number = self.number.get(home, ""), _number(one)
        same = known == number or not number or not (known or numbered)
        return same and _genders_agree(one.gender, self.gender.get(home, "?"))

    def learn(self, home: int, one: Candidate) -> None:
        """Note what a name tells of its person."""
        if one.gender in ("m", "f"):
            self.gender.setdefault(home, one.gender)
        if _number(one):
            self.number.setdefault(home, _number(one))


def link_people(
    candidates: list[Candidate], words: Words, lexicon: Lexicon, clusters: Clusters
) -> None:
    """Join the names of each person in `clusters`."""
    people = [i for i, one in enumerate(candidates) if one.form == "name" and one.kind == "person"]
    full = [i for i in people if len(_short_key(candidates[i].name)) > 1]
    _join_full(full, candidates, words, lexicon, clusters)
    holders = _short_forms(full, candidates, lexicon, clusters)
    state = _People(
        {}, {}, Counter(), set(), {clusters.find(i) for i in full if _is_kin(candidates[i], words)}
    )
    for i in full:
        state.learn(clusters.find(i), candidates[i])
    alone: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i in people:
        one = candidates[i]
        key = _short_key(one.name)
        if key in holders and clusters.find(i) == i and i not in clusters.links:
            _link_short(i, one, holders[key], alone[key], state, candidates, words, clusters)
        elif len(key) == 1:
            _link_alone(i, alone[key], state, candidates, words, clusters)
        state.seen[clusters.find(i)] = one.head
        state.count[clusters.find(i)] += 1
        if words.role[one.head] == "subj":
            state.acts.add(clusters.find(i))


def _join_full(
    full: list[int],
    candidates: list[Candidate],
    words: Words,
    lexicon: Lexicon,
    clusters: Clusters,
) -> None:
    exact: dict[tuple[str, ...], int] = {}
    buckets: dict[str, list[int]] = defaultdict(list)
    for i in full:
        name = candidates[i].name
        turned = (*name[1:], name[0])  # "Higuchi Ichiyo" is "Ichiyo Higuchi"
        if name not in exact and len(name) == 2 and turned in exact:
            name = turned
        if name in exact:
            clusters.join(
                i,
                exact[name],
                Link(f"same name as {text_of(exact[name], candidates, words)}", 0.98),
            )
            continue
        exact[name] = i
        bucket = buckets[split_name(name).surname]
        kin = _is_kin(candidates[i], words)  # "Tom A. Lee, son of Tom Lee": two
        fits = [
            j
            for j in bucket[-_MOST_NAMESAKES:]
            if compatible(name, candidates[j].name, lexicon)
            and _is_kin(candidates[j], words) == kin
        ]
        homes = {clusters.find(j) for j in fits}
        # "J. Smith" fits both John and Jane: then it is neither's.
        if len(homes) == 1 and _genders_agree(candidates[i].gender, candidates[fits[0]].gender):
            rule = f"form of the name {text_of(fits[0], candidates, words)}"
            clusters.join(i, fits[0], Link(rule, 0.93))
        bucket.append(i)


def _short_forms(
    full: list[int], candidates: list[Candidate], lexicon: Lexicon, clusters: Clusters
) -> dict[tuple[str, ...], dict[int, int]]:
    """Return the persons that each end or beginning of a name may stand for.

    The number is 0 where a person's surname or the like is the short form, 1 where it is the
    given name and 2 where it stands for that, as Greg does for Gregory: of "Maria Chen" and
    "Chen Li" the first is rather meant by "Chen".
    """
    holders: dict[tuple[str, ...], dict[int, int]] = defaultdict(dict)
    for i in full:
        name = _short_key(candidates[i].name)
        home = clusters.find(i)
        if "of" in name:  # "Theodorus of Tabennese" is no Tabennese
            holders[name[: name.index("of")]].setdefault(home, 0)
            continue
        for start in range(1, len(name)):
            holders[name[start:]][home] = 0
        holders[name[:1]].setdefault(home, 1)
        for short in lexicon.nickname.get(name[0], ()):
            holders[short,].setdefault(home, _CALLED)
        if len(name) > 2:
            # "Gabriel García Márquez" is "García Márquez" and at times "García".
            holders[name[1:2]].setdefault(home, 1)
            holders[name[:2]].setdefault(home, 1)
    return holders


def _link_short(
    i: int,
    one: Candidate,
    homes: dict[int, int],
    alone: list[int],
    state: _People,
    candidates: list[Candidate],
    words: Words,
    clusters: Clusters,
) -> None:
    agree = [h for h in sorted(homes) if state.admits(h, one, numbered=True)]
    closest = min((homes[h] for h in agree), default=0)
    fits = [h for h in agree if homes[h] == closest]
    fits = [h for h in fits if h not in state.kin] or fits
    if closest == _CALLED and len(fits) > 1:
        fits = []
    if not any(state.seen.get(h, len(words)) < one.head for h in fits):
        fits = [h for h in fits if homes[h] == 0]  # a surname at most is said before the full name
    if not fits:
        _link_alone(i, alone, state, candidates, words, clusters)
        return
    before = [h for h in fits if state.seen.get(h, len(words)) < one.head]
    # Relatives are named in passing: the surname alone is of who does something, and often.
    acting = [h for h in before if h in state.acts] or before
    home = max(acting, key=lambda h: state.seen[h]) if acting else min(fits)
    if len(acting) > 1 and words.sentence[one.head] - words.sentence[state.seen[home]] > _NEAR:
        home = max(acting, key=lambda h: (state.count[h], state.seen[h]))
    clear = before and closest != _CALLED
    sure = 0.6 if len(fits) > 1 else 0.95 if clear else 0.85
    said = "surname" if bare(one.name[-1]) == bare(candidates[home].name[-1]) else "short name"
    clusters.join(i, home, Link(f"{said} of {text_of(home, candidates, words)}", sure))
    state.learn(clusters.find(i), one)


def _link_alone(
    i: int,
    known: list[int],
    state: _People,
    candidates: list[Candidate],
    words: Words,
    clusters: Clusters,
) -> None:
    """Join a single name with the last one of the same wording, if titles and numbers allow."""
    one = candidates[i]
    for j in reversed(known):
        home = clusters.find(j)
        if state.admits(home, one, numbered=False):
            clusters.join(i, j, Link(f"same name as {text_of(j, candidates, words)}", 0.95))
            state.learn(clusters.find(i), one)
            return
    known.append(i)
    state.learn(clusters.find(i), one)


def _genders_agree(one: Gender, two: Gender) -> bool:
    return one == two or "?" in (one, two)


def text_of(mention: int, candidates: list[Candidate], words: Words) -> str:
    """Return a name as it is written, without titles."""
    one = candidates[mention]
    return words.between(one.core, one.last)
