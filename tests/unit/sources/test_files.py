import io
import os
from pathlib import Path

import pytest

from reader.errors import ExitCode, NewsreaderError, SourceError, UsageError
from reader.sources import files, list_articles, open_article, read_stdin


def test_a_plain_file_is_its_own_canonical_text(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes("One “two”.\r\n\r\nThree.\r\n".encode())
    article = open_article(path)
    assert article.text == "One “two”.\n\nThree.\n"
    assert (article.id, article.path) == ("story", path)


def test_standard_input_has_no_path_and_a_stable_id() -> None:
    first, second = (read_stdin(io.BytesIO(b"The same words.")) for _ in range(2))
    assert first.path is None
    assert first.id == second.id


def test_what_cannot_be_opened_is_said_in_one_line(tmp_path: Path) -> None:
    cases: list[tuple[Path, type[NewsreaderError], str]] = [
        (tmp_path / "missing.txt", UsageError, "there is no file"),
        (tmp_path, UsageError, "is a folder"),
    ]
    for path, kind, said in cases:
        with pytest.raises(kind) as caught:
            open_article(path)
        assert said in caught.value.message
        assert caught.value.hint
        assert caught.value.exit_code == ExitCode.USAGE


@pytest.mark.parametrize("name", ["story.layer.json", "story.html", "STORY.HTM"])
def test_what_is_no_article_by_its_name_is_not_read_as_one(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("<p>“One,” said two.</p>")
    with pytest.raises(SourceError, match=f"{name} is a "):
        open_article(tmp_path / name)


def test_a_file_that_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 1 << 20)
    path = tmp_path / "big.txt"
    path.write_bytes(b"word " * (1 << 18))
    with pytest.raises(SourceError, match="larger than 1 MiB"):
        open_article(path)


def test_a_named_pipe_can_be_read(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    if os.fork() == 0:
        pipe.write_bytes(b"Through a pipe.")
        os._exit(0)
    assert open_article(pipe).text == "Through a pipe."
    os.wait()


def test_a_folder_s_articles_are_sorted_and_nothing_else_is_listed(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c.layer.json", ".hidden.txt", "d.pdf", "E.TXT"):
        (tmp_path / name).write_text("x")
    (tmp_path / "folder.txt").mkdir()
    assert [path.name for path in list_articles(tmp_path)] == ["E.TXT", "a.md", "b.txt"]


def test_a_folder_without_articles_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no articles"):
        list_articles(tmp_path)
