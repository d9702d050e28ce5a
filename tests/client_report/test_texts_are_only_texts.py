"""Whatever a file says, a report has the shape that it has where the file says a plain word, and says it literally."""

from collections.abc import Iterator
from typing import Any

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from sociable.client_report.compose import compose
from sociable.client_report.frame import built_in
from sociable.client_report.html_page import html
from sociable.client_report.markdown_page import markdown
from sociable.text.safe import one_line

from tests.client_report.parsed import Parsed
from tests.client_report.reports import agency, wishes, with_texts

AGENCY = compose(agency(), wishes())
MARKS = (
    *("# x", "* x", "- x", "+ x", "1. x", "12) x", "= x", "===", "---", "-", "1.", "> x", "  - x", "~~~", "***", "___"),
    *("*x* _y_ **z**", "~~x~~", "[x](y)", "[x]: y", "![x](y)", "[x][y]", "<b>x</b>", "<!-- x", "<https://e.example>"),
    *(
        "| b",
        "(x | y)",
        "&amp; &#x3c;",
        "(x\\",
        "\\*",
        "| --- |",
        "x\n\ny",
        "x\n# y",
        "(x -y)",
        "(https://e.example/?a=1&b=_c_)",
    ),
)
BACKTICKS = ("x`", "`x", "x``", "x```y", "`x`y`z", "```x```", "x ` `", "(x ~~~ y)", "x ``` `` `")
MARKDOWN = MarkdownIt("commonmark").enable("table").enable("strikethrough")


def in_markdown(text: str) -> list[Token]:
    return MARKDOWN.parse(markdown(with_texts(AGENCY, lambda _: text), built_in()))


def shape(tokens: list[Token]) -> list[Any]:
    """Blocks and marks in their order."""
    return [(token.type, token.level, list(marks(token))) for token in tokens]


def marks(token: Token) -> Iterator[str]:
    for child in token.children or ():
        if child.type != "text":
            yield child.type


def said(tokens: list[Token]) -> str:
    """All that is read."""
    children = (child for token in tokens for child in token.children or (token,))
    return " ".join(" ".join(child.content.split()) for child in children)


CALM = in_markdown("calm")
OFTEN = said(CALM).count("calm")
PAGE = Parsed(html(with_texts(AGENCY, lambda _: "calm"), built_in()))
LOOKS = {"code", "span", "wbr"}


@pytest.mark.parametrize("text", MARKS)
def test_nothing_is_a_mark_in_markdown(text: str) -> None:
    tokens = in_markdown(text)
    assert shape(tokens) == shape(CALM)
    assert said(tokens).count(" ".join(one_line(text).split())) >= OFTEN


@pytest.mark.parametrize("text", BACKTICKS)
def test_backticks_begin_and_end_no_block_in_markdown(text: str) -> None:
    tokens = in_markdown(text)
    assert [token.type for token in tokens] == [token.type for token in CALM]
    assert {mark for token in tokens for mark in marks(token)} <= {mark for each in CALM for mark in marks(each)}
    for token, calm in zip(tokens, CALM, strict=True):
        if token.type == "fence":
            assert (token.info, token.content.count("\n")) == (calm.info, calm.content.count("\n"))
            assert token.content.count(text) >= calm.content.count("calm")


@pytest.mark.parametrize("text", [*MARKS, *BACKTICKS, '" x="', "'", "</style>", "@a-b", "a.b-c d"])
def test_nothing_is_a_tag_in_html(text: str) -> None:
    page = Parsed(html(with_texts(AGENCY, lambda _: text), built_in()))
    assert [each for each in page.tags if each[0] not in LOOKS] == [each for each in PAGE.tags if each[0] not in LOOKS]
    assert {tuple(each) for name, each in page.tags if name in LOOKS} <= {(), ("class",)}
    if "`" not in text:
        assert page.words.count(" ".join(one_line(text).split())) >= PAGE.words.count("calm")
