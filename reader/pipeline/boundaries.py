"""Put right where a recognised name begins and ends, and drop what cannot be one.

The rules follow the conventions of the training data: titles are no part of a person's name, a
hyphenated name is whole, "South Korean" is one adjective, and a year before a cup belongs to it.
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span

from reader.pipeline.gazetteer import USER_DATA, mask_of
from reader.pipeline.heads import by_head, by_title
from reader.pipeline.parts import parted
from reader.word_lists import listed

_COMPASS = listed(
    "north south east west central northern southern eastern western latin southeast northeast "
    "northwest southwest sub-saharan pan"
)
# Abbreviations in capitals that the recogniser takes for organisations.
_NO_NAMES = listed(
    "AI ATM ATMs CEO CEOs CFO COO CTO CV DJ EV EVs GP GPS HR ID IDs IT MoU MoUs MP MPs MEP MEPs "
    "MLA MLAs MSME MSMEs NGO NGOs PhD PM PR SME SMEs SMS TV UTC GMT VIP VIPs YoY Q1 Q2 Q3 Q4 am pm "
    "Mr Mrs Ms Dr Mr. Mrs. Ms. Dr. Kingdom Republic State North South East West City Centre Court "
    "Government Party Corporation Commission Secretariat Chamber A.D. B.C. MOU MOUs IPO "
    "COVID COVID-19 Covid Covid-19"
)
# What is tied to a name without being of it ("Modi-led").
_LED = listed("led based backed born style era like owned controlled run appointed old")
_REALMS = listed("City State Province Kingdom Republic County District")
_OFFICES = listed(
    "Ministry Department Office Committee Institute Bureau Directorate Commission Agency Faculty "
    "Secretariat Board"
)
_CAPITALISED = frozenset(("PERSON", "ORG", "GPE", "LOC", "FAC"))
_TITLE = mask_of(["title"])
_GIVEN = mask_of(["given_name"])


def tidy(doc: Doc, spans: Iterable[Span]) -> list[Span]:
    """Return the entities `spans` of `doc`, in order, with their edges put right.

    Titles are known by the gazetteer's bits if the document has them.
    """
    kept: list[Span] = []
    lower = doc.text.islower()
    for span in (part for whole in _merged_years(doc, list(spans)) for part in parted(whole)):
        start, end = _edges(doc, span)
        if kept and start < kept[-1].end:
            # Two persons that touch are the halves of "Anderson-Pyrz".
            halves = span.label_ == kept[-1].label_ == "PERSON"
            start = kept.pop().start if halves else kept[-1].end
        if start < end:
            edged = by_head(Span(doc, start, end, span.label_))
            edged = by_title(doc, edged)
            if _may_be_name(edged, lower):
                kept.append(edged)
    return _apart(kept)


def _edges(doc: Doc, span: Span) -> tuple[int, int]:
    start, end = _without_space(doc, span.start, span.end)
    if span.label_ == "PERSON":
        start = _after_titles(doc, start, end)
        start, end = _whole_hyphenation(doc, start, end)
    elif span.label_ == "GPE" and start > 1 and doc[start - 1].text == "of":
        start -= 2 * (doc[start - 2].text in _REALMS)
    elif span.label_ == "ORG":
        end = _whole_office(doc, start, end)
    elif span.label_ == "NORP" and start and doc[start - 1].lower_ in _COMPASS:
        start -= doc[start - 1].text[0].isupper() and doc[start].text[0].isupper()
    return start, end


def _may_be_name(span: Span, lower: bool) -> bool:
    """Whether `span` can be a name; in a text without capitals (`lower`) anything can."""
    if span.text in _NO_NAMES:
        return False
    if span.label_ in _CAPITALISED and not lower and span.text.islower():
        return False
    bits = span.doc.user_data.get(USER_DATA)
    if bits is None or span.label_ not in ("ORG", "MISC", "PERSON"):
        return True
    # "Chief Executive Officer": every word a title's, and none a given name.
    return not all(
        int(mask) & _TITLE and not int(mask) & _GIVEN for mask in bits[span.start : span.end]
    )


def _without_space(doc: Doc, start: int, end: int) -> tuple[int, int]:
    while start < end and doc[start].is_space:
        start += 1
    for position in range(start, end):
        if doc[position].is_space:  # a name does not go on in the next line
            return start, position
    return start, end


def _after_titles(doc: Doc, start: int, end: int) -> int:
    bits = doc.user_data.get(USER_DATA)
    while bits is not None and end - start > 1:
        mask = int(bits[start])
        if not mask & _TITLE or mask & _GIVEN:
            break
        start += 1
    return start


def _whole_hyphenation(doc: Doc, start: int, end: int) -> tuple[int, int]:
    while start > 1 and doc[start - 1].text == "-" and not doc[start - 1].whitespace_:
        if doc[start - 2].whitespace_ or not doc[start - 2].is_title:
            break
        start -= 2
    if doc[end - 1].text == "-":
        end -= 1
    while end + 1 < len(doc) and doc[end].text == "-" and doc[end + 1].is_alpha:
        if doc[end - 1].whitespace_ or doc[end].whitespace_ or doc[end + 1].text in _LED:
            break
        end += 2
    return start, end


def _whole_office(doc: Doc, start: int, end: int) -> int:
    """Return the end of "Ministry of Gender Equality and Family", found as far as "Equality"."""
    if doc[start].text not in _OFFICES or doc[end - 1].text in ("of", "for"):
        return end
    if not any(token.text in ("of", "for") for token in doc[start:end]):
        return end
    further = end
    while further + 1 < len(doc) and doc[further].text in ("and", "&"):
        if not doc[further + 1].text[0].isupper() or doc[further + 1].ent_type:
            break
        further += 1
        while further < len(doc) and doc[further].text[0].isupper() and not doc[further].ent_type:
            further += 1
        end = further if doc[further - 1].is_alpha else end
    return end


def _merged_years(doc: Doc, spans: list[Span]) -> Iterator[Span]:
    """Yield the spans, the year of "2022 World Cup" inside its event."""
    for position, span in enumerate(spans):
        after = spans[position + 1] if position + 1 < len(spans) else None
        before = spans[position - 1] if position else None
        if after is not None and _year_of(span, after):
            continue
        if before is not None and _year_of(before, span):
            yield Span(doc, before.start, span.end, span.label_)
        else:
            yield span


def _year_of(year: Span, event: Span) -> bool:
    return (
        event.label_ == "EVENT"
        and year.label_ == "DATE"
        and year.end == event.start
        and len(year) == 1
        and len(year.text) == 4
        and year.text.isdigit()
    )


def _apart(spans: list[Span]) -> list[Span]:
    """Return the spans without those that begin inside the one before."""
    kept: list[Span] = []
    for span in spans:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept
