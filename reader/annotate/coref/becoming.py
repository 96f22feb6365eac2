"""What somebody becomes, serves as or is made: "she became *a judge*", "they named him *chair*".

Plain "is" says what somebody is and names nobody anew; a change or an office does. The noun is
then one more description of the verb's subject, or of its object where the verb makes one of it.
"""

from reader.annotate.coref.candidates import Candidate
from reader.annotate.coref.clusters import Link
from reader.annotate.coref.evidence import Evidence
from reader.annotate.coref.phrases import is_passive, subject_of
from reader.annotate.words import Words
from reader.word_lists import listed

_BECOME = listed("become becomes became becoming remain remains remained remaining")
_MAKE = listed(
    "name names named naming make makes made making elect elects elected electing appoint appoints "
    "appointed appointing declare declared crown crowned create created proclaim proclaimed "
    "nominate nominated vote voted ordain ordained commission commissioned hire hired choose chose "
    "chosen select selected install installed designate designated swear sworn promote promoted"
)
_SERVE = listed(
    "serve serves served serving work works worked working act acts acted acting retire retired "
    "retiring resign resigned step stepped stepping"
)
_OFFICES = _MAKE | _SERVE
"""Verbs after which also a noun that no list holds is what somebody is."""
_ENDS = ("er", "or", "ist", "ian", "ant", "ess", "man", "ee")
"""How most nouns for people end."""
_COMPLEMENTS = frozenset(("xcomp", "obj", "attr", "other"))
_MOST_CLIMBS = 6
_PEOPLE = frozenset(("he", "she", "i", "you"))


def read_offices(evidence: Evidence) -> None:
    """Note by description the mention of whoever becomes, serves as or is made that."""
    words, found = evidence.words, evidence.offices
    for i, one in enumerate(evidence.candidates):
        if one.form != "nominal" or one.plural or one.definite in ("this", "no"):
            continue
        verb = words.governor(one.head)
        holder = _holder(one.head, verb, words) if verb != one.head else None
        if holder is None:
            continue
        j = evidence.by_head.get(holder)
        if j is not None and j != i and _agree(one, evidence.candidates[j], verb, words):
            found[i] = j


def link_offices(evidence: Evidence) -> None:
    """Join what people become with the people."""
    for i, j in evidence.offices.items():
        if i not in evidence.clusters.links:
            said = evidence.name_of(j)
            evidence.clusters.join(i, j, Link(f"what {said} becomes or is made", 0.75))


def _holder(noun: int, verb: int, words: Words) -> int | None:
    """Return the word for whoever becomes what a noun says."""
    low, role = words.lower[verb], words.role[noun]
    as_case = _case(noun, words)
    if low in _BECOME and role in _COMPLEMENTS and not as_case:
        return _subject(verb, words)
    to = "to" if low.startswith("promot") else "as"
    if low in _MAKE and as_case in ("", "as", to) and role in _COMPLEMENTS | {"obl"}:
        objects = [child for child in words.below(verb, "obj", "iobj") if child != noun]
        return objects[0] if objects else _passive_subject(verb, words)
    if as_case == "as" and role == "obl":
        objects = list(words.below(verb, "obj"))
        subject = _subject(verb, words)
        if low in _SERVE or not objects or (subject is not None and noun < subject):
            return subject
        return objects[0]
    return None


def _case(noun: int, words: Words) -> str:
    """Return the preposition of a noun, lower case, or nothing."""
    if words.role[words.head[noun]] == "prep":
        return words.lower[words.head[noun]]
    return next((words.lower[case] for case in words.below(noun, "case")), "")


def _passive_subject(verb: int, words: Words) -> int | None:
    """Return who is made something: the subject of "was named", not that of "named"."""
    passive = is_passive(verb, words) or words.tag[verb] == "VBN"
    return _subject(verb, words) if passive else None


def _subject(verb: int, words: Words) -> int | None:
    """Return the subject of a verb, also where it stands with the verb above."""
    for _ in range(_MOST_CLIMBS):
        subject = subject_of(verb, words)
        if subject is not None:
            return subject
        role = words.role[verb]
        if role == "acl":
            return words.head[verb]
        if role not in ("conj", "xcomp", "advcl"):
            return None
        verb = words.head[verb]
    return None


def _agree(one: Candidate, other: Candidate, verb: int, words: Words) -> bool:
    if other.plural or other.kind != "person":
        return False
    if other.form == "pronoun" and other.word not in _PEOPLE:
        return False
    if one.gender in ("m", "f") and other.gender in ("m", "f") and one.gender != other.gender:
        return False
    if one.kind == "person":
        return True
    return one.kind == "thing" and words.lower[verb] in _OFFICES and one.word.endswith(_ENDS)
