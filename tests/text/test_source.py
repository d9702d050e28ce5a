"""Lines and columns, however lines end."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sociable.documents.nodes import Sequence
from sociable.documents.yaml_tree import parse
from sociable.text.source import Source


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("", [0]),
        ("a\nb", [0, 2]),
        ("a\r\nb\r\n", [0, 3, 6]),
        ("a\rb", [0, 2]),
        ("a\rb\nc\r\nd", [0, 2, 4, 7]),
        ("\r\r\n\n", [0, 1, 3, 4]),
    ],
)
def test_where_lines_begin(text: str, starts: list[int]) -> None:
    assert list(Source("a.yml", text).line_starts()) == starts


@given(st.lists(st.sampled_from(["\n", "\r", "\r\n"]), max_size=8))
@settings(deadline=None)
def test_lines_are_counted_as_yaml_does(ends: list[str]) -> None:
    """Each line holds its own number."""
    source = Source("a.yml", "".join(f"- {number}{end}" for number, end in enumerate([*ends, ""], 1)))
    (items,) = parse(source).roots
    assert isinstance(items, Sequence)
    assert [source.position(item.start) for item in items.items] == [(line, 3) for line in range(1, len(ends) + 2)]
    assert [source.line(line) for line in range(1, len(ends) + 2)] == [f"- {n}" for n in range(1, len(ends) + 2)]
