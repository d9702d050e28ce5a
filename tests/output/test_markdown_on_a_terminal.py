"""A page drawn on a terminal: nothing in it acts or hides, wherever it stands, also behind an entity."""

import re
from io import StringIO

import pytest
from sociable.output.markdown import show

PLACES = (
    *("{}", "# {}", "## {}", "`{}`", "**{}**", "- {}", "1. {}", "> {}", "a  \n{}", "    {}", "```\n{}\n```"),
    *(
        "```rule\nfirst\n\n{}\n```",
        "[{}](https://e.example)",
        "![{}](a.png)",
        "[a](<{}>)",
        "| a |\n|---|\n| {} |",
        "<b>{}</b>",
    ),
)
HOSTILE = {
    "an escape": "x\x1b[31my",
    "an override": "x\u202ey",
    "nothing to see": "x\u200by",
    "an entity": "x&#x202e;y",
    "an escape behind an entity": "x&#x1b;y",
    "a number": "x&#8294;y",
}
ACTS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069]")


def drawn(text: str, *, colour: bool = False) -> str:
    out = StringIO()
    show(text, out, width=80, colour=colour)
    return out.getvalue()


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_nothing_acts(place: str, text: str) -> None:
    said = drawn(place.format(text))
    assert not ACTS.search(said)
    if "<{}>" not in place:  # where a link leads to is not drawn
        assert "x" in said
        assert "y" in said


@pytest.mark.parametrize("place", ["{}", "# {}", "- {}", "`{}`"])
def test_what_hides_is_written_out(place: str) -> None:
    assert r"x\u{202e}y" in drawn(place.format("x&#x202e;y" if "`" not in place else "x\u202ey"))


def test_a_block_keeps_its_lines() -> None:
    lines = drawn("```\nfirst\n  second\n\nthird\n```\n").splitlines()
    assert [line.rstrip() for line in lines if line.strip()] == ["    first", "      second", "    third"]
    assert [line.rstrip() for line in drawn("    first\n      second\n").splitlines()] == ["    first", "      second"]


def test_a_heading_stands_where_reading_begins() -> None:
    assert drawn("# A title\n\n## Another\n").split() == ["A", "title", "Another"]
    assert all(line == line.lstrip() for line in drawn("# A title\n\n## Another\n").splitlines())
