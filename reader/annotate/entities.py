"""What the mentions stand for: a name, a type, other names and an identifier for each cluster.

``ref`` is ``iso3166:RU`` for a country, its adjective and its people, and ``geonames:524901`` for
a town. A capital that acts ("Moscow said") stays a place of its own, but carries its country's
code: the government is meant.
"""

from collections import Counter, defaultdict
from typing import get_args

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from reader.annotate.coref.candidates import PRONOUNS
from reader.annotate.coref.lexicon import lexicon
from reader.annotate.coref.refs import city, country_code, seat_of
from reader.annotate.spans import EntityRecord, MentionSpan, register_extensions
from reader.model.layer import EntityType

_TYPES: dict[str, EntityType] = {name: name for name in get_args(EntityType)} | {"PER": "PERSON"}
"""A recogniser's label → the layer's type."""
_PLACES = frozenset(("GPE", "LOC", "FAC"))
_SUBJECTS = frozenset(("nsubj", "nsubj:outer", "nsubj:pass", "nsubjpass"))
_PEOPLE = frozenset(("he", "she", "i", "we", "you"))
_DETERMINERS = frozenset(("det", "nmod:poss", "poss"))
_UNKNOWN = frozenset(("a", "an", "some", "any", "no", "one", "another", "each", "every"))
"""What leaves open which one is meant."""
_MOST_ALIASES = 12
_OFTEN = 5
"""A name said so much more often than with an adjective before it is the name."""


