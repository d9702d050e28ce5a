"""Which backticks of a text are marks, and that nothing else of it is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from sociable.text.code_spans import code_spans


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("say `x y` now", ["say ", ["x y"], " now"]),
        ("`x``y`", [["x``y"]]),
        ("`x` `y`", [["x"], " ", ["y"]]),
        ("`x`y`z", [["x"], "y`z"]),
        ("``a`b`` c", [["a`b"], " c"]),
        ("`a ``b` c``", [["a ``b"], " c``"]),
        ("x `", ["x `"]),
        ("`` `", ["`` `"]),
        ("` ` x", ["` ` x"]),
        ("` ` x `", ["` ", [" x "]]),
        ("``", ["``"]),
        ("", []),
    ],
)
def test_as_many_backticks_close_as_open(line: str, pieces: list[str | list[str]]) -> None:
    assert [[piece] if is_code else piece for piece, is_code in code_spans(line) if piece] == pieces


TEXTS = st.text(st.sampled_from("`` `ab\u00f6")).map(" ".join) | st.text(st.sampled_from("``` ab"), max_size=30)


@given(TEXTS)
def test_only_backticks_around_code_are_left_out(line: str) -> None:
    at = 0
    for piece, is_code in code_spans(line):
        begin = line.index(piece, at)
        assert set(line[at:begin]) <= {"`"}
        assert not is_code or piece.strip()
        at = begin + len(piece)
    assert set(line[at:]) <= {"`"}
    assert "".join(line.split()) == "" or any(piece.strip() for piece, _ in code_spans(line))


@given(TEXTS)
def test_code_is_what_markdown_takes_for_it(line: str) -> None:
    (tokens,) = (token.children or [] for token in MarkdownIt("commonmark").parseInline(line))
    theirs = [token.content.strip() for token in tokens if token.type == "code_inline"]
    if "" in theirs:  # spaces between backticks are code to Markdown, of which nobody would see anything
        return
    ours = [piece.strip() for piece, is_code in code_spans(line) if is_code]
    assert ours == theirs
