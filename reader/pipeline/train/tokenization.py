"""Bring spaCy's English tokenizer closer to the treebanks and to news text.

The changes are plain rules, so they travel in the pipeline's own `tokenizer` file.
"""

import re
from typing import Any

from spacy.language import Language
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

# A prefix that is no word leaves its hyphenated word whole ("non-binding", "e-mail"), as in UD.
_WHOLE = (
    r"(?i:non|pre|re|co|anti|mid|multi|semi|sub|inter|intra|e|ex|un|de|bi|tri|micro|macro|mini|neo"
    r"|pseudo|quasi|ultra|vice|by|cross|post|over|counter|socio|psycho|extra|trans|super|hyper)"
    r"-[a-zà-ÿ]+"
)
# A telephone number, and a decade or a date in figures, is one word.
_FIGURES = r"\+?\d{1,4}(?:-\d{2,4}){2,3}"
_REPEATED = (r"[!?]{2,}", r"-{2,}", r"={2,}", r"\*{2,}", r"_{2,}", r"<{2,}", r">{2,}")
_BRACKET = r"(?<=[^\W\d_])[()](?=\w)"  # "account(s"
_WORDS = {
    "No.": ("No.",), "Nos.": ("Nos.",), "al.": ("al.",), "Ft.": ("Ft.",),
    "Lt.": ("Lt.",), "Col.": ("Col.",), "Maj.": ("Maj.",), "Capt.": ("Capt.",),
    "Sgt.": ("Sgt.",), "Cpl.": ("Cpl.",), "Adm.": ("Adm.",), "Cmdr.": ("Cmdr.",),
    "Hon.": ("Hon.",), "Supt.": ("Supt.",), "Insp.": ("Insp.",), "Pte.": ("Pte.",),
    "U.S": ("U.S",), "U.K": ("U.K",), "S.Korea": ("S.Korea",), "N.Korea": ("N.Korea",),
    "and/or": ("and", "/", "or"), "wanna": ("wan", "na"), "Wanna": ("Wan", "na"),
}  # fmt: skip


def adapt_tokenizer(nlp: Language) -> None:
    """Change the tokenizer of `nlp`, which is a blank English pipeline's."""
    tokenizer: Any = nlp.tokenizer  # compiled, without types
    suffixes = [*_REPEATED, *(nlp.Defaults.suffixes or ())]
    prefixes = [*_REPEATED, *(nlp.Defaults.prefixes or ())]
    infixes = [*_REPEATED[1:4], _BRACKET, *(nlp.Defaults.infixes or ())]
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    tokenizer.prefix_search = compile_prefix_regex(prefixes).search
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    tokenizer.token_match = re.compile(rf"(?:{_WHOLE}|{_FIGURES})$").match
    for text, parts in _WORDS.items():
        tokenizer.add_special_case(text, [{65: part} for part in parts])
