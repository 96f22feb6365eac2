"""The article pane: what it shows after any sequence of moves, and what it tells others."""

import pytest
from textual.geometry import Region

from reader.model.text import Span
from reader.tui.cursor import Choice
from reader.tui.marks import Highlights
from reader.tui.themes import THEMES
from reader.tui.thumb import THUMB
from reader.tui.widgets.article_view import ArticleView
from tests.tui.pane import PaneApp, drawn, story
from tests.tui.random_walk import Walk
from tests.unit.tui import layers


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
