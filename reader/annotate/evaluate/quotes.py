"""How good the quotes and speakers of a pipeline are, by a gold standard.

Detection and speakers are measured on passages in quotation marks (outermost ones), indirect speech
on words, as in PolNeAR (Newell et al. 2018).

A passage inside indirect speech is found with it. Other scorers of the same gold may differ by a
point or two, most of all in the recall of indirect speech: which passages there are is read by
``reader.annotate.quoting.marks``, and a cue counts as speech where this project's closed lists
class its verb as saying, claiming or asking, or where it is "according to". Verbs that criticise,
praise or name are not asked for.
"""

from collections import Counter
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from reader.annotate.evaluate.quote_gold import GoldArticle, GoldQuote, read_gold
from reader.annotate.evaluate.speaker_match import WORD, Offsets, same_speaker
from reader.annotate.quoting.cues import SPEECH, cue_words
from reader.annotate.spans import Attribution, QuoteSpan
from reader.pipeline.shares import f1, share

Figures = dict[str, float]


def evaluate_quotes(nlp: Language, gold_path: Path | str) -> dict[str, Figures]:
    """Annotate the gold texts with ``nlp`` and compare.

    Args:
        nlp: A pipeline with ``newsreader_quotes`` and ``newsreader_speakers``.
        gold_path: JSON Lines as ``read_gold`` takes them.

    Returns:
        ``overlap`` and ``exact`` (precision, recall and f1 of passages found; character IoU of one
        half, or equal ends), ``end_to_end`` (passage found and speaker right), ``speaker``
        (accuracy on found passages), ``scare`` (share of other passages taken for speech),
        ``indirect`` (precision over all contents, recall over speech verbs, f1, by words) and for
        each kind its recall and speaker accuracy; all from 0 to 1.
    """
    counts: Counter[str] = Counter()
    articles = list(read_gold(Path(gold_path)))
    for article, doc in zip(articles, nlp.pipe(a.text for a in articles), strict=True):
        counts.update(count_article(article, doc))
    return _figures(counts)


def count_article(article: GoldArticle, doc: Doc) -> Counter[str]:
    """Count what is right and wrong in one annotated text."""
    counts: Counter[str] = Counter()
    said = _passages(doc)
    said += _reported(article, doc, said)
    _count_passages(article, said, counts)
    _count_indirect(article, doc, counts)
    return counts


def _passages(doc: Doc) -> list[tuple[Offsets, QuoteSpan, Attribution]]:
    """Return the outermost spans in marks that are taken for speech."""
    spans = [
        ((span.start, span.end), quote, attribution)
        for quote, attribution in zip(doc._.quotes, doc._.speakers, strict=True)
        if quote.kind != "indirect"
        for span in quote.spans
    ]
    spans.sort(key=lambda entry: (entry[0][0], -entry[0][1]))
    outer: list[tuple[Offsets, QuoteSpan, Attribution]] = []
    for entry in spans:
        if not outer or entry[0][0] >= outer[-1][0][1]:
            outer.append(entry)
    return [entry for entry in outer if entry[1].kind != "scare"]


def _reported(
    article: GoldArticle, doc: Doc, said: list[tuple[Offsets, QuoteSpan, Attribution]]
) -> list[tuple[Offsets, QuoteSpan, Attribution]]:
    """Return the passages that lie in indirect speech and are found as a part of that."""
    clauses = [
        (span, quote, attribution)
        for quote, attribution in zip(doc._.quotes, doc._.speakers, strict=True)
        if quote.kind == "indirect"
        for span in quote.spans
    ]
    found = []
    for passage, _ in article.passages:
        around = (c for c in clauses if c[0].start <= passage.start and passage.end <= c[0].end)
        clause = next(around, None)
        spoken = any(s < passage.end and passage.start < e for (s, e), _, _ in said)
        if clause is not None and not spoken:
            found.append(((passage.start, passage.end), clause[1], clause[2]))
    return found


