"""Reading of a dependency parse in both label schemes that English pipelines use.

Universal Dependencies (``nsubj:pass``, ``obj``, ``obl`` with a ``case`` child) and ClearNLP, the
scheme of spaCy's own English models (``nsubjpass``, ``dobj``, ``prep`` with a ``pobj`` child).
Every function takes tokens of a parsed Doc and never fails on a wrong or missing parse: it finds
nothing.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubjpass", "nsubj:outer", "csubj", "csubj:pass"})
PASSIVE_MARKS = frozenset({"nsubj:pass", "nsubjpass", "aux:pass", "auxpass"})
OBJECTS = frozenset({"obj", "dobj"})
INDIRECT_OBJECTS = frozenset({"iobj", "dative"})
CLAUSES = frozenset({"ccomp", "xcomp", "csubj", "advcl", "parataxis", "acl", "acl:relcl", "relcl"})
NAME_PARTS = frozenset({"flat", "flat:name", "name", "compound", "goeswith", "nmod:desc"})
RELATIVES = frozenset({"acl:relcl", "relcl"})
ADVERBIALS = frozenset({"advcl", "advcl:relcl"})
POSSESSIVES = frozenset({"nmod:poss", "poss"})
_BEFORE_HEAD = NAME_PARTS | POSSESSIVES | {
    "det", "det:predet", "predet", "amod", "nummod", "nmod", "nmod:unmarked", "npadvmod",
    "quantmod", "advmod", "nn", "appos", "case", "punct", "cc", "conj",
}  # fmt: skip
_MAX_PHRASE = 30
_STEPS = 8


def children(token: Token, labels: frozenset[str]) -> Iterator[Token]:
    """Yield the direct dependents of ``token`` with one of these labels, in text order."""
    for child in token.children:
        if child.dep_ in labels:
            yield child


def own_subject(verb: Token) -> Token | None:
    """Return the head of the subject that hangs from ``verb`` itself."""
    return next((token for token in children(verb, SUBJECTS) if not token.is_space), None)


def is_passive(verb: Token) -> bool:
    """Whether ``verb`` is in the passive voice."""
    return any(True for _ in children(verb, PASSIVE_MARKS))


def agent(verb: Token) -> Token | None:
    """Return the head of "by …" under a passive verb."""
    for child in verb.children:
        if child.dep_ == "agent":
            return next((grand for grand in child.children if grand.dep_ == "pobj"), None)
        if child.dep_ == "obl:agent":
            return child
        if child.dep_ == "obl" and preposition(child) == "by":
            return child
    return None


def preposition(noun: Token) -> str | None:
    """Return the lower-case preposition before a noun ("to" in "to Zhang"), in either scheme."""
    if noun.dep_ == "pobj":
        return str(noun.head.lower_)
    marker = next((child for child in noun.children if child.dep_ == "case"), None)
    return str(marker.lower_) if marker is not None and marker.i < noun.i else None


def prepositional(head: Token, prepositions: frozenset[str]) -> Iterator[Token]:
    """Yield nouns under ``head`` that follow one of these prepositions."""
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in prepositions:
            yield from (grand for grand in child.children if grand.dep_ == "pobj")
        elif child.dep_.startswith(("obl", "nmod")) and preposition(child) in prepositions:
            yield child


def subject(verb: Token) -> tuple[Token, str] | None:
    """Return who does what ``verb`` says, and how it was found.

    ``own``: the verb's subject; ``shared``: the subject of the verb it is coordinated with;
    ``controlled``: of the clause it depends on ("welcomed him, saying …"); ``modified``: the noun
    that a relative clause or participle hangs from ("the report saying …").
    """
    token, how = verb, "own"
    for _ in range(_STEPS):
        found = own_subject(token)
        if found is not None:
            if found.dep_ in PASSIVE_MARKS:
                return None if how == "own" else (found, how)
            if token.dep_ in RELATIVES and found.pos_ == "PRON" and found.lower_ in _RELATIVE_WORDS:
                return token.head, "modified"
            return found, how
        head = token.head
        if head.i == token.i:
            return None
        if token.dep_ == "conj":
            how = "shared" if how == "own" else how
        elif token.dep_ in ADVERBIALS or token.dep_ in ("xcomp", "parataxis", "dep", "ccomp"):
            how = "controlled"
        elif token.dep_ in RELATIVES or token.dep_ == "acl":
            return head, "modified"
        else:
            return None
        token = head
    return None


def top_of_phrase(token: Token, floor: int = 0) -> Token:
    """Return the head of the noun phrase that ``token`` is part of.

    Args:
        token: Any word of the phrase.
        floor: The first token that may belong to it.
    """
    for _ in range(_STEPS):
        head = token.head
        if token.dep_ not in _BEFORE_HEAD or head.i < floor or head.pos_ not in _NOMINAL:
            return token
        if token.dep_ in ("conj", "appos", "nmod") and head.i < token.i:
            return token
        token = head
    return token


_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
_RELATIVE_WORDS = frozenset({"who", "which", "that"})


def phrase(head: Token) -> tuple[int, int]:
    """Return the noun phrase around ``head`` as a token range, half-open.

    Determiners, titles and modifiers before it, the rest of a name and prepositional phrases behind
    it; no appositions, no relative clauses, nothing behind a comma or bracket. Word classes decide
    about neighbours, for they are more often right than arcs are: a parser may hang "Jessica" and
    "Ditto" from a verb one by one.
    """
    if head.pos_ == "PRON":
        return head.i, head.i + 1
    start, end = noun_group(head)
    doc = head.doc
    while end < len(doc) and end - start < _MAX_PHRASE and _hangs_inside(doc[end], start, end):
        following = doc[end].head if doc[end].dep_ == "case" else doc[end + 1 : end + 2]
        target = following if isinstance(following, Token) else next(iter(following), None)
        if target is None or target.i <= end or target.i - end > _STEPS:
            break
        end = noun_group(target)[1]
    return start, end


def noun_group(head: Token) -> tuple[int, int]:
    """Return the unbroken run of determiners, modifiers and nouns around ``head``."""
    doc = head.doc
    start, end = head.i, head.i + 1
    at = _word_before(doc, start)
    while at >= 0 and head.i - at < _MAX_PHRASE and _modifies(doc[at], start):
        start, at = at, _word_before(doc, at)
    at = _word_behind(doc, end)
    while at < len(doc) and at - head.i < _MAX_PHRASE and _prolongs(doc[at], end):
        end = at + 1
        at = _word_behind(doc, end)
    while start < head.i and doc[start].pos_ in ("PUNCT", "PART", "SYM", "SPACE"):
        start += 1
    return start, end


def _word_before(doc: Doc, at: int) -> int:
    """Step over a blank that is a token of its own (a no-break space), not over a line end."""
    at -= 1
    return at - 1 if at > 0 and doc[at].is_space and "\n" not in doc[at].text else at


def _word_behind(doc: Doc, at: int) -> int:
    return at + 1 if at < len(doc) and doc[at].is_space and "\n" not in doc[at].text else at


def _modifies(token: Token, start: int) -> bool:
    """Whether the token before ``start`` belongs to the noun group that starts there."""
    if token.lower_ in _STOPS or token.is_space or token.lower_ in CALENDAR:
        return False
    if token.doc[start].lower_ in _DETERMINERS:
        return token.lower_ in _PREDETERMINERS
    if token.pos_ == "PUNCT":
        return token.lower_ in _HYPHENS and token.whitespace_ == ""
    if token.pos_ == "PART":
        return token.lower_ in ("'s", "’s", "'", "’")
    if token.pos_ == "PRON":
        return token.dep_ in POSSESSIVES or token.lower_ in _DETERMINERS
    if token.lower_ in _DETERMINERS:
        return True
    return token.pos_ in ("ADJ", "NOUN", "PROPN", "NUM")


def _prolongs(token: Token, end: int) -> bool:
    """Whether the token at ``end`` goes on with the noun group that ends there."""
    before = token.doc[end - 1]
    if token.lower_ in _STOPS or token.is_space or token.lower_ in CALENDAR:
        return False
    if token.lower_ in _HYPHENS:
        return token.whitespace_ == "" and before.whitespace_ == ""
    if before.lower_ in _HYPHENS or before.lower_ in ("'s", "’s"):
        return token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM")
    if token.lower_ in ("'s", "’s") or (token.lower_ in ("'", "’") and token.pos_ == "PART"):
        return token.tag_ == "POS" or token.dep_ == "case"
    opening = before.lower_ in _DETERMINERS or before.pos_ == "NUM" or before.lower_ == "one"
    if token.pos_ == "PROPN":
        return opening or before.pos_ in _BEFORE_NOUN
    compound = end > 1 and token.doc[end - 2].lower_ in _HYPHENS  # a 52-count civil complaint
    joins = token.pos_ == "NOUN" or (token.pos_ in ("ADJ", "NUM") and (opening or compound))
    return joins and before.whitespace_ != "" and (opening or before.pos_ in _BEFORE_NOUN)


def _hangs_inside(token: Token, start: int, end: int) -> bool:
    """Whether a preposition at ``end`` starts a phrase that the noun group governs."""
    if token.dep_ == "prep":
        return start <= token.head.i < end
    if token.dep_ != "case" or token.lower_ in _STOPS:
        return False
    noun = token.head
    return noun.i > token.i and noun.dep_.startswith("nmod") and start <= noun.head.i < end


_BEFORE_NOUN = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM"})
_HYPHENS = frozenset({"-", "–", "‐", "‑", "/"})
_PREDETERMINERS = frozenset({"all", "both", "half"})
_DETERMINERS = frozenset(
    "the a an this that these those some many several few all both most no any another other his"
    " her its their our my your".split()
)
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight"
    " january february march april may june july august september october november december"
    " week month year day weeks months years days hours decades morning afternoon evening"
    " night".split()
)
"""Words that stand beside a subject without belonging to it ("on Wednesday Putin said")."""
_STOPS = frozenset(", ( ) [ ] ; : -- — ― “ ” \" `` '' « » … who which that whom where when".split())
