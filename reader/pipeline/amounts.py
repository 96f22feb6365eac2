"""Find money, percentages, times, quantities, ordinals and plain numbers by patterns.

No open corpus annotates these, and their forms are few. The labels are OntoNotes'. Entities that
are already there win.
"""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

_DIGITS = r"(?:\d{1,3}(?:,\d{2,3})+|\d+)(?:\.\d+)?"
_SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
)
_SMALL_WORDS = "|".join(_SMALL.split())
_SCALE = r"(?:hundred|thousand|million|billion|trillion|crore|lakh|dozen)"
_WORDS = (
    rf"(?:(?:{_SMALL_WORDS})(?:-(?:{_SMALL_WORDS}))?(?:\s{_SCALE})*|{_SCALE}s\sof(?:\s{_SCALE}s)?)"
)
_NUMBER = rf"(?:{_DIGITS}(?:\s{_SCALE}s?|\s?(?:[mb]n|tn|[mMbBkK])(?!\w))?|{_WORDS})"
_RANGE = rf"{_NUMBER}(?:\s?[-–]\s?{_NUMBER}|\sto\s{_NUMBER})?"
_CODES = (
    "USD|EUR|GBP|CHF|JPY|CNY|INR|RUB|AUD|CAD|HKD|SGD|ZAR|NGN|KES|GHS|UGX|TZS|PKR|BDT|LKR|MYR|IDR"
    r"|PHP|THB|TRY|BRL|MXN|ARS|CLP|COP|PEN|EGP|SAR|AED|QAR|KWD|ILS|Rs\.?|Tk|RM|Sh|Ksh|KSh|Sh\."
)
_SIGN = rf"(?:(?:[A-Z]{{1,3}}\.?){{0,2}}[$€£¥₹₦₩₱₽₺₴₪฿]|(?:{_CODES})\s?)"
_CURRENCY = (
    r"(?:(?:[A-Z][a-z]+\s)?(?:dollars?|euros?|pounds?(?=\ssterling)|pounds\ssterling|yen|yuan"
    r"|renminbi|rupees?|rupiah|rou?bles?|francs?|pesos?|rand|naira|shillings?|cedis?|birr|dinars?"
    r"|dirhams?|riyals?|rials?|ringgit|baht|won|lira|hryvnia|zloty|krona|kronor|kroner?|crowns"
    r"|forints?|shekels?|taka|dong|reais|real(?=\s)|cents?)|[€£¥₹₽])"
)
_UNITS = (
    r"(?:square\s|cubic\s)?(?:kilomet(?:er|re)s?|met(?:er|re)s?|centimet(?:er|re)s?|miles?|feet|foot"
    r"|inch(?:es)?|yards?|hectares?|acres?|kilograms?|kilos?|grams?|tonnes?|tons?|pounds|ounces?"
    r"|lit(?:er|re)s?|gallons?|barrels?|megawatts?|gigawatts?|kilowatts?|degrees|knots|km|kg|cm|mm"
    r"|mph|kph|km/h|MW|GW|kWh|ha|sq\skm|bpd)"
)
_ORDINALS = (
    "first|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth"
    "|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth"
)
# The earlier of two patterns wins where both fit the same words.
_PATTERNS = re.compile(
    "|".join(
        (
            rf"(?P<PERCENT>(?<![\w.]){_RANGE}(?:\s?%|\s(?:per\s?cent|percentage\spoints?)\b))",
            rf"(?P<MONEY>(?<![\w$]){_SIGN}{_NUMBER}(?:\s?[-–]\s?{_NUMBER})?"
            rf"|(?<![\w.]){_RANGE}\s{_CURRENCY}(?!\w))",
            r"(?P<TIME>(?<![\w:.])(?:\d{1,2}(?:[:.]\d{2})?\s?(?:[ap]\.m\.|[ap]m\b|[AP]M\b)"
            r"|\d{1,2}:\d{2}(?::\d{2})?(?:\s(?:GMT|UTC|EST|EDT|CET|BST|IST))?\b(?!:)"
            r"|\d{4}\s(?:GMT|UTC)\b)|\b(?:noon|midnight)\b)",
            rf"(?P<QUANTITY>(?<![\w.]){_RANGE}[\s-]{_UNITS}\b)",
            rf"(?P<ORDINAL>(?<![\w.-])\d+(?:st|nd|rd|th)\b|\b(?:{_ORDINALS})\b)",
            rf"(?P<CARDINAL>(?<![\w.,:/-])(?<![#@]){_NUMBER}(?![\w/:%-])(?!\.\d))",
        )
    ),
)


class Amounts:
    """Adds the amounts of a document to its entities."""

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with amounts among its entities."""
        found = list(find_amounts(doc))
        if found:
            taken = {token.i for span in doc.ents for token in span}
            free = [span for span in found if taken.isdisjoint(range(span.start, span.end))]
            doc.ents = [*doc.ents, *filter_spans(free)]
        return doc


def find_amounts(doc: Doc) -> Iterator[Span]:
    """Yield the amounts of `doc`; only whole words count."""
    for match in _PATTERNS.finditer(doc.text):
        span = doc.char_span(match.start(), match.end(), match.lastgroup or "")
        if span is not None and not _pronoun(span):
            yield span


def _pronoun(span: Span) -> bool:
    """Whether `span` is the "one" of "no one" or "this one", as far as tags are known."""
    return len(span) == 1 and span[0].lower_ == "one" and span[0].tag_ not in ("CD", "")


@Language.factory("newsreader_amounts", assigns=["doc.ents"])
def make_amounts(nlp: Language, name: str) -> Amounts:
    """Return the component `newsreader_amounts`; spaCy's factories want both arguments."""
    del nlp, name
    return Amounts()
