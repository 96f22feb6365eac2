"""What the mentions stand for: a name, a type, other names and an identifier for each cluster.

``ref`` is ``iso3166:RU`` for a country, its adjective and its people, and ``geonames:524901`` for
a town. A capital that acts ("Moscow said") stays a place of its own, but carries its country's
code: the government is meant.
"""

from collections import Counter, defaultdict

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from reader.annotate.coref.candidates import PRONOUNS
from reader.annotate.coref.lexicon import TITLES, Lexicon, lexicon
from reader.annotate.coref.refs import city, country_code, seat_of
from reader.annotate.spans import EntityRecord, MentionSpan, register_extensions
from reader.model.layer import EntityType

_TYPES: dict[str, EntityType] = {
    "PERSON": "PERSON", "PER": "PERSON", "NORP": "NORP", "FAC": "FAC", "ORG": "ORG", "GPE": "GPE",
    "LOC": "LOC", "PRODUCT": "PRODUCT", "EVENT": "EVENT", "WORK_OF_ART": "WORK_OF_ART",
    "LAW": "LAW", "LANGUAGE": "LANGUAGE", "DATE": "DATE", "TIME": "TIME", "PERCENT": "PERCENT",
    "MONEY": "MONEY", "QUANTITY": "QUANTITY", "ORDINAL": "ORDINAL", "CARDINAL": "CARDINAL",
}  # fmt: skip
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
    lists = lexicon()
    text = doc.text  # spaCy joins it anew at every call
    clusters: dict[int, list[MentionSpan]] = defaultdict(list)
    for mention in doc._.mentions:
        clusters[mention.cluster].append(mention)
    types, names = {}, {}
    for number, mentions in clusters.items():
        named = [mention for mention in mentions if mention.form == "name"]
        types[number] = _type([mention.label for mention in named], mentions, text, doc, lists)
        said = [(mention.name or mention.span).of(text) for mention in named]
        names[number] = _names(said, types[number], mentions, text, lists)
    countries = frozenset(
        code
        for number in clusters
        if types[number] in _PLACES | {"NORP"}
        for code in [_country(names[number], lists)]
        if code
    )
    return tuple(
        EntityRecord(
            type=types[number],
            name=names[number][0],
            aliases=tuple(names[number][1 : 1 + _MOST_ALIASES]),
            ref=_ref(names[number], types[number], clusters[number], doc, countries, lists),
        )
        for number in sorted(clusters)
    )


def _type(
    labels: list[str], mentions: list[MentionSpan], text: str, doc: Doc, lists: Lexicon
) -> EntityType:
    votes = Counter(_TYPES.get(label, "MISC") for label in labels if label)
    if votes:
        return votes.most_common(1)[0][0]
    phrases = [
        span
        for mention in mentions
        if mention.form == "nominal"
        for span in [doc.char_span(*mention.span, alignment_mode="expand")]
        if span is not None
    ]
    if phrases:
        return _type_described(phrases, lists)
    people = any(PRONOUNS.get(m.span.of(text).lower()) in _PEOPLE for m in mentions)
    return "PERSON" if people else "MISC"


def _type_described(phrases: list[Span], lists: Lexicon) -> EntityType:
    """Return the type of what has no name; "a Cold War-like alliance" is no organisation yet."""
    root = phrases[0].root
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


def _is_known(noun: Token) -> bool:
    """Return whether a noun has an article or an owner that says which one is meant."""
    return any(
        child.dep_ in _DETERMINERS and child.lower_ not in _UNKNOWN for child in noun.children
    )


def _names(
    named: list[str], type_: EntityType, mentions: list[MentionSpan], text: str, lists: Lexicon
) -> list[str]:
    """Return the fullest name, then the others, the most frequent first."""
    found: Counter[str] = Counter()
    for words in named:
        name = " ".join((_untitled(words, lists) if type_ == "PERSON" else words).split())
        if name:
            found[name] += 1
    if not found:
        said = [m.span.of(text) for m in mentions if m.form == "nominal"]
        said = said or [mentions[0].span.of(text)]
        return [" ".join(max(said, key=len).split())]
    first = max(found, key=lambda name: (len(name.split()), len(name), found[name]))
    _, _, rest = first.partition(" ")
    if found[rest] >= _OFTEN * found[first] and first.split()[0].lower() in lists.demonym:
        first = rest  # "the English wikiHow" is no other name of wikiHow
    called = _titled(first, mentions, text, lists) if type_ == "PERSON" else first
    seen = {called.lower()}
    names = [called]
    for name, _ in found.most_common():
        if name.lower() not in seen:
            seen.add(name.lower())
            names.append(name)
    return names


def _titled(name: str, mentions: list[MentionSpan], text: str, lists: Lexicon) -> str:
    """Return a surname with the office that introduces it, if no fuller name is known."""
    first = next((mention for mention in mentions if mention.form == "name"), None)
    if first is None:
        return name
    words = text[first.span.start : (first.name or first.span).end].split()
    if len(words) != 2 or words[1] != name:
        return name
    office = words[0].lower()
    return " ".join(words) if TITLES.get(office) or lists.person_gender(office) else name


def _untitled(name: str, lists: Lexicon) -> str:
    parts = name.split()
    while len(parts) > 1 and (
        parts[0].lower() in TITLES or (len(parts) > 2 and lists.person.get(parts[0].lower()))
    ):
        parts = parts[1:]
    return " ".join(parts)


def _country(names: list[str], lists: Lexicon) -> str | None:
    for name in names:
        low = name.lower().removeprefix("the ")
        code = country_code(name) or country_code(lists.demonym.get(low, ""))
        if code:
            return code
    return None


def _ref(
    names: list[str],
    type_: EntityType,
    mentions: list[MentionSpan],
    doc: Doc,
    countries: frozenset[str],
    lists: Lexicon,
) -> str | None:
    if type_ not in _PLACES and type_ != "NORP":
        return None
    code = _country(names, lists)
    if code:
        return f"iso3166:{code}"
    if type_ != "GPE":
        return None
    seat = seat_of(names[0])
    if seat and any(_acts(mention, doc) for mention in mentions):
        return f"iso3166:{seat}"
    town = city(names[0], countries | {seat} if seat else countries)
    return f"geonames:{town.number}" if town else None


def _acts(mention: MentionSpan, doc: Doc) -> bool:
    """Return whether a place is what does something: the subject of a verb, or one of them."""
    span = doc.char_span(*mention.span, alignment_mode="expand")
    if span is None or mention.form != "name":
        return False
    word = span.root
    while word.dep_ == "conj" and word.head.i < word.i:
        word = word.head
    return word.dep_ in _SUBJECTS


def make_entities(nlp: Language, name: str) -> Entities:
    """Return the component `newsreader_entities`; spaCy's factories want both arguments."""
    del nlp, name
    register_extensions()
    return Entities()


Language.factory("newsreader_entities", assigns=["doc._.entities"], func=make_entities)
