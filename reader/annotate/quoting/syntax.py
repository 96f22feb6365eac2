"""Reading of a dependency parse in both label schemes that English pipelines use.

Universal Dependencies (``nsubj:pass``, ``obj``, ``obl`` with a ``case`` child) and ClearNLP, the
scheme of spaCy's own English models (``nsubjpass``, ``dobj``, ``prep`` with a ``pobj`` child).
Every function takes the words of a parsed text and the number of one of them, and never fails on a
wrong or missing parse: it finds nothing.
"""

from collections.abc import Iterator

from reader.annotate.words import Words

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubjpass", "nsubj:outer", "csubj", "csubj:pass"})
PASSIVE_MARKS = frozenset({"nsubj:pass", "nsubjpass", "aux:pass", "auxpass"})
CLAUSES = frozenset({"ccomp", "xcomp", "csubj", "advcl", "parataxis", "acl", "acl:relcl", "relcl"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_CONTROLLED = frozenset({"advcl", "xcomp", "ccomp"})
_RELATIVE_WORDS = frozenset({"who", "which", "that"})
_STEPS = 8


def children(words: Words, head: int, labels: frozenset[str]) -> Iterator[int]:
    """Yield the direct dependents of ``head`` with one of these labels, in text order."""
    for child in words.children[head]:
        if words.dep[child] in labels:
            yield child


def own_subject(words: Words, verb: int) -> int | None:
    """Return the head of the subject that hangs from ``verb`` itself.

    Of two, the one nearer before it is meant ("Outside court, *a spokesman* said"). A blank that
    is a token of its own (two spaces in a row) may take the subject's place in a parse; then the
    noun before it is meant.
    """
    subjects = list(children(words, verb, SUBJECTS))
    for child in sorted(subjects, key=lambda child: (child > verb, abs(verb - child))):
        if not words.blank[child]:
            return child
        if child and "\n" not in words.text[child] and words.pos[child - 1] in NOMINAL:
            return child - 1
    return None


def is_passive(words: Words, verb: int) -> bool:
    """Whether ``verb`` is in the passive voice."""
    return any(words.dep[child] in PASSIVE_MARKS for child in words.children[verb])


def agent(words: Words, verb: int) -> int | None:
    """Return the head of "by …" under a passive verb."""
    for child in words.children[verb]:
        label = words.dep[child]
        if label == "agent":
            return next(children(words, child, _OBJECT_OF_PREPOSITION), None)
        if label == "obl:agent" or (label == "obl" and preposition(words, child) == "by"):
            return child
    return None


_OBJECT_OF_PREPOSITION = frozenset({"pobj"})


def preposition(words: Words, noun: int) -> str | None:
    """Return the lower-case preposition before a noun ("to" in "to Zhang"), in either scheme."""
    if words.dep[noun] == "pobj":
        return words.lower[words.head[noun]]
    marker = next(words.below(noun, "case"), None)
    return words.lower[marker] if marker is not None and marker < noun else None


def prepositional(words: Words, head: int, prepositions: frozenset[str]) -> Iterator[int]:
    """Yield nouns under ``head`` that follow one of these prepositions."""
    for child in words.children[head]:
        label = words.dep[child]
        if label == "prep" and words.lower[child] in prepositions:
            yield from children(words, child, _OBJECT_OF_PREPOSITION)
        elif label.startswith(("obl", "nmod")) and preposition(words, child) in prepositions:
            yield child


def subject(words: Words, verb: int) -> tuple[int, str] | None:
    """Return who does what ``verb`` says, and how it was found.

    ``own``: the verb's subject; ``shared``: the subject of the verb it is coordinated with;
    ``controlled``: of the clause it depends on ("welcomed him, saying …", "is at pains to say");
    ``modified``: the noun that a relative clause or participle hangs from ("the report saying …").
    """
    token, how = verb, "own"
    for _ in range(_STEPS):
        found, head, role = own_subject(words, token), words.head[token], words.role[token]
        if found is not None:
            if words.dep[found] in PASSIVE_MARKS:
                return None if how == "own" else (found, how)
            relative = role == "relcl" and words.pos[found] == "PRON"
            if relative and words.lower[found] in _RELATIVE_WORDS:
                return antecedent(words, found, head), "modified"
            return found, how
        if head == token:
            return None
        if role == "conj":
            how = "shared" if how == "own" else how
        elif role in _CONTROLLED or words.dep[token] == "dep":
            how = "controlled"
        elif role in ("relcl", "acl"):
            predicate = own_subject(words, head) if role == "acl" else None
            return (predicate, "controlled") if predicate is not None else (head, "modified")
        else:
            return None
        token = head
    return None


def antecedent(words: Words, relative: int, head: int) -> int:
    """Return the last of several people before "who", where the parse hangs it from the first."""
    last = relative - 2 if words.text[relative - 1] == "," else relative - 1
    token = last
    for _ in range(_STEPS):
        if token == head or last < 0 or words.entity[last] != "PERSON":
            break
        if words.dep[token] == "conj":
            return last
        token = words.head[token]
    return head