def _count_passages(
    article: GoldArticle,
    said: list[tuple[Offsets, QuoteSpan, Attribution]],
    counts: Counter[str],
) -> None:
    text = article.text
    counts["predicted"] += len(said)
    left = dict(enumerate(said))
    for passage, quote in article.passages:
        gold = _trim(text, (passage.start, passage.end))
        match = next((k for k, e in left.items() if _iou(_trim(text, e[0]), gold) >= 0.5), None)
        entry = left.pop(match) if match is not None else None
        if quote is None:
            counts["other"] += 1
            counts["other taken"] += entry is not None
            continue
        kind = _kind(article, quote)
        counts["gold"] += 1
        counts[f"{kind} gold"] += 1
        if entry is None:
            counts["with source"] += bool(quote.source)
            continue
        counts["overlap"] += 1
        counts[f"{kind} overlap"] += 1
        counts["exact"] += _trim(text, entry[0]) == gold
        if quote.source:
            right = same_speaker(text, entry[2].speaker, quote.source)
            counts["with source"] += 1
            counts["asked"] += 1
            counts[f"{kind} asked"] += 1
            counts["right"] += right
            counts[f"{kind} right"] += right
        else:
            counts["sourceless found"] += 1


def _kind(article: GoldArticle, quote: GoldQuote) -> str:
    share = len(quote.words & article.marked) / len(quote.words)
    return "direct" if share >= 0.8 else "mixed"


def _count_indirect(article: GoldArticle, doc: Doc, counts: Counter[str]) -> None:
    spans = [s for quote in doc._.quotes if quote.kind == "indirect" for s in quote.spans]
    words = article.words(tuple((span.start, span.end) for span in spans)) - article.marked
    contents: set[int] = set()
    for quote in article.quotes:
        contents |= quote.words
        if not quote.words & article.marked and _is_speech(article.text, quote):
            counts["speech words"] += len(quote.words)
            counts["speech words found"] += len(quote.words & words)
    counts["indirect words"] += len(words)
    counts["indirect words right"] += len(words & contents)


def _is_speech(text: str, quote: GoldQuote) -> bool:
    lists = cue_words()
    forms = [word.lower() for start, end in quote.cue for word in WORD.findall(text[start:end])]
    lemmas = [lists.verbs.get(form) for form in forms]
    return "according" in forms or any(lists.classes.get(x or "") in SPEECH for x in lemmas)


def _trim(text: str, span: Offsets) -> Offsets:
    """Strip marks, blanks and punctuation from the ends."""
    start, end = span
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def _iou(a: Offsets, b: Offsets) -> float:
    shared = max(0, min(a[1], b[1]) - max(a[0], b[0]))
    union = a[1] - a[0] + b[1] - b[0] - shared
    return shared / union if union else 0.0


def _figures(c: Counter[str]) -> dict[str, Figures]:
    pairs = c["predicted"] - c["sourceless found"]
    figures = {
        "overlap": _prf(c["overlap"], c["predicted"], c["gold"]),
        "exact": _prf(c["exact"], c["predicted"], c["gold"]),
        "end_to_end": _prf(c["right"], pairs, c["with source"]),
        "speaker": {"accuracy": share(c["right"], c["asked"])},
        "scare": {"taken": share(c["other taken"], c["other"])},
        "indirect": _figures_of(
            share(c["indirect words right"], c["indirect words"]),
            share(c["speech words found"], c["speech words"]),
        ),
    }
    for kind in ("direct", "mixed"):
        figures[kind] = {
            "recall": share(c[f"{kind} overlap"], c[f"{kind} gold"]),
            "speaker": share(c[f"{kind} right"], c[f"{kind} asked"]),
        }
    return figures


def _prf(right: int, predicted: int, gold: int) -> Figures:
    return _figures_of(share(right, predicted), share(right, gold))


def _figures_of(precision: float, recall: float) -> Figures:
    return {"precision": precision, "recall": recall, "f1": f1(precision, recall)}
