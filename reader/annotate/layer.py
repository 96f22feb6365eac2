"""From a processed Doc to a layer: offsets of the whole text, ids, speakers led to entities."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime

from spacy.language import Language
from spacy.tokens import Doc

import reader
from reader.annotate.spans import Attribution, EntityRecord, MentionSpan, QuoteSpan
from reader.model.article import Article
from reader.model.ids import IdMaker
from reader.model.index import is_worth_showing
from reader.model.layer import (
    ArticleInfo,
    Cue,
    Entity,
    Form,
    Layer,
    Mention,
    Quote,
    Run,
    Speaker,
    TextInfo,
    TextSpan,
)
from reader.model.spans import SpanIndex
from reader.model.text import Span, sha256

RUN_ID = "r1"
TOOL = "newsreader"


def make_layer(article: Article, doc: Doc, nlp: Language) -> Layer:
    """Turn what the components left on a Doc into the article's layer.

    Args:
        article: The article; ``doc`` was made of its body.
        doc: A Doc that went through the whole pipeline.
        nlp: The pipeline, for its name and version.
    """
    return LayerMaker(article, doc).layer(run_of(nlp))


def run_of(nlp: Language) -> Run:
    """Describe a run of this package with a pipeline, made now (UTC, whole seconds)."""
    return Run(
        id=RUN_ID,
        tool=TOOL,
        version=reader.__version__,
        pipeline=f"{nlp.lang}_{nlp.meta['name']}",
        pipeline_version=str(nlp.meta["version"]),
        created=datetime.now(UTC).isoformat(timespec="seconds"),
    )


class LayerMaker:
    """Builds one layer; holds the numbering of its items while it does."""

    def __init__(self, article: Article, doc: Doc) -> None:
        self._article = article
        self._doc = doc
        self._offset = article.body.start
        shown = clusters_shown(doc._.entities, doc._.mentions)
        self._quote_spans: Sequence[QuoteSpan] = doc._.quotes
        self._attributions: Sequence[Attribution] = doc._.speakers
        self._ids = IdMaker()
        self._entities = {n: self._entity(record) for n, record in enumerate(doc._.entities)}
        self._all_mentions = [self._mention(mention) for mention in doc._.mentions]
        # Who speaks is somebody that is shown: not "he" of whom nothing else is known.
        pairs = zip(doc._.mentions, self._all_mentions, strict=True)
        kept = [(span, made) for span, made in pairs if span.cluster in shown]
        self._mention_spans = [span for span, _ in kept]
        self._mentions = [made for _, made in kept]
        self._places = SpanIndex(mention.span for mention in self._mention_spans)

    def layer(self, run: Run) -> Layer:
        """Return the layer, with ``run`` as its maker."""
        pairs = zip(self._quote_spans, self._attributions, strict=True)
        return Layer(
            article=article_info(self._article),
            text=TextInfo(
                sha256=sha256(self._article.text),
                length=len(self._article.text),
                body=(self._article.body.start, self._article.body.end),
            ),
            runs=(run,),
            entities=tuple(self._entities.values()),
            mentions=tuple(self._all_mentions),
            quotes=tuple(self._quote(quote, speaker) for quote, speaker in pairs),
        )

    def _entity(self, record: EntityRecord) -> Entity:
        return Entity(
            id=self._ids.make("e", record.name),
            type=record.type,
            name=record.name,
            aliases=record.aliases,
            ref=record.ref,
        )

    def _mention(self, mention: MentionSpan) -> Mention:
        words = self._text_span(mention.span)
        return Mention(
            id=self._ids.make("m", words.text),
            start=words.start,
            end=words.end,
            text=words.text,
            form=mention.form,
            entity=self._entities[mention.cluster].id,
            confidence=round(mention.confidence, 2),
            rule=mention.rule,
        )

    def _quote(self, quote: QuoteSpan, attribution: Attribution) -> Quote:
        spans = tuple(self._text_span(span) for span in quote.spans)
        return Quote(
            id=self._ids.make("q", " … ".join(span.text for span in spans)),
            kind=quote.kind,
            spans=spans,
            cue=self._cue(quote),
            speaker=self._speaker(attribution),
            confidence=round(quote.confidence, 2),
            rule=quote.rule,
        )

    def _cue(self, quote: QuoteSpan) -> Cue | None:
        if quote.cue is None:
            return None
        words = self._text_span(quote.cue.span)
        return Cue(start=words.start, end=words.end, text=words.text, lemma=quote.cue.lemma)

    def _speaker(self, attribution: Attribution) -> Speaker:
        if attribution.speaker is None:
            return Speaker(status="unknown")
        number = self._mention_of(attribution.speaker)
        mention = self._mentions[number] if number is not None else None
        return Speaker(
            status="known" if mention else "unnamed",
            words=self._text_span(attribution.speaker),
            mention=mention.id if mention else None,
            entity=mention.entity if mention else None,
            how=attribution.how,
            confidence=round(attribution.confidence, 2),
            others=self._others(attribution),
        )

    def _others(self, attribution: Attribution) -> tuple[tuple[str, float], ...]:
        others: dict[str, float] = {}
        for span, score in attribution.others:
            number = self._mention_of(span)
            who = self._text_span(span).text if number is None else self._mentions[number].entity
            others.setdefault(who, round(score, 2))
        return tuple(others.items())

    def _mention_of(self, words: Span) -> int | None:
        """Return the number of the mention that a speaker's words are.

        The mention with the same ends; else the one in the words that holds their head; else the
        name that they end in, as behind a title ("Gen. Zhang Youxia"; but no place in "a US
        intelligence report"); else the shortest mention that the words are a part of.
        """
        spans = self._mention_spans
        touching = list(self._places.touching(*words))
        inside = [n for n in touching if _holds(words, spans[n].span)]
        around = [n for n in touching if _holds(spans[n].span, words)]
        head = self._head(words)
        ranked = (
            [n for n in inside if spans[n].span == words],
            [n for n in inside if _holds(spans[n].span, head)],
            [n for n in inside if self._only_titled(words, spans[n])],
            sorted(around, key=lambda n: spans[n].span.end - spans[n].span.start),
        )
        return next((numbers[0] for numbers in ranked if numbers), None)

    def _only_titled(self, words: Span, mention: MentionSpan) -> bool:
        """Whether a speaker's words are a name with nothing but titles and the like before it."""
        if mention.form != "name" or mention.span.end != words.end:
            return False
        before = self._doc.char_span(words.start, mention.span.start, alignment_mode="contract")
        return before is None or all(token.pos_ not in ("ADP", "VERB") for token in before)

    def _head(self, words: Span) -> Span:
        phrase = self._doc.char_span(*words, alignment_mode="expand")
        if phrase is None:  # no token there, as in a Doc of white space
            return words
        return Span(phrase.root.idx, phrase.root.idx + len(phrase.root))

    def _text_span(self, span: Span) -> TextSpan:
        start, end = span.start + self._offset, span.end + self._offset
        return TextSpan(start=start, end=end, text=self._article.text[start:end])


def clusters_shown(
    records: Sequence[EntityRecord], mentions: Sequence[MentionSpan]
) -> frozenset[int]:
    """Return the clusters that a reader would look for, see ``is_worth_showing``."""
    forms: dict[int, set[Form]] = defaultdict(set)
    for mention in mentions:
        forms[mention.cluster].add(mention.form)
    return frozenset(n for n, found in forms.items() if is_worth_showing(records[n].type, found))


def article_info(article: Article) -> ArticleInfo:
    """Return an article's metadata in the layer's form."""
    known = article.metadata
    return ArticleInfo(
        id=article.id,
        title=known.title,
        url=known.url,
        byline=known.byline,
        published=known.published,
        source=known.source,
        language=known.language or "en",
    )


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
