"""Part what the recogniser ran together, and finish what it broke off.

"Ambassador of Saudi Arabia" is an office and a country, "Tsai Hong-tu & Cheng-ta" are two people,
and "Citizens for Justice and" goes on with "Peace". The rules look at the words alone, so they
hold for every recogniser.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from reader.pipeline.gazetteer import USER_DATA, mask_of
from reader.pipeline.heads import LABEL_OF_HEAD
from reader.word_lists import listed

_OFFICES = listed(
    "ambassador admiral amir attorney bishop ceo chair chairman chairperson chairwoman chief "
    "chancellor commander commissioner commissioners consul counsel deputy director emir general "
    "governor head imam justice king kings manager mayor member members minister president "
    "presidents prime principal professor secretary speaker spokesman spokesperson spokeswoman "
    "sultan treasurer under undersecretary vice - assistant senior executive managing"
)
_HANGING = listed("and & of for the in on at by to with - – — , ; : *")
# Common nouns that end a name; after others, "navy" or "coast", the name has ended before.
_ENDING = listed(
    "mine river island islands lake sea bay province district county state region city town valley "
    "mountains park school hospital university airport station bridge road street group club union "
    "plant project council court police government parliament ministry committee commission trust "
    "bank company academy college museum theatre festival church cathedral"
)
_COUNTRY = mask_of(["country"])
_HALF_NAMES = frozenset(("Sino", "Indo", "Anglo", "Franco", "Russo"))
_LONGEST_TAIL = 4  # words
_NAMED = frozenset(("ORG", "GPE", "LOC", "FAC"))
_JOINING = frozenset(("and", "&"))
_INNER = frozenset(("of", "for", "the"))


def parted(span: Span) -> Iterator[Span]:
    """Yield the names that `span` holds, in order, with its label.

    Most spans hold one, themselves; a span of an office alone holds none.
    """
    for piece in _divided(span):
        whole = _to_head(_without_noun(_finished(_without_office(piece))))
        if len(whole):
            yield whole


def _divided(span: Span) -> Iterator[Span]:
    """Yield the two people of "A & B", the two countries of "A-B", and an unclosed bracket's."""
    doc, start = span.doc, span.start
    for token in span[1:-1]:
        people = span.label_ == "PERSON" and token.text in ("&", "-") and _spaced(doc, token.i)
        joins = people or (token.text == "-" and _between_countries(doc, token.i))
        opens = token.text == "(" and not any(t.text == ")" for t in doc[token.i : span.end])
        if (joins or opens) and token.i > start:
            yield Span(doc, start, token.i, span.label_)
            start = token.i + 1
    if start < span.end:
        yield Span(doc, start, span.end, span.label_)


def _between_countries(doc: Doc, place: int) -> bool:
    bits = doc.user_data.get(USER_DATA)
    if bits is None or not int(bits[place + 1]) & _COUNTRY:
        return False
    return bool(int(bits[place - 1]) & _COUNTRY) or doc[place - 1].text in _HALF_NAMES


def _spaced(doc: Doc, place: int) -> bool:
    return place > 0 and bool(doc[place].whitespace_) and bool(doc[place - 1].whitespace_)


def _without_office(span: Span) -> Span:
    """Return the "Qatar" of "Emir of Qatar"."""
    if span.label_ not in ("ORG", "GPE", "MISC"):
        return span
    words = [token.lower_ for token in span]
    if "of" not in words[1:]:
        return span
    cut = words.index("of")
    if not all(word in _OFFICES for word in words[:cut]):
        return span
    cut += 1
    while cut < len(words) and words[cut] in ("the", "a", "an"):
        cut += 1
    return Span(span.doc, span.start + cut, span.end, span.label_)


def _finished(span: Span) -> Span:
    """Return `span` without small words at its end, or with the capitals that follow "and"."""
    doc, end = span.doc, span.end
    while end > span.start and doc[end - 1].lower_ in _HANGING:
        end -= 1
    if end == span.end:
        return span
    if span.label_ == "ORG" and span.end - end == 1 and doc[end].lower_ in _JOINING:
        end = _after_capitals(doc, span.end) or end
    return Span(doc, span.start, end, span.label_)


def _without_noun(span: Span) -> Span:
    """Return the "IRGC" of "IRGC navy"."""
    if span.label_ not in _NAMED or len(span) < 2 or not span[0].text[0].isupper():
        return span
    last = span[-1]
    if not (last.is_lower and last.is_alpha and span[-2].whitespace_) or last.text in _ENDING:
        return span
    return _finished(Span(span.doc, span.start, span.end - 1, span.label_))


def _to_head(span: Span) -> Span:
    """Return the "Mary River Mine" of "Mary River", if no other name has its last words."""
    doc, end = span.doc, span.end
    while end < min(len(doc), span.end + _LONGEST_TAIL) and not doc[end].ent_type:
        word = doc[end]
        if not word.text[0].isupper() or not word.is_alpha or word.is_sent_start:
            break
        end += 1
        if word.lower_ in LABEL_OF_HEAD:
            return Span(doc, span.start, end, span.label_)
    return span


def _after_capitals(doc: Doc, start: int) -> int:
    """Return the end of the capitalised words at `start`, 0 if there are none."""
    end = last = start
    while end < len(doc) and (doc[end].is_title or doc[end].is_upper or doc[end].text in _INNER):
        if doc[end].text not in _INNER:
            last = end + 1
        end += 1
    return last if last > start else 0
