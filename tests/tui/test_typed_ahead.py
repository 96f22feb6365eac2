"""Keys that arrive in one go do what they do one by one."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from textual import events

from reader.tui.widgets.line_list import LineList
from tests.tui.conftest import app_on, screen_of

NAMES = {"]": "right_square_bracket", "?": "question_mark", ":": "colon"}


async def test_a_panel_has_the_focus_at_once_for_keys_that_follow_fast(harbour: Path) -> None:
    app = app_on([harbour])
    async with app.run_test(size=(120, 40)):
        screen = screen_of(app)
        # Nothing is awaited in between, as when "1 j" arrives in one go.
        screen.action_panel("entities")
        first = screen.focused
        screen.action_focus_article()
        assert [first, screen.focused] == [screen.entities_panel, screen.view]


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("1 j enter m m", "“Reyes” 3/6"),
        ("1 enter j j enter m", "“Chen” 5/7"),
        ("2 j j enter 1 m", "“Reyes” 3/6"),
        ("2 j enter grave_accent right_square_bracket", "quote 1/13"),
        ("1 slash R e y enter j j enter", "“Its director” 1/6"),
    ],
)
async def test_keys_do_the_same_typed_fast_and_slowly(harbour: Path, keys: str, words: str) -> None:
    seen = []
    for is_fast in (False, True):
        app = app_on([harbour])
        async with app.run_test(size=(120, 40)) as pilot:
            for key in keys.split():
                app.post_message(events.Key(key, key if len(key) == 1 else None))
                if not is_fast:
                    await pilot.pause()
            await pilot.pause()
            seen.append(screen_of(app).position_words())
    assert seen == [words, words]


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("j enter ] ]", "quote 2/13"),
        ("enter J ]", "quote 1/13"),
        ("enter J q ] enter 1 j enter", "“Its director” 1/6"),
        ("enter f j j enter q ]", "quote 2/13"),
        ("enter ] i q ]", "quote 2/13"),
        ("enter ? escape ]", "quote 1/13"),
        ("enter ] : n e x t escape ]", "quote 2/13"),
        ("enter ] : n e x t q u enter enter", "quote 2/13"),
    ],
)
async def test_keys_are_for_the_screen_that_the_one_before_them_opens(
    two: Sequence[Path], keys: str, words: str
) -> None:
    for is_fast in (False, True):
        app = app_on(two, two[0].parent)
        async with app.run_test(size=(120, 40)) as pilot:
            for key in keys.split():
                app.post_message(events.Key(NAMES.get(key, key), key if len(key) == 1 else None))
                if not is_fast:
                    await pilot.pause()
            await pilot.pause()
            assert screen_of(app).position_words() == words, is_fast


async def test_what_is_found_is_the_same_for_keys_that_follow_fast(harbour: Path) -> None:
    app = app_on([harbour])
    async with app.run_test(size=(120, 40)) as pilot:
        for key in ("slash", *"harb", "enter", "n", "n"):
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        await pilot.pause()
        assert screen_of(app).match_words() == "3 of 5"
        for key in ("slash", *"our", "escape", "n"):
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        await pilot.pause()
        assert screen_of(app).match_words() == ""


async def test_a_second_click_opens_no_second_article(two: Sequence[Path]) -> None:
    app = app_on(two, two[0].parent)
    async with app.run_test(size=(120, 40)) as pilot:
        library = app.screen
        articles = library.query_one(LineList)
        # Nothing is awaited in between, as when both are there before the first is acted upon.
        articles.action_select()
        articles.action_select()
        await pilot.press("q")
        assert app.screen is library
