from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sociable.documents.yaml_tree import parse
from sociable.text.source import Source

from tests.documents.trees import plain

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").rglob("*.yml"))


def comments(text: str) -> list[tuple[str, bool]]:
    return [(each.span.text, each.alone) for each in parse(Source("a.yml", text)).comments]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("a: b # c\n", [("# c", False)], id="after a value"),
        pytest.param("# c\na: b\n  # d\n", [("# c", True), ("# d", True)], id="on lines of their own"),
        pytest.param("a: b# c\n", [], id="no space, no comment"),
        pytest.param("a: 'b # c'\nd: \"e # f\" # g\n", [("# g", False)], id="not in quotes"),
        pytest.param("a: 'b\n  # c'\n", [], id="not in quotes over two lines"),
        pytest.param("a: | # b\n  c # d\n# e\n", [("# b", False), ("# e", True)], id="after the sign of a block text"),
        pytest.param("a: [b, # c\n  d] # e\n", [("# c", False), ("# e", False)], id="in a flow list"),
        pytest.param("a: &x # b\n  c: d\ne: *x # f\n", [("# b", False), ("# f", False)], id="anchor and alias"),
        pytest.param("a: b #c\r\nd: e # f\r\n", [("#c", False), ("# f", False)], id="Windows line ends"),
        pytest.param("- a: 1\n  a: 'x # y' # z\n", [("# z", False)], id="beside a key that stands twice"),
        pytest.param("# a\n---\n# b\n", [("# a", True), ("# b", True)], id="where there is nothing else"),
        pytest.param("a: b # c\nd: }\n# e\n", [("# c", False)], id="up to where a text is broken"),
        pytest.param('{"a": "\\ud83d\\ude00"} # b\n', [("# b", False)], id="after a surrogate pair"),
        pytest.param("a: b #   \n", [("#", False)], id="nothing in it"),
    ],
)
def test_what_is_a_comment(text: str, found: list[tuple[str, bool]]) -> None:
    assert comments(text) == found


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_taking_comments_out_changes_nothing_else(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    kept, at = "", 0
    for comment in parse(Source("a.yml", text)).comments:
        kept, at = kept + text[at : comment.span.start], comment.span.end
    kept += text[at:]
    assert values(kept) == values(text)


@given(st.lists(st.sampled_from(["a: b", "# c", "a: 'b # c'", "- d # e", "  f", "a: |", "  # g", "", "[h, # i", "]"])))
@settings(deadline=None)
def test_a_comment_reaches_to_the_end_of_its_line(lines: list[str]) -> None:
    source = Source("a.yml", "\n".join(lines))
    for comment in parse(source).comments:
        assert comment.span.text.startswith("#")
        assert source.line(comment.span.line).rstrip().endswith(comment.span.text)


def values(text: str) -> list[object]:
    return [plain(root) for root in parse(Source("a.yml", text)).roots]
