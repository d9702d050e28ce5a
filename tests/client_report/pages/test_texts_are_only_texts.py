"""Whatever a file says, a report has the shape that it has where the file says a plain word, and says it literally."""

import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import Any

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from sociable.client_report.compose import compose
from sociable.client_report.pages import markdown_page
from sociable.client_report.pages.html_page import html
from sociable.client_report.pages.markdown_page import markdown
from sociable.client_report.wording.frame import built_in
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
        "(x -y)",
        "(https://e.at/?a&b=_c_)",
    ),
)
LINES = ("x\n\ny", "x\n# y", "\n- x", "x\n===", "x\r\n> y")
BACKTICKS = ("````", "x`", "`x", "x``", "x```y", "`x`y`z", "```x```", "x ` `", "(x ~~~ y)", "x ``` `` `")
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


def often(text: str, read: str) -> int:
    """How often a text is read, also where a sentence that begins with it has a capital letter."""
    return read.casefold().count(" ".join(one_line(text).split()).casefold())


ACTS = (
    "a\x1b[1mb",
    "a\u202eb",
    "a\u200bb",
    "##[group]a",
    "##vso[a]b",
    "section_start:1:a",
    "::error::a",
    "a\n::error::b",
    "https://e.example/a\u202eb",
    "https://e.example/##vso[a]b",
)
OBEYED = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e]|##\w*\[|section_start:|^\s*::", re.MULTILINE)


@pytest.mark.parametrize("write", [html, markdown])
@pytest.mark.parametrize("text", ACTS)
def test_nothing_acts(text: str, write: Callable[..., str]) -> None:
    told = write(with_texts(AGENCY, lambda _: text), built_in())
    assert not OBEYED.search(told)
    assert not OBEYED.search(unescape(told))


CALM = in_markdown("(calm)")
PAGE = Parsed(html(with_texts(AGENCY, lambda _: "(calm)"), built_in()))
LOOKS = {"code", "span", "wbr"}


def test_texts_are_read() -> None:
    """Without this, none of the tests here could fail where a page leaves all of them out."""
    assert often("(calm)", said(CALM)) > 100
    assert often("(calm)", PAGE.words) > 100
    assert "None" not in {*said(CALM).split(), *PAGE.words.split()}


def test_an_address_leads_where_it_says() -> None:
    address = "https://e.example/a_b_c/~d?e=*f*&g=(h)#i!"
    tokens = in_markdown(address)
    links = {child.attrs["href"] for token in tokens for child in token.children or () if child.type == "link_open"}
    assert address in links
    assert {each for each in links if not str(each).startswith("#")} == {address}
    assert address in Parsed(html(with_texts(AGENCY, lambda _: address), built_in())).links


@pytest.mark.parametrize("text", MARKS)
def test_nothing_is_a_mark_in_markdown(text: str) -> None:
    tokens = in_markdown(text)
    assert shape(tokens) == shape(CALM)
    assert often(text, said(tokens)) == often("(calm)", said(CALM)) + also_ours(text)


@pytest.mark.parametrize("text", LINES)
def test_no_line_of_a_text_is_one_in_markdown(text: str) -> None:
    assert shape(in_markdown(text)) == shape(CALM)


def also_ours(text: str) -> int:
    """How often the words of the frame hold it."""
    return often(text, said(CALM))


@pytest.mark.parametrize("text", BACKTICKS)
def test_backticks_begin_and_end_no_block_in_markdown(text: str) -> None:
    tokens = in_markdown(text)
    assert [token.type for token in tokens] == [token.type for token in CALM]
    assert {mark for token in tokens for mark in marks(token)} <= {mark for each in CALM for mark in marks(each)}
    assert list(marks(tokens[1])) == []  # the title, which is no running text
    for token, calm in zip(tokens, CALM, strict=True):
        if token.type == "fence":
            assert (token.info, token.content.count("\n")) == (calm.info, calm.content.count("\n"))
            assert token.content.count(text) >= calm.content.count("(calm)")


@pytest.mark.parametrize("text", ["x", "`x", "x`", "`x`", "```", "x ` `` y", "`` x"])
def test_code_is_read_as_it_stands(text: str) -> None:
    (code,) = MARKDOWN.parseInline(markdown_page._code(text))[0].children or []
    assert (code.type, code.content) == ("code_inline", text)


@pytest.mark.parametrize("line", ["```", "````", "~~~", "`````x", "    ```", "x"])
def test_no_line_of_a_block_ends_it(line: str) -> None:
    (block,) = MARKDOWN.parse(markdown_page._block(["a", line, "b"]))
    assert (block.type, block.content) == ("fence", f"a\n{line}\nb\n")


def is_read(read: str) -> list[bool]:
    return [bool(line.strip()) for line in read.split("\n")]


@pytest.mark.parametrize("text", ["`", "``", "` `", "```` `"])
def test_a_text_of_nothing_but_backticks_is_read(text: str) -> None:
    assert [bool(said([token]).strip()) for token in in_markdown(text)] == [
        bool(said([token]).strip()) for token in CALM
    ]
    assert is_read(Parsed(html(with_texts(AGENCY, lambda _: text), built_in())).text) == is_read(PAGE.text)


@pytest.mark.parametrize("text", [*MARKS, *LINES, *BACKTICKS, '" x="', "'", "</style>", "@a-b", "a.b-c d"])
def test_nothing_is_a_tag_in_html(text: str) -> None:
    page = Parsed(html(with_texts(AGENCY, lambda _: text), built_in()))
    assert [each for each in page.tags if each[0] not in LOOKS] == [each for each in PAGE.tags if each[0] not in LOOKS]
    assert {tuple(each) for name, each in page.tags if name in LOOKS} <= {(), ("class",)}
    if text in MARKS:
        assert often(text, page.words) == often("(calm)", PAGE.words) + often(text, PAGE.words)
