"""Lines for people: how wide, in which colour, and with which links."""

from io import StringIO

import pytest
from sociable.text.style import PLAIN, Paragraphs, Style, linked


def written(how: Style, text: str, lead: str = "", hang: int | None = None, **looks: str) -> str:
    out = StringIO()
    Paragraphs(out, how).paragraph(text, lead, hang, **looks)
    return out.getvalue()


def test_a_pipe_gets_no_colour_no_link_and_no_more_than_usual() -> None:
    assert Style(colour=False, width=80, verbose=False, links=False, most=0, infos=False) == PLAIN


def test_a_link_is_written_as_terminals_read_it() -> None:
    assert linked("file:///a", "b") == "\x1b]8;;file:///a\x1b\\b\x1b]8;;\x1b\\"
    assert linked("", "b") == "b"


@pytest.mark.parametrize(
    ("style", "code"),
    [("error", "1;31"), ("warning", "1;35"), ("info", "1;36"), ("do", "1;32"), ("waits", "1;33"), ("faint", "2")],
)
def test_a_colour_ends_where_its_text_does(style: str, code: str) -> None:
    assert written(Style(colour=True), "a", style=style) == f"\x1b[{code}ma\x1b[0m\n"
    assert written(Style(), "a", style=style) == "a\n"


def test_what_is_blank_is_not_coloured() -> None:
    assert written(Style(colour=True), "a", "  ", lead_style="label") == "  a\n"


@pytest.mark.parametrize(("hang", "begins"), [(None, "     "), (2, "  "), (0, "")])
def test_further_lines_begin_where_they_hang(hang: int | None, begins: str) -> None:
    first, *rest = written(Style(width=40), "word " * 20, "lead ", hang).splitlines()
    assert first.startswith("lead word")
    assert rest
    assert all(line.startswith(f"{begins}word") for line in rest)


@pytest.mark.parametrize(("width", "longest"), [(1, 39), (40, 39), (50, 49)])
def test_no_line_is_wider_than_it_may_be(width: int, longest: int) -> None:
    assert max(map(len, written(Style(width=width), "word " * 40).splitlines())) == longest


def test_no_line_ends_in_blanks_or_begins_a_command() -> None:
    out = StringIO()
    page = Paragraphs(out, PLAIN)
    page.line("a  ")
    page.line("::error::b")
    page.line()
    assert out.getvalue() == "a\n\\u{3a}:error::b\n\n"
