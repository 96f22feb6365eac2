"""The article pane: what it shows after any sequence of moves, and what it tells others."""

import random
from collections.abc import Callable, Mapping

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.pilot import Pilot
from textual.strip import Strip

from reader.model.index import Annotations
from reader.model.layer import QuoteKind
from reader.model.text import Span
from reader.tui.colours import variable_defaults
from reader.tui.cursor import Choice
from reader.tui.marks import Highlights, Showing
from reader.tui.palette import palette
from reader.tui.themes import THEMES
from reader.tui.thumb import THUMB
from reader.tui.widgets.article_view import ArticleView
from tests.unit.tui import layers, slow

WORDS = "wall sea Chen — storm vote 漢字 é 👩\u200d👧 a\tb x\x1by well-worn “plan” ".split(" ")


def story(paragraphs: int, seed: int = 1, title: str | None = None) -> Annotations:
    """A text with marks all over it."""
    chance = random.Random(seed)
    pieces = ["header\n"]
    lengths = [chance.randint(0, 90) for _ in range(paragraphs)]
    pieces += [" ".join(chance.choices(WORDS, k=length)) + "\n\n" for length in lengths]
    text = "".join(pieces)
    mentions, quotes = [], []
    for number in range(paragraphs * 3):
        start = chance.randrange(7, len(text) - 40)
        span = Span(start, start + chance.randint(1, 12))
        mentions.append(layers.mention(number, text, span, number % 4, pronoun=number % 5 == 0))
    for number in range(paragraphs):
        start = chance.randrange(7, len(text) - 200)
        spans = [Span(start, start + 60), Span(start + 70, start + chance.randint(75, 199))]
        kind: QuoteKind = chance.choice(("direct", "mixed", "indirect", "scare"))
        speaker = chance.choice((None, 0, 1, 2))
        quotes.append(layers.quote(number, text, spans, kind, speaker, chance.choice((0.3, 0.9))))
    return layers.annotations(text, mentions, quotes, title, Span(7, len(text)))


class PaneApp(App[None]):
    """A pane with something beside it."""

    CSS = "ArticleView { width: 1fr; }"

    def __init__(self, annotations: Annotations) -> None:
        super().__init__()
        self.view = ArticleView(annotations)
        self.places: list[int] = []
        self.clicks: list[int] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variable_defaults()

    def compose(self) -> ComposeResult:
        yield self.view

    def on_article_view_place_changed(self, event: ArticleView.PlaceChanged) -> None:
        self.places.append(event.place)

    def on_article_view_clicked(self, event: ArticleView.Clicked) -> None:
        self.clicks.append(event.offset)


def drawn(view: ArticleView) -> list[Strip]:
    return view.render_lines(Region(0, 0, view.size.width, view.size.height))


