"""Names of rules in plain words, for readers who know no grammar of dependencies.

The layer keeps the names: they are exact, and scripts go by them.
"""

import re

_INDIRECT = re.compile(r"(?P<extent>[a-z:-]+?)(?P<rest>-rest)?(?P<cut>-cut)? of (?P<cue>[a-z ]+)")
_PRONOUN = re.compile(r"(?P<pronoun>\w+): (?P<other>.+), (?P<place>\D*?(?:\d+ )?sentences?.*)")
_SPOKEN = re.compile(r"(?P<pronoun>\w+) in a quote of (?P<speaker>.+)")

_CLAUSE = "the clause that goes with “{}”"
_OBJECT = "the object of “{}”"
_PHRASE = "a phrase that goes with “{}”"
_EXTENTS = {
    "ccomp": "the clause that “{}” reports",
    "csubj": "the clause that “{}” reports",
    "xcomp": "what stands with “{}” and “to”",
    "advcl": _CLAUSE,
    "parataxis": _CLAUSE,
    "acl": _CLAUSE,
    "acl:relcl": _CLAUSE,
    "relcl": _CLAUSE,
    "conj": _CLAUSE,
    "dep": _CLAUSE,
    "obj": _OBJECT,
    "dobj": _OBJECT,
    "attr": _OBJECT,
    "nsubj:pass": "the subject of “{}”",
    "nsubjpass": "the subject of “{}”",
    "obl": _PHRASE,
    "nmod": _PHRASE,
    "pcomp": _PHRASE,
    "prep": _PHRASE,
    "ahead": "what stands before “{}”",
    "ahead-parataxis": "what stands before “{}”",
    "around": "what stands before and behind “{}”",
    "before": "the sentence before “{} to”",
    "behind": "the sentence behind “{} to”",
    "rest": "what stands behind “{}”",
    "that": "“that” behind “{}”",
}
"""Which stretch of a sentence is reported, for each name of ``annotate.quoting.clauses``."""


_WHOLE = {
    "name": "a name",
    "description": "a description",
    "first of several": "the first word for what has no name",
    "marks without speech": "quotation marks around what nobody says",
}
"""What names mean that are words already, but say too little."""


def rule_words(rule: str) -> str:
    """Return what a rule's name means; a name that nobody knows is left as it is."""
    if (match := _INDIRECT.fullmatch(rule)) and match["extent"] in _EXTENTS:
        return _stretch(_EXTENTS[match["extent"]].format(match["cue"]), match)
    if match := _PRONOUN.fullmatch(rule):
        return f"“{match['pronoun']}” is taken for “{match['other']}”: {match['place']}"
    if match := _SPOKEN.fullmatch(rule):
        return f"“{match['pronoun']}” in words of “{match['speaker']}”"
    return _WHOLE.get(rule, rule)


def _stretch(words: str, match: re.Match[str]) -> str:
    if match["rest"]:
        end = "a comma or dash" if match["cut"] else "the end of the sentence"
        return f"from {words} to {end}"
    return f"{words}, up to a comma or dash" if match["cut"] else words
