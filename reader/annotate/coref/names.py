"""People's names: which of them are one person's.

A surname or a given name alone goes to the person whose full name holds it, the one spoken of
last where two have it. Two people are never joined by one shared name (see ``person_name``), and
genders must agree. In the manner of the strict name sieves of Lee et al. (2013), "Deterministic
coreference resolution based on entity-centric, precision-ranked rules".
"""

from collections import Counter, defaultdict

from reader.annotate.coref.candidates import Candidate, is_person
from reader.annotate.coref.clusters import Link
from reader.annotate.coref.evidence import Evidence
from reader.annotate.coref.lexicon import KIN
from reader.annotate.coref.naming import Gender, genders_agree
from reader.annotate.coref.person_name import bare, compatible, number_of, short_key, split_name

_NEAR = 2
"""Sentences in which the person named last is meant by a surname, whoever is named more often."""
_CALLED = 2
_MOST_NAMESAKES = 40
"""More full names with one surname than this are not compared with each other."""


def link_people(evidence: Evidence) -> None:
    """Join the names of each person."""
    candidates, words, clusters = evidence.candidates, evidence.words, evidence.clusters
    people = [i for i, one in enumerate(candidates) if is_person(one)]
    full = [i for i in people if len(short_key(candidates[i].name)) > 1]
    _join_full(full, evidence)
    holders = _short_forms(full, evidence)
    state = _People(evidence, full)
    alone: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i in people:
        key = short_key(candidates[i].name)
        if key in holders and clusters.find(i) == i and i not in clusters.links:
            state.link_short(i, holders[key], alone[key])
        elif len(key) == 1:
            state.link_alone(i, alone[key])
        home = clusters.find(i)
        state.seen[home] = candidates[i].head
        state.count[home] += 1
        if words.role[candidates[i].head] == "subj":
            state.acts.add(home)


def _join_full(full: list[int], evidence: Evidence) -> None:
    """Join full names that are the same or forms of one name."""
    candidates, clusters = evidence.candidates, evidence.clusters
    exact: dict[tuple[str, ...], int] = {}
    buckets: dict[str, list[int]] = defaultdict(list)
    for i in full:
        name = candidates[i].name
        turned = (*name[1:], name[0])  # "Higuchi Ichiyo" is "Ichiyo Higuchi"
        if name not in exact and len(name) == 2 and turned in exact:
            name = turned
        if name in exact:
            same = exact[name]
            clusters.join(i, same, Link(f"same name as {evidence.name_of(same)}", 0.98))
            continue
        exact[name] = i
        bucket = buckets[split_name(name).surname]
        kin = _is_kin(i, evidence)  # "Tom A. Lee, son of Tom Lee": two
        fits = [
            j
            for j in bucket[-_MOST_NAMESAKES:]
            if compatible(name, candidates[j].name, evidence.lexicon)
            and _is_kin(j, evidence) == kin
        ]
        homes = {clusters.find(j) for j in fits}
        # "J. Smith" fits both John and Jane: then it is neither's.
        if len(homes) == 1 and genders_agree(candidates[i].gender, candidates[fits[0]].gender):
            rule = f"form of the name {evidence.name_of(fits[0])}"
            clusters.join(i, fits[0], Link(rule, 0.93))
        bucket.append(i)


def _is_kin(i: int, evidence: Evidence) -> bool:
    """Return whether a name is of somebody's wife, or of somebody whose wife is spoken of."""
    one, lower = evidence.candidates[i], evidence.words.lower
    before = lower[max(one.first - 2, 0) : one.first]
    return not KIN.isdisjoint(lower[one.first : one.core]) or (
        len(before) == 2 and before[0] in KIN and before[1] == "of"
    )


def _short_forms(full: list[int], evidence: Evidence) -> dict[tuple[str, ...], dict[int, int]]:
    """Return the persons that each end or beginning of a name may stand for.

    The number is 0 where a person's surname or the like is the short form, 1 where it is the
    given name and 2 where it stands for that, as Greg does for Gregory: of "Maria Chen" and
    "Chen Li" the first is rather meant by "Chen".
    """
    holders: dict[tuple[str, ...], dict[int, int]] = defaultdict(dict)
    for i in full:
        name = short_key(evidence.candidates[i].name)
        home = evidence.clusters.find(i)
        if "of" in name:  # "Theodorus of Tabennese" is no Tabennese
            holders[name[: name.index("of")]].setdefault(home, 0)
            continue
        for start in range(1, len(name)):
            holders[name[start:]][home] = 0
        holders[name[:1]].setdefault(home, 1)
        for short in evidence.lexicon.nickname.get(name[0], ()):
            holders[short,].setdefault(home, _CALLED)
        if len(name) > 2:
            # "Gabriel García Márquez" is "García Márquez" and at times "García".
            holders[name[1:2]].setdefault(home, 1)
            holders[name[:2]].setdefault(home, 1)
    return holders


