"""Whatever JSON says by pairs of escapes is read as Python's own reader reads it, and stands where it stands."""

import json
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sociable.documents.defects import Defect
from sociable.documents.nodes import Mapping, Node, Scalar, Sequence
from sociable.documents.surrogates import defect_before, join, move_back, offset_before, whole_at
from sociable.documents.yaml_tree import parse
from sociable.text.source import Source

from tests.documents.trees import plain

BITS = (
    "\\ud83d\\ude00",
    "\\uD83D\\uDE00",
    "\\udbff\\udfff",
    "\\ud800\\udc00",
    "\\uDAab\\uDdFE",
    "\\\\",
    "\\\\ud83d",
    "x",
    "\\n",
)
TEXTS = st.lists(st.sampled_from(BITS), max_size=6).map(lambda bits: f'"{"".join(bits)}"')
JSON = st.recursive(
    TEXTS,
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.lists(st.tuples(TEXTS, inner), max_size=3, unique_by=lambda pair: json.loads(pair[0])).map(
            lambda pairs: "{" + ",\n".join(f"{key}: {value}" for key, value in pairs) + "}"
        )
    ),
    max_leaves=8,
)


def nodes(node: Node) -> Iterator[Node]:
    yield node
    if isinstance(node, Sequence):
        for item in node.items:
            yield from nodes(item)
    if isinstance(node, Mapping):
        for key, value in node.values():
            yield key
            yield from nodes(value)


@given(JSON, st.sampled_from(["", " ", "\n\n"]))
def test_json_says_what_json_says_and_stands_where_it_stands(said: str, before: str) -> None:
    text = f"{before}[{said}]"
    document = parse(Source("a.json", text))
    assert document.defects == ()
    (root,) = document.roots
    assert plain(root) == json.loads(text)
    for node in nodes(root):
        assert plain(node) == json.loads(text[node.start : node.end])


@pytest.mark.parametrize(
    ("text", "joined", "joins"),
    [
        (r'["\ud83d\ude00"]', r'["\U0001f600"]', [12]),
        (r'{"\uD83D\uDE00\udbff\udfff": 1}', r'{"\U0001f600\U0010ffff": 1}', [12, 22]),
        (r'["\\\ud83d\ude00"]', r'["\\\U0001f600"]', [14]),
        (r'["\\ud83d\ude00"]', r'["\\ud83d\ude00"]', []),
        (r'["\ud83d \ude00"]', r'["\ud83d \ude00"]', []),
        (r'["\ude00\ud83d"]', r'["\ude00\ud83d"]', []),
        (r'["\ud83d\ud83d\ude00"]', r'["\ud83d\U0001f600"]', [18]),
        (r'["\ud7ff\ude00"]', r'["\ud7ff\ude00"]', []),
        (r'["\ud83d\ue000"]', r'["\ud83d\ue000"]', []),
        (r'a: "\ud83d\ude00"', r'a: "\ud83d\ude00"', []),
    ],
)
def test_only_whole_pairs_of_json_are_joined(text: str, joined: str, joins: list[int]) -> None:
    assert join(text) == (joined, joins)


@pytest.mark.parametrize("write", [str.lower, str.upper])
def test_each_half_is_known(write: Callable[[str], str]) -> None:
    for number in range(0x400):
        high, low = write(f"{0xD800 + number:x}"), write(f"{0xDC00 + number:x}")
        assert join(rf'["\u{high}\u{low}"]')[0] == rf'["\U{0x10000 + number * 0x401:08x}"]'


def test_places_are_moved_by_each_pair_before_them() -> None:
    assert [offset_before([12, 22], place) for place in (0, 11, 12, 21, 22, 30)] == [0, 11, 14, 23, 26, 34]
    assert defect_before([3], Defect(2, 4, "what is wrong"))[:2] == (2, 6)


def test_what_is_said_once_and_stands_twice_is_moved_once() -> None:
    again = Scalar(5, 6, "x", plain=True)
    root = Sequence(0, 9)
    root.items += [again, again]
    move_back([root, root], [1])
    assert ((again.start, again.end), (root.start, root.end)) == ((7, 8), (0, 11))


@pytest.mark.parametrize(
    ("digits", "whole"),
    [
        (r"d83d\ude00", r"\U0001f600"),
        (r"DBFF\uDFFF", r"\U0010ffff"),
        (r"d83d\ude0", ""),
        (r"d83d", ""),
        (r"d7ff\ude00", ""),
        (r"dc00\ude00", ""),
    ],
)
def test_the_one_escape_for_two(digits: str, whole: str) -> None:
    assert whole_at(rf'a: "\u{digits}"', 6) == whole
