import io

import msgspec

from reader.export.text import write_text
from reader.model.layer import Entity, Layer, Mention, Speaker
from tests import samples


def written(layer: Layer | None, *, styled: bool, text: str = samples.TEXT, width: int = 60) -> str:
    file = io.StringIO()
    write_text(samples.article(text), layer, file, styled=styled, width=width)
    return file.getvalue()


def test_plain_text_has_the_article_the_speakers_and_the_people() -> None:
    shown = written(samples.layer(), styled=False)
    assert "\x1b" not in shown
    assert "The chair sat down." in shown
    assert " 2  Maria Chen\n    “Tom Reyes told me ‘never’,” … “and he meant it.”" in shown
    assert "People: Maria Chen (4, said 2) · Tom Reyes (3, said 1)" in shown


def test_quotes_have_the_numbers_of_the_screen_and_scare_quotes_are_named_apart() -> None:
    layer = samples.layer()
    first, second, third = layer.quotes
    second = msgspec.structs.replace(second, kind="scare", speaker=Speaker(status="unknown"))
    shown = written(
        msgspec.structs.replace(layer, quotes=(first, second, third)), styled=False, width=80
    )
    numbers = [line.split()[0] for line in shown.splitlines() if line[:3].strip().isdigit()]
    assert numbers == ["1", "3"]
    assert "\nNot speech: 2 “Tom Reyes told me ‘never’,” … “and he meant it.”\n" in shown


def test_nothing_found_has_no_heading() -> None:
    layer = msgspec.structs.replace(samples.layer(), quotes=(), mentions=(), entities=())
    shown = written(layer, styled=False)
    assert "The chair sat down." in shown
    assert "WHO" not in shown


def test_styles_mark_names_and_quotes_on_the_right_characters() -> None:
    shown = written(samples.layer(), styled=True, width=80)
    assert "\x1b[4mMaria Chen\x1b[0m said: " in shown
    assert "\x1b[32m“We cannot wait.”\x1b[0m" in shown


def test_no_line_is_wider_than_asked_or_ends_in_a_blank() -> None:
    lines = written(samples.layer(), styled=False, width=30).splitlines()
    assert max(map(len, lines)) <= 30
    assert [line for line in lines if line.endswith(" ")] == []


def test_an_article_cannot_drive_the_terminal() -> None:
    shown = written(None, styled=True, text="A \x1b]0;title\x07 bell, \u202edesrever\u202c.\n")
    assert "\x1b]" not in shown
    assert "\x07" not in shown
    assert "\u202e" not in shown
    assert "desrever" in shown


def test_a_mark_that_ends_inside_an_emoji_takes_the_whole_of_it() -> None:
    text = "Renée \U0001f469\U0001f3fd\u200d\u2695\ufe0f\u270a\U0001f3ff, a nurse.\n"
    mark = Mention(
        id="m", start=7, end=12, text=text[7:12],
        form="name", entity="e", confidence=1.0, rule="name",
    )  # fmt: skip
    layer = msgspec.structs.replace(
        samples.layer(text),
        quotes=(),
        mentions=(mark,),
        entities=(Entity(id="e", type="PERSON", name="Renée"),),
    )
    emoji = text[6:13]
    assert text[: text.index(",")] in written(layer, styled=False, text=text)
    shown = written(layer, styled=True, text=text)
    assert f"Renée \x1b[4m{emoji}\x1b[0m, a nurse." in shown
