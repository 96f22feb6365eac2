"""From a Doc's annotations to a layer, with Docs made by hand."""

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from reader.annotate.layer import clusters_shown, make_layer
from reader.annotate.spans import (
    Attribution,
    CueSpan,
    EntityRecord,
    MentionSpan,
    QuoteSpan,
    register_extensions,
)
from reader.model.article import Article
from reader.model.check import check_layer
from reader.model.index import Annotations
from reader.model.layer import Form, Layer
from reader.model.text import Span

HEADER = "date: 2026-01-02\n\n"
BODY = "“No,” said Gen. Ann Lee of the army. “Yes,” officials said. Lee agreed."


@pytest.fixture(scope="module")
def nlp() -> Language:
    register_extensions()
    return spacy.blank("en")


def at(words: str) -> Span:
    start = BODY.index(words)
    return Span(start, start + len(words))


def layer_of(nlp: Language, *speakers: Attribution) -> Layer:
    text = HEADER + BODY
    doc: Doc = nlp.make_doc(BODY)
    doc._.entities = (EntityRecord("PERSON", "Ann Lee", aliases=("Lee",)), EntityRecord("ORG", "x"))
    doc._.mentions = (
        MentionSpan(at("Ann Lee"), "name", 0, 0.987, "full name"),
        MentionSpan(at("the army"), "nominal", 1, 0.5, "noun"),
        MentionSpan(at("Lee agreed"), "name", 0, 0.9, "surname"),
    )
    cue = CueSpan(at("said"), "say")
    doc._.quotes = (
        QuoteSpan("direct", (at("“No,”"),), cue, 0.9, "marks"),
        QuoteSpan("direct", (at("“Yes,”"),), None, 0.9, "marks"),
    )[: len(speakers)]
    doc._.speakers = speakers
    layer = make_layer(Article(text, Span(len(HEADER), len(text))), doc, nlp)
    check_layer(layer, text, "x")
    return layer


def test_offsets_count_in_the_whole_text_and_confidences_are_rounded(nlp: Language) -> None:
    layer = layer_of(nlp, Attribution(None, None, 0.0))
    assert layer.mentions[0].start == len(HEADER) + BODY.index("Ann Lee")
    assert layer.mentions[0].confidence == 0.99
    assert layer.quotes[0].cue is not None
    assert (layer.quotes[0].cue.text, layer.quotes[0].cue.lemma) == ("said", "say")
    assert layer.quotes[0].speaker.status == "unknown"


@pytest.mark.parametrize("words", ["Ann Lee", "Gen. Ann Lee", "Lee"])
def test_a_speaker_s_words_lead_through_their_mention_to_an_entity(
    nlp: Language, words: str
) -> None:
    layer = layer_of(nlp, Attribution(at(words), "explicit", 0.8))
    speaker = layer.quotes[0].speaker
    assert (speaker.status, speaker.how) == ("known", "explicit")
    assert speaker.entity == layer.mentions[0].entity
    assert speaker.words is not None
    assert speaker.words.text == words


def test_a_name_inside_the_words_is_not_whom_they_mean(nlp: Language) -> None:
    layer = layer_of(nlp, Attribution(at("of the army. “Yes,” officials"), "explicit", 0.8))
    assert layer.quotes[0].speaker.status == "unnamed"


def test_a_name_behind_a_preposition_is_not_whom_the_words_mean(nlp: Language) -> None:
    doc = nlp.make_doc("A report published in June found it. Judge June found it.")
    doc.set_ents([])
    tags = "DET NOUN VERB ADP PROPN VERB PRON PUNCT NOUN PROPN VERB PRON PUNCT".split()
    for token, pos in zip(doc, tags, strict=True):
        token.pos_ = pos
    doc._.entities = (EntityRecord("PERSON", "June"),)
    doc._.mentions = tuple(MentionSpan(Span(s, s + 4), "name", 0, 0.9, "x") for s in (22, 43))
    doc._.quotes = (
        QuoteSpan("indirect", (Span(33, 35),), None, 0.9, "x"),
        QuoteSpan("indirect", (Span(54, 56),), None, 0.9, "x"),
    )
    report, judge = (
        Attribution(Span(0, 26), "explicit", 0.9),
        Attribution(Span(37, 47), "explicit", 0.9),
    )
    doc._.speakers = (report, judge)
    layer = make_layer(Article(doc.text, Span(0, len(doc.text))), doc, nlp)
    assert [quote.speaker.status for quote in layer.quotes] == ["unnamed", "known"]


def test_somebody_unnamed_is_shown_in_the_words_of_the_text(nlp: Language) -> None:
    unknown = Attribution(None, None, 0.0)
    officials = Attribution(at("officials"), "explicit", 0.7, others=((at("Lee"), 0.2),))
    speaker = layer_of(nlp, unknown, officials).quotes[1].speaker
    assert (speaker.status, speaker.entity) == ("unnamed", None)
    assert speaker.words is not None
    assert speaker.words.text == "officials"
    assert len(speaker.others) == 1
    assert speaker.others[0][0].startswith("e")


def test_a_layer_holds_what_is_not_shown(nlp: Language) -> None:
    text = "The tide came. It went."
    doc: Doc = nlp.make_doc(text)
    doc._.entities = (EntityRecord("MISC", "The tide"),)
    doc._.mentions = (
        MentionSpan(Span(0, 8), "nominal", 0, 0.7, "description"),
        MentionSpan(Span(15, 17), "pronoun", 0, 0.7, "it"),
    )
    doc._.quotes = doc._.speakers = ()
    article = Article(text, Span(0, len(text)))
    layer = make_layer(article, doc, nlp)
    assert [mention.text for mention in layer.mentions] == ["The tide", "It"]
    assert not Annotations(article, layer).mentions


def test_what_has_no_name_is_shown_only_if_it_is_somebody(nlp: Language) -> None:
    records = (
        EntityRecord("PERSON", "he"),
        EntityRecord("MISC", "the tide"),
        EntityRecord("PERSON", "a spokeswoman"),
        EntityRecord("GPE", "Northport"),
    )
    forms: tuple[Form, ...] = ("pronoun", "nominal", "nominal", "name")
    mentions = [MentionSpan(Span(n, n + 1), form, n, 1.0, "x") for n, form in enumerate(forms)]
    assert clusters_shown(records, mentions) == {2, 3}
