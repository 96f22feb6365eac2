"""Random moves on an article pane, and what it must show after each of them."""

import random
from collections.abc import Callable, Mapping

from textual.pilot import Pilot
from textual.strip import Strip

from reader.model.index import Annotations
from reader.model.text import Span
from reader.tui.cursor import Choice
from reader.tui.marks import Highlights, Showing
from reader.tui.palette import Palette
from reader.tui.thumb import THUMB
from tests.tui.pane import PaneApp, drawn
from tests.unit.tui import slow


class Walk:
    """Does random things to a pane and knows what must be seen."""

    def __init__(self, app: PaneApp, pilot: Pilot[None], annotations: Annotations) -> None:
        self.app, self.pilot, self.view, self.annotations = app, pilot, app.view, annotations
        self.showing = Showing()
        self.measure = 72
        self.chance = random.Random(7)
        self.palette = Palette(app.theme_variables)
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
