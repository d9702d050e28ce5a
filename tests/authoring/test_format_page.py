"""`sociable rules format`: which pages are written, what of them, and how it is told."""

import io
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sociable.authoring.format_page import format_page
from sociable.text.source import Source

from tests.calls import called

RULES = Path(__file__).parents[2] / "rules"
WILD = "list  a = [b]  # c\n"
TIDY = "# c\nlist a = [b]\n"
BROKEN = "list a = \n"


def page(*blocks: str) -> str:
    return "# Title\n\n" + "\nprose  here\n\n".join(f"```rule\n{block}```\n" for block in blocks) + "\n  end"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "own").mkdir()
    for name, text in (("shared.md", page(WILD)), ("own/wild.md", page(WILD)), ("own/tidy.md", page(TIDY))):
        (tmp_path / name).write_text(text)
    (tmp_path / "own" / "notes.txt").write_text(page(WILD))
    return tmp_path


def test_the_built_in_pages_are_well_laid_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert called("rules format", "--check") == 0
    assert capsys.readouterr().out == f"{len(list(RULES.glob('*/*.md'))) + 1} pages, 0 would be laid out anew\n"


def test_check_changes_nothing_and_says_what_would_change(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert called("rules format", str(folder), "--check") == 1
    assert (folder / "own" / "wild.md").read_text() == page(WILD)
    would = [f"would lay out {folder / name}\n" for name in ("shared.md", "own/wild.md")]
    assert capsys.readouterr().out == "".join(would) + "3 pages, 2 would be laid out anew\n"


def test_pages_are_laid_out_in_place(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "own" / "wild.md").chmod(0o640)
    untouched = (folder / "own" / "tidy.md").stat()
    assert called("rules format", str(folder)) == 0
    assert capsys.readouterr().out.endswith("3 pages, 2 laid out anew\n")
    for name in ("shared.md", "own/wild.md", "own/tidy.md"):
        assert (folder / name).read_text() == page(TIDY)
    assert (folder / "own" / "wild.md").stat().st_mode & 0o777 == 0o640
    after = (folder / "own" / "tidy.md").stat()
    assert (after.st_ino, after.st_mtime_ns) == (untouched.st_ino, untouched.st_mtime_ns)
    assert sorted(os.listdir(folder / "own")) == ["notes.txt", "tidy.md", "wild.md"]
    assert called("rules format", str(folder), "--check") == 0


def test_pages_beside_the_categories_are_told_and_not_passed_over(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert called("rules format", str(folder / "own")) == 2
    assert "/own/tidy.md is in no category: name the folder above" in capsys.readouterr().err


def test_what_a_link_leads_to_is_written(folder: Path) -> None:
    (folder / "link.md").symlink_to("own/wild.md")
    assert called("rules format", str(folder / "link.md")) == 0
    assert (folder / "link.md").is_symlink()
    assert (folder / "own" / "wild.md").read_text() == page(TIDY)


def test_a_failure_while_writing_leaves_the_page_as_it_was(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert called("rules format", str(folder / "own" / "wild.md")) == 2
    assert (folder / "own" / "wild.md").read_text() == page(WILD)
    assert sorted(os.listdir(folder / "own")) == ["notes.txt", "tidy.md", "wild.md"]


def test_a_broken_block_is_left_alone_and_the_others_are_laid_out(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / "own" / "broken.md"
    path.write_text(page(WILD, BROKEN, WILD))
    assert called("rules format", str(path), str(folder / "own" / "wild.md")) == 2
    assert path.read_text() == page(TIDY, BROKEN, TIDY)
    assert (folder / "own" / "wild.md").read_text() == page(TIDY)
    assert capsys.readouterr().err == f"sociable: {path}:10:9: this is not finished. Expected `[`.\n"
    assert called("rules format", str(path), "--check") == 2


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"\xff\n", "this is no UTF-8 text"), (None, "there is no file or folder")],
)
def test_what_cannot_be_read_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str], data: bytes | None, message: str
) -> None:
    path = folder / "other.md"
    if data is not None:
        path.write_bytes(data)
    assert called("rules format", str(path)) == 2
    assert message in capsys.readouterr().err
    assert data is None or path.read_bytes() == data


def test_standard_input_goes_to_standard_output(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    for written, only_check, code, out in (
        (WILD, False, 0, page(TIDY)),
        (TIDY, False, 0, page(TIDY)),
        (BROKEN, False, 2, page(BROKEN)),
        (WILD, True, 1, "would lay out -\n"),
        (TIDY, True, 0, ""),
    ):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(page(written).encode())))
        assert called("rules format", "-", *(["--check"] if only_check else [])) == code
        assert capsysbinary.readouterr().out.decode() == out


def test_line_ends_and_a_byte_order_mark_stay(folder: Path) -> None:
    path = folder / "own" / "wild.md"
    path.write_bytes(b"\xef\xbb\xbf" + page(WILD).replace("\n", "\r\n").encode())
    assert called("rules format", str(path)) == 0
    assert path.read_bytes() == b"\xef\xbb\xbf" + page(TIDY).replace("\n", "\r\n").encode()


@pytest.mark.parametrize(
    "text",
    [
        f"````markdown\n```rule\n{WILD}```\n````\n",
        f"```yaml\n{WILD}```\n",
        f"- in a list\n\n  ```rule\n  {WILD}  ```\n",
        f"    ```rule\n    {WILD}",
    ],
)
def test_only_rule_blocks_are_laid_out(text: str) -> None:
    assert format_page(Source("page.md", text)) == (text, ())


PROSE = (
    "prose \t \n",
    "\r\n",
    "\r",
    "- x\n",
    "ü\u2028\x0c\n",
    f"~~~yaml\n{WILD}~~~\n",
    f"````\n```rule\n{WILD}```\n````\n",
)
BLOCK = "```rule\n{}```\n"


@settings(deadline=None)
@given(st.lists(st.sampled_from((*PROSE, BLOCK)), max_size=8).map("".join))
def test_outside_of_rule_blocks_nothing_changes(text: str) -> None:
    laid_out = format_page(Source("page.md", text.replace("{}", WILD)))
    assert laid_out == (text.replace("{}", TIDY), ())


@settings(deadline=None)
@given(
    st.lists(st.sampled_from((*PROSE, "```rule\n", "```\n", "~~~\n", "  ", "> ", WILD, BROKEN)), max_size=12).map(
        "".join
    )
)
def test_whatever_a_page_holds_once_is_enough(text: str) -> None:
    once = format_page(Source("page.md", text))
    assert format_page(Source("page.md", once.text))[0] == once.text
    assert "".join(once.text.split()).replace("#c", "") == "".join(text.split()).replace("#c", "")