class Walk:
    """Does random things to a pane and knows what must be seen."""

    def __init__(self, app: PaneApp, pilot: Pilot[None], annotations: Annotations) -> None:
        self.app, self.pilot, self.view, self.annotations = app, pilot, app.view, annotations
        self.showing = Showing()
        self.measure = 72
        self.chance = random.Random(7)
        self.palette = palette(app.theme_variables)
        self._known_lines: dict[tuple[int, bool], list[tuple[int, int]]] = {}

    def check(self) -> None:
        view, body = self.view, self.annotations.article.body
        width = view.size.width
        label = 3 if width >= 48 else 0
        text = max(2, min(self.measure, width - label - 4))
        left = max(label + 2, (width - text) // 2)
        hints = slow.NO_HINTS
        if self.showing.highlights == Highlights.HINTS:
            hints = slow.hints(self.annotations, text)
        lines = self._lines(text, hints)
        at_start = view.scroll_y == 0
        assert not at_start or view.place == body.start
        top = -1 if at_start else next(n for n, line in enumerate(lines) if line[0] == view.place)
        looked_at = set(self.chance.sample(range(view.size.height), k=min(4, view.size.height)))
        for y, strip in enumerate(drawn(view)):
            assert strip.cell_length == sum(s.cell_length for s in strip) == width
            if not 0 <= top + y < len(lines):
                assert not strip.text.removesuffix(THUMB).strip()
            elif y in looked_at:
                self._check_line(strip, lines[top + y], left, hints, numbered=label > 0)
            else:
                shown = slow.shown(self.annotations, lines[top + y], hints)
                assert strip.text[left:].removesuffix(THUMB).rstrip() == shown.rstrip()

    def _lines(self, width: int, hints: Mapping[int, str]) -> list[tuple[int, int]]:
        key = (width, bool(hints))
        if key not in self._known_lines:
            start = self.annotations.article.body.start
            text = self.annotations.article.text[start:].rstrip()
            moved = {last - start: hint for last, hint in hints.items()}
            lines = slow.lines(text, width, moved)
            self._known_lines[key] = [(start + first, start + last) for first, last in lines]
        return self._known_lines[key]

    def _check_line(
        self,
        strip: Strip,
        line: tuple[int, int],
        left: int,
        hints: Mapping[int, str],
        *,
        numbered: bool,
    ) -> None:
        sign = slow.sign(self.annotations, line, self.showing)
        label, bar, _ = sign or ("", "", "")
        assert strip.text[:left].strip() == (label if numbered else "") + bar
        wanted = [
            (character, spot.styles)
            for spot in slow.spots(self.annotations, line, self.showing, hints)
            for character in spot.shown
        ]
        seen = [(c, s.style) for s in strip.crop(left, strip.cell_length) for c in s.text]
        for (character, names), (shown, style) in zip(wanted, seen, strict=False):
            expected = self.view.rich_style
            for name in names:
                expected += self.palette[name]
            assert (shown, style) == (character, expected)
        assert not "".join(character for character, _ in seen[len(wanted) :]).strip(" " + THUMB)

    async def step(self) -> None:
        await self.chance.choice([self._move, self._move, self._jump, self._mark, self._resize])()
        await self.pilot.pause()

    async def _move(self) -> None:
        names = ("line_down", "line_up", "page_down", "page_up", "half_page_down", "top", "end")
        move: Callable[[], None] = getattr(self.view, f"action_{self.chance.choice(names)}")
        move()

    async def _jump(self) -> None:
        body = self.annotations.article.body
        offset = self.chance.randrange(body.start, len(self.annotations.article.text.rstrip()))
        if self.chance.random() < 0.5:
            self.view.reveal(offset, centre=self.chance.random() < 0.3)
            assert self.view.is_visible(offset)
        else:
            self.view.go_to_place(offset)
            assert self.view.place <= offset

    async def _mark(self) -> None:
        chance, count = self.chance, len(self.annotations.quotes)
        kind = chance.randrange(6)
        if kind <= 1:
            choice = Choice(
                chance.choice([None, chance.randrange(count)]), chance.choice([None, 0, 5])
            )
            self._now(choice=choice)
            self.view.choose(choice)
        elif kind == 2:
            solo = chance.choice([None, "e0", "e1"])
            self._now(solo=solo)
            self.view.solo(solo)
        elif kind == 3:
            only = chance.choice([None, frozenset({1, 2, 3})])
            self._now(only=only)
            self.view.show_only_quotes(only)
        elif kind == 4:
            self.highlight(chance.choice(list(Highlights)))
        else:
            matches = [Span(start, start + 4) for start in range(9, 900, 61)]
            matches = self.showing.matches if self.showing.matches else matches  # type: ignore[assignment]
            match = chance.randrange(len(matches))
            self._now(matches=matches, match=match)
            self.view.set_matches(matches, match)

    def highlight(self, highlights: Highlights) -> None:
        self._now(highlights=highlights)
        self.view.set_highlights(highlights)

    def _now(self, **changes: object) -> None:
        fields = {name: getattr(self.showing, name) for name in Showing.__struct_fields__}
        self.showing = Showing(**{**fields, **changes})

    async def _resize(self) -> None:
        before, full = self.view.place, self.view.scroll_y < self.view.max_scroll_y
        if self.chance.random() < 0.4:
            self.measure = self.chance.choice((30, 50, 72, 90))
            self.view.set_measure(self.measure)
        else:
            await self.pilot.resize_terminal(
                self.chance.choice((30, 47, 60, 100, 130)), self.chance.choice((1, 8, 24, 40))
            )
            await self.pilot.pause()
        if full and self.view.scroll_y < self.view.max_scroll_y:
            assert self.view.place <= before


@pytest.mark.parametrize("paragraphs", [3, 40])
@pytest.mark.parametrize("highlights", [Highlights.ALL, Highlights.HINTS])
async def test_after_any_moves_it_shows_what_it_must(
    paragraphs: int, highlights: Highlights
) -> None:
    annotations = story(paragraphs)
    app = PaneApp(annotations)
    async with app.run_test(size=(100, 30)) as pilot:
        walk = Walk(app, pilot, annotations)
        walk.highlight(highlights)
        for _ in range(50):
            await walk.step()
            walk.check()


async def test_an_article_without_a_layer_is_shown() -> None:
    annotations = layers.annotations("The council voted.\n\n" * 3)
    app = PaneApp(annotations)
    async with app.run_test(size=(60, 10)):
        texts = [strip.text.strip(" " + THUMB) for strip in drawn(app.view)]
        assert texts[:3] == ["", "The council voted.", ""]
        assert app.view.progress == 1.0
        assert app.view.paragraph_at(0) == (1, 3)


async def test_the_heading_stands_above_the_text() -> None:
    app = PaneApp(story(5, title="Council \x1b[31mbacks harbour plan"))
    async with app.run_test(size=(60, 20)) as pilot:
        texts = [strip.text.strip(" " + THUMB) for strip in drawn(app.view)]
        assert texts[:4] == ["", "Council ␛[31mbacks harbour plan", "Gazette", ""]
        assert app.view.place == 7
        app.view.action_line_down()
        await pilot.pause()
        assert app.view.place == 7
        app.view.action_end()
        await pilot.pause()
        assert app.view.progress == 1.0
        app.view.go_to_place(0)
        await pilot.pause()
        assert app.view.scroll_y == 0


async def test_place_is_kept_when_the_layer_comes_and_the_size_changes() -> None:
    annotations = story(60)
    app = PaneApp(layers.annotations(annotations.article.text, body=annotations.article.body))
    async with app.run_test(size=(100, 30)) as pilot:
        app.view.go_to_place(6000)
        await pilot.pause()
        place = app.view.place
        app.view.set_annotations(annotations)
        await pilot.pause()
        assert app.view.place == place
        for size in ((50, 12), (140, 50), (100, 30)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert app.view.place <= place
        assert app.view.place == place
        assert app.places[-1] == place
        told = len(app.places)
        app.view.set_measure(40)
        await pilot.pause()
        assert len(app.places) == told + 1


async def test_a_place_can_be_set_before_the_first_frame() -> None:
    annotations = story(60)
    app = PaneApp(annotations)
    app.view.go_to_place(6000)
    async with app.run_test(size=(100, 30)):
        assert 0 <= 6000 - app.view.place < 80


async def test_revealing_something_visible_does_not_scroll() -> None:
    app = PaneApp(story(60))
    async with app.run_test(size=(100, 30)) as pilot:
        app.view.go_to_place(3000)
        await pilot.pause()
        place = app.view.place
        app.view.reveal(place + 500)
        await pilot.pause()
        assert app.view.place == place
        app.view.reveal(place + 20_000)
        await pilot.pause()
        assert app.view.place > place


async def test_a_click_tells_the_character_or_the_quote_beside_it() -> None:
    text = "The wall. “It is 漢字 and high,” she said. Nothing was said of the sea."
    quote = layers.quote(0, text, [Span(10, 31)])
    app = PaneApp(layers.annotations(text, quotes=[quote]))
    async with app.run_test(size=(46, 10)) as pilot:
        row = next(y for y, s in enumerate(drawn(app.view)) if "漢字" in s.text)
        left = app.view.render_line(row).text.index("The")
        await pilot.click(ArticleView, offset=(left + 4, row))
        await pilot.click(ArticleView, offset=(left + 20, row))
        await pilot.click(ArticleView, offset=(0, row))
        await pilot.click(ArticleView, offset=(0, row + 1))
        await pilot.click(ArticleView, offset=(44, row + 2))
        await pilot.click(ArticleView, offset=(4, 9))
        assert app.clicks == [4, 18, 10]


async def test_the_mouse_selects_the_articles_own_text() -> None:
    text = "The wall lost forty\tmetres of its crest\x1b in the January gales.\n\nThe sea came."
    app = PaneApp(layers.annotations(text))
    async with app.run_test(size=(30, 10)) as pilot:
        strips = [strip.text for strip in drawn(app.view)]
        first = next(y for y, line in enumerate(strips) if "The wall" in line)
        last = next(y for y, line in enumerate(strips) if "The sea" in line)
        left = strips[first].index("The")
        await pilot.mouse_down(ArticleView, offset=(left + 4, first))
        await pilot.hover(ArticleView, offset=(left + 7, last))
        await pilot.mouse_up(ArticleView, offset=(left + 7, last))
        await pilot.pause()
        assert app.screen.get_selected_text() == text[4 : text.index("came")]
        assert app.clicks == []


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_meaning_does_not_rest_on_colour(theme: str) -> None:
    text = "Maria Chen of the Harbour Trust in Northport said “yes”, we hear. She left."
    mentions = [
        layers.mention(n, text, Span(text.index(word), text.index(word) + len(word)), n % 4)
        for n, word in enumerate(("Maria Chen", "Harbour Trust", "Northport"))
    ]
    quotes = [
        layers.quote(0, text, [Span(50, 55)]),
        layers.quote(1, text, [Span(57, 64)], "indirect"),
    ]
    app = PaneApp(layers.annotations(text, mentions, quotes))
    for registered in THEMES:
        app.register_theme(registered)
    app.theme = theme
    async with app.run_test(size=(100, 10)):
        app.view.choose(Choice(quote=0, mention=2))
        styles = {s.text: s.style for strip in drawn(app.view) for s in strip if s.style}
        assert styles["Maria Chen"].underline
        assert styles["Harbour Trust"].bold
        assert styles["Northport"].italic
        assert styles["Northport"].reverse
        assert styles["“yes”"].bold
        assert any(strip.text.strip().startswith("1▐") for strip in drawn(app.view))


async def test_a_choice_draws_only_its_own_lines_anew() -> None:
    annotations = story(60)
    app = PaneApp(annotations)
    async with app.run_test(size=(100, 40)) as pilot:
        visible = [
            n for n, q in enumerate(annotations.quotes) if app.view.is_visible(q.spans[0].start)
        ]
        before = drawn(app.view)
        app.view.choose(Choice(quote=visible[0]))
        await pilot.pause()
        changed = [y for y, strip in enumerate(drawn(app.view)) if strip is not before[y]]
        assert 0 < len(changed) < 10


async def test_with_a_border_it_is_drawn_all_the_same() -> None:
    class Framed(PaneApp):
        CSS = "ArticleView { border: round white; }"

    annotations = story(20)
    app = Framed(annotations)
    async with app.run_test(size=(80, 20)) as pilot:
        app.view.action_page_down()
        app.view.choose(Choice(mention=3))
        await pilot.pause()
        lines = app.view.render_lines(Region(0, 0, *app.view.outer_size))
        assert [line.cell_length for line in lines] == [80] * 20
        assert lines[0].text.startswith("╭")
        start = app.view.place
        assert annotations.article.text[start : start + 5] in lines[1].text


async def test_a_click_beside_the_thumb_goes_there_and_a_double_click_selects_nothing() -> None:
    app = PaneApp(story(40))
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.click(ArticleView, offset=(79, 19))
        await pilot.pause()
        assert app.view.progress == 1.0
        await pilot.click(ArticleView, offset=(79, 0))
        await pilot.pause()
        assert app.view.progress < 0.2
        await pilot.click(ArticleView, offset=(20, 5), times=2)
        assert app.screen.get_selected_text() is None