class _People:
    """What is known of the persons while the names are gone through in text order.

    Args:
        evidence: The article, its full names joined.
        full: The full names.
    """

    def __init__(self, evidence: Evidence, full: list[int]) -> None:
        self._evidence = evidence
        self._find = evidence.clusters.find
        self.seen: dict[int, int] = {}
        """Where each cluster was last named."""
        self.count: Counter[int] = Counter()
        """How often each cluster was named."""
        self.acts: set[int] = set()
        """Who was the subject of a verb."""
        # A bare surname seldom means those who are introduced as somebody's wife, son …
        self._kin = {self._find(i) for i in full if _is_kin(i, evidence)}
        self._gender: dict[int, Gender] = {}
        self._number: dict[int, str] = {}  # what tells a ruler from others of the name: iii
        for i in full:
            self._learn(i)

    def link_short(self, i: int, homes: dict[int, int], alone: list[int]) -> None:
        """Join a short name with the person whom it most likely means.

        Args:
            i: The name.
            homes: Who may be meant, see `_short_forms`.
            alone: The names of the same wording that are nobody's of these.
        """
        evidence = self._evidence
        words, one = evidence.words, evidence.candidates[i]
        fits = self._closest(one, homes)
        before = [h for h in fits if self.seen.get(h, len(words)) < one.head]
        if not before:
            fits = [h for h in fits if homes[h] == 0]  # only a surname comes before a full name
        if not fits:
            self.link_alone(i, alone)
            return
        # Relatives are named in passing: the surname alone is of who does something, and often.
        acting = [h for h in before if h in self.acts] or before
        home = max(acting, key=lambda h: self.seen[h]) if acting else min(fits)
        if len(acting) > 1 and words.sentence[one.head] - words.sentence[self.seen[home]] > _NEAR:
            home = max(acting, key=lambda h: (self.count[h], self.seen[h]))
        clear = before and homes[home] != _CALLED
        sure = 0.6 if len(fits) > 1 else 0.95 if clear else 0.85
        surname = bare(one.name[-1]) == bare(evidence.candidates[home].name[-1])
        said = "surname" if surname else "short name"
        evidence.clusters.join(i, home, Link(f"{said} of {evidence.name_of(home)}", sure))
        self._learn(i)

    def _closest(self, one: Candidate, homes: dict[int, int]) -> list[int]:
        """Return the persons whose name a short one stands for in the closest way."""
        agree = [h for h in sorted(homes) if self._admits(h, one, numbered=True)]
        closest = min((homes[h] for h in agree), default=0)
        fits = [h for h in agree if homes[h] == closest]
        fits = [h for h in fits if h not in self._kin] or fits
        return [] if closest == _CALLED and len(fits) > 1 else fits

    def link_alone(self, i: int, known: list[int]) -> None:
        """Join a single name with the last one of the same wording, if titles and numbers allow."""
        evidence = self._evidence
        one = evidence.candidates[i]
        for j in reversed(known):
            if self._admits(self._find(j), one, numbered=False):
                evidence.clusters.join(i, j, Link(f"same name as {evidence.name_of(j)}", 0.95))
                break
        else:
            known.append(i)
        self._learn(i)

    def _admits(self, home: int, one: Candidate, *, numbered: bool) -> bool:
        """Return whether gender and number allow a name for a person.

        Args:
            home: The person's cluster.
            one: The name.
            numbered: Whether a number in the name must be known of the person.
        """
        known, number = self._number.get(home, ""), number_of(one.name)
        same = known == number or not number or not (known or numbered)
        return same and genders_agree(one.gender, self._gender.get(home, "?"))

    def _learn(self, i: int) -> None:
        """Note what a name tells of its person."""
        one, home = self._evidence.candidates[i], self._find(i)
        if one.gender in ("m", "f"):
            self._gender.setdefault(home, one.gender)
        if number := number_of(one.name):
            self._number.setdefault(home, number)
