"""Bring spaCy's English tokenizer closer to the treebanks and to news text.

The changes are plain rules, so they travel in the pipeline's own `tokenizer` file.
"""

import re
from typing import Any

from spacy.language import Language
from spacy.symbols import ORTH  # type: ignore[import-not-found]  # compiled
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

# A prefix that is no word leaves its hyphenated word whole ("non-binding", "e-mail"), as in UD.
_WHOLE = (
    r"(?i:non|pre|re|co|anti|mid|multi|semi|sub|inter|intra|e|ex|un|de|bi|tri|micro|macro|mini|neo"
    r"|pseudo|quasi|ultra|vice|by|cross|post|over|counter|socio|psycho|extra|trans|super|hyper)"
    r"-[a-zà-ÿ]+"
)
# A telephone number, and a decade or a date in figures, is one word.
_FIGURES = r"\+?\d{1,4}(?:-\d{2,4}){2,3}|\d{3}-\d{4}"
_REPEATED = (r"[!?]{2,}", r"-{2,}", r"={2,}", r"\*{2,}", r"_{2,}", r"<{2,}", r">{2,}")
_LETTER = "A-Za-zÀ-ÿ"
_INSIDE = (
    r"[\[\](){}](?=.)",  # "account(s"
    r"[,.;:!?]+(?=[\"“”])",
    r"[\"“”]",
    rf"(?<=[{_LETTER}]):(?=[{_LETTER}<0-9])",
    r"(?<=[a-z])#(?=[0-9])",
    r"(?<=[0-9]),(?=[0-9]{1,2}(?:,|\]|$))",  # "[18,19,20]", but "1,000"
    r"(?<=[0-9])–(?=[0-9])",
    r"(?<=[0-9])[-–](?=[$€£])",
    r"(?<=[-–])[$€£](?=[0-9])",
    r"(?<=[0-9][apAP][mM])-(?=[0-9])",  # "9am-5pm"
    # Between nothing: "7:30|PM", and the contractions of words on both sides of a dash.
    r"(?<=[0-9])(?=(?:[ap]m|[AP]M)\b)",
    rf"(?<=[{_LETTER}])(?=['’](?i:s|re|ve|ll|m|d)(?![{_LETTER}]))",
    rf"(?<=[{_LETTER}])(?=[nN]['’][tT](?![{_LETTER}]))",
)
_UNITS = r"(?<=[0-9])(?:[kKmMxX]|km|cm|mm|kg|lbs?|ft|mph|[gG]B|MB|hrs|yrs)"
_DASH = r"-(?=[A-Za-z])"  # "-more"
_WORDS = {
    "No.": ("No.",), "Nos.": ("Nos.",), "al.": ("al.",), "Ft.": ("Ft.",),
    "Lt.": ("Lt.",), "Col.": ("Col.",), "Maj.": ("Maj.",), "Capt.": ("Capt.",),
    "Sgt.": ("Sgt.",), "Cpl.": ("Cpl.",), "Adm.": ("Adm.",), "Cmdr.": ("Cmdr.",),
    "Hon.": ("Hon.",), "Supt.": ("Supt.",), "Insp.": ("Insp.",), "Pte.": ("Pte.",),
    "U.S": ("U.S",), "U.K": ("U.K",), "S.Korea": ("S.Korea",), "N.Korea": ("N.Korea",),
    "and/or": ("and", "/", "or"), "wanna": ("wan", "na"), "Wanna": ("Wan", "na"),
    "Lets": ("Let", "s"), "alot": ("a", "lot"), "CANT": ("CA", "NT"), "DONT": ("DO", "NT"),
    "b/c": ("b/c",),
}  # fmt: skip


def adapt_tokenizer(nlp: Language) -> None:
    """Change the tokenizer of `nlp`, which is a blank English pipeline's."""
    tokenizer: Any = nlp.tokenizer  # compiled, without types
    suffixes = [_UNITS, *_REPEATED, *(nlp.Defaults.suffixes or ())]
    prefixes = [_DASH, *_REPEATED, *(nlp.Defaults.prefixes or ())]
    infixes = [*_REPEATED[1:4], *_INSIDE, *(nlp.Defaults.infixes or ())]
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    tokenizer.prefix_search = compile_prefix_regex(prefixes).search
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    tokenizer.token_match = re.compile(rf"(?:{_WHOLE}|{_FIGURES})$").match
    for text, parts in _WORDS.items():
        tokenizer.add_special_case(text, [{ORTH: part} for part in parts])