class Entities:
    """Set ``doc._.entities``: one record for each cluster number of ``doc._.mentions``."""

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with its entities."""
        doc._.entities = find_entities(doc)
        return doc


def find_entities(doc: Doc) -> tuple[EntityRecord, ...]:
    """Return what each cluster of ``doc._.mentions`` stands for, by cluster number."""
    clusters: dict[int, list[MentionSpan]] = defaultdict(list)
    for mention in doc._.mentions:
        clusters[mention.cluster].append(mention)
    describer = _Describer(doc)
    types = {number: describer.type_of(mentions) for number, mentions in clusters.items()}
    names = {n: describer.names(mentions, types[n]) for n, mentions in clusters.items()}
    codes = {
        n: describer.country(names[n])
        for n, type_ in types.items()
        if type_ in _PLACES or type_ == "NORP"
    }
    countries = frozenset(code for code in codes.values() if code)
    records = []
    for number in sorted(clusters):
        code = codes.get(number)
        ref = f"iso3166:{code}" if code else None
        name, *others = names[number]
        if ref is None and types[number] == "GPE":
            ref = describer.town(name, clusters[number], countries)
        records.append(EntityRecord(types[number], name, tuple(others[:_MOST_ALIASES]), ref))
    return tuple(records)


class _Describer:
    """Reads what the mentions of one cluster say of it."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._text = doc.text  # spaCy joins it anew at every call
        self._lists = lexicon()

    def _phrase(self, mention: MentionSpan) -> Span | None:
        return self._doc.char_span(*mention.span, alignment_mode="expand")

    def type_of(self, mentions: list[MentionSpan]) -> EntityType:
        """Return the type that most names have; without a name, what the noun says."""
        labels = (mention.label for mention in mentions if mention.form == "name")
        votes = Counter(_TYPES.get(label, "MISC") for label in labels if label)
        if votes:
            return votes.most_common(1)[0][0]
        nominals = (self._phrase(mention) for mention in mentions if mention.form == "nominal")
        phrases = [phrase for phrase in nominals if phrase is not None]
        if phrases:
            return self._type_described(phrases)
        people = any(PRONOUNS.get(m.span.of(self._text).lower()) in _PEOPLE for m in mentions)
        return "PERSON" if people else "MISC"

    def _type_described(self, phrases: list[Span]) -> EntityType:
        """Return the type of what has no name; "a Cold War-like alliance" is no organisation."""
        root, lists = phrases[0].root, self._lists
        if root.ent_type_ == "NORP" and lists.is_compatriot(root.lower_):
            return "PERSON"  # "the Dane"
        if root.ent_type_:  # "Russia and China"
            return _TYPES.get(root.ent_type_, "MISC")
        if lists.person_gender(root.lower_):
            return "PERSON"
        if lists.is_group(root.lower_):
            return "ORG" if any(_is_known(phrase.root) for phrase in phrases) else "MISC"
        if root.lower_ in lists.place:
            return "GPE" if lists.place[root.lower_] == "country" else "LOC"
        return "MISC"

    def names(self, mentions: list[MentionSpan], type_: EntityType) -> list[str]:
        """Return the fullest name, then the others, the most frequent first."""
        is_person = type_ == "PERSON"
        found: Counter[str] = Counter()
        for mention in mentions:
            if mention.form == "name":
                said = (mention.name or mention.span).of(self._text)
                found[" ".join((self._untitled(said) if is_person else said).split())] += 1
        del found[""]
        if not found:
            return [self._description(mentions)]
        first = max(found, key=lambda name: (len(name.split()), len(name), found[name]))
        adjective, _, rest = first.partition(" ")
        if found[rest] >= _OFTEN * found[first] and adjective.lower() in self._lists.demonym:
            first = rest  # "the English wikiHow" is no other name of wikiHow
        called = self._titled(first, mentions) if is_person else first
        names = {called.lower(): called}  # without regard to case, the first spelling
        for name, _ in found.most_common():
            names.setdefault(name.lower(), name)
        return list(names.values())

    def _description(self, mentions: list[MentionSpan]) -> str:
        """Return the longest description, or the first mention where there are pronouns alone."""
        said = [m.span.of(self._text) for m in mentions if m.form == "nominal"]
        return " ".join(max(said or [mentions[0].span.of(self._text)], key=len).split())

    def _titled(self, name: str, mentions: list[MentionSpan]) -> str:
        """Return a surname with the office that introduces it, if no fuller name is known."""
        first = next((mention for mention in mentions if mention.form == "name"), None)
        if first is None:
            return name
        words = self._text[first.span.start : (first.name or first.span).end].split()
        if len(words) != 2 or words[1] != name:
            return name
        office = words[0].lower()
        known = self._lists.titles.get(office) or self._lists.person_gender(office)
        return " ".join(words) if known else name

    def _untitled(self, name: str) -> str:
        parts = name.split()
        while len(parts) > 1 and (
            parts[0].lower() in self._lists.titles
            or (len(parts) > 2 and self._lists.person.get(parts[0].lower()))
        ):
            parts = parts[1:]
        return " ".join(parts)

    def country(self, names: list[str]) -> str | None:
        """Return the ISO 3166-1 code of the country that one of the names tells."""
        for name in names:
            low = name.lower().removeprefix("the ")
            code = country_code(name) or country_code(self._lists.demonym.get(low, ""))
            if code:
                return code
        return None

    def town(self, name: str, mentions: list[MentionSpan], countries: frozenset[str]) -> str | None:
        """Return the identifier of a place that is no country, or of whose government it acts.

        Args:
            name: The place's name.
            mentions: Where it is named.
            countries: Codes of the countries that the article speaks of.
        """
        seat = seat_of(name)
        if seat and any(self._acts(mention) for mention in mentions):
            return f"iso3166:{seat}"
        found = city(name, countries | {seat} if seat else countries)
        return f"geonames:{found.number}" if found else None

    def _acts(self, mention: MentionSpan) -> bool:
        """Return whether a place is what does something: the subject of a verb, or one of them."""
        span = self._phrase(mention)
        if span is None or mention.form != "name":
            return False
        word = span.root
        while word.dep_ == "conj" and word.head.i < word.i:
            word = word.head
        return word.dep_ in _SUBJECTS


def _is_known(noun: Token) -> bool:
    """Return whether a noun has an article or an owner that says which one is meant."""
    return any(
        child.dep_ in _DETERMINERS and child.lower_ not in _UNKNOWN for child in noun.children
    )


def make_entities(nlp: Language, name: str) -> Entities:
    """Return the component `newsreader_entities`; spaCy's factories want both arguments."""
    del nlp, name
    register_extensions()
    return Entities()


Language.factory("newsreader_entities", assigns=["doc._.entities"], func=make_entities)
