"""Types of names by the word that ends them, and by the title before them.

"Grand Holy Mosque" is a building and "Uluru Statement" is none, whatever the recogniser made of
the unknown words in front. Only words that leave little doubt are here; the longer lists are the
gazetteer's, where the recogniser weighs them.
"""

from spacy.tokens import Doc, Span

from reader.word_lists import by_word, listed

_LAST_WORDS = {
    "FAC": "airport bridge mosque street road avenue highway boulevard hotel stadium cathedral "
    "temple synagogue monastery palace prison zoo tower cemetery mine reactor arena "
    "station museum café",
    "LOC": "river lake sea ocean bay gulf inlet island islands mountain mountains valley desert "
    "peninsula basin beach forest strait archipelago falls canyon glacier coast highlands delta "
    "volcano region",
    "GPE": "province district county prefecture governorate oblast municipality constituency",
    "ORG": "university college association corporation company ltd limited inc corp plc llc gmbh "
    "ministry institute institution council federation confederation agency authority foundation "
    "committee commission society airlines airways telecom alliance consortium bureau department "
    "tribunal parishad sabha news tribune gazette herald newspaper brigade battalion fc "
    "technologies holdings pharmaceuticals technology capital court forum league",
    "EVENT": "games olympics championship championships festival cup tournament summit marathon "
    "revolution uprising massacre day",
    "MISC": "act agreement accord accords treaty convention declaration protocol charter "
    "constitution statement resolution directive amendment framework award policy",
    "NORP": "peoples",
}
LABEL_OF_HEAD = by_word(_LAST_WORDS)
_PLACES = frozenset(("GPE", "LOC", "FAC"))
_HONORIFICS = listed(
    "mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor sir dame lady lord gen. general col. "
    "colonel lt. capt. captain maj. major sgt. sergeant cpl. adm. admiral cmdr. sen. senator rep. "
    "gov. governor mayor judge justice president minister premier chancellor sheikh sheikha sultan "
    "emir ayatollah imam rabbi rev. reverend pope bishop archbishop cardinal king queen prince "
    "princess congressman congresswoman ambassador chairman chairwoman spokesman spokeswoman "
    "spokesperson activist coach striker actor actress singer"
)
# These stand before people only ("General Motors" is no general).
_BEFORE_PEOPLE = listed(
    "mr mr. mrs mrs. ms ms. miss dr dr. prof prof. col col. capt capt. maj maj. sgt sgt. adm adm. "
    "admiral sen sen. rep rep. gov gov. rev rev. sheikh sheikha"
)


def by_head(span: Span) -> Span:
    """Return `span` with the label that its last word demands, if it has one."""
    if len(span) < 2 or span.label_ in ("DATE", "NORP"):
        return span
    last = span[-1]
    label = LABEL_OF_HEAD.get(last.lower_) if last.text[0].isupper() else None
    if label is None or label == span.label_ or {label, span.label_} <= _PLACES:
        return span
    if {label, span.label_} == {"EVENT", "MISC"}:
        return span
    return Span(span.doc, span.start, span.end, label)


def by_title(doc: Doc, span: Span) -> Span:
    """Return `span` as a person if a title like "Mr" stands right before it or begins it."""
    if span.label_ == "ORG" and 1 < len(span) <= 3 and span[0].lower_ in _BEFORE_PEOPLE:
        return Span(doc, span.start + 1, span.end, "PERSON")
    if span.label_ not in ("GPE", "LOC", "FAC", "ORG", "MISC") or not span.start:
        return span
    before = doc[span.start - 1]
    if before.lower_ not in _HONORIFICS or not before.text[0].isupper():
        return span
    if (span[0].text.isupper() and len(span[0].text) > 1) or len(span) > 3:
        return span
    return Span(doc, span.start, span.end, "PERSON")
