from typing import Any

import pytest
from sociable.documents.document import Document
from sociable.documents.nodes import Mapping, Node, Scalar, Sequence
from sociable.documents.yaml_tree import MAX_DEPTH, parse
from sociable.text.source import Source

from tests.documents.trees import plain


def read(text: str) -> Document:
    return parse(Source("a.yml", text))


def only(text: str) -> Node:
    document = read(text)
    assert document.defects == ()
    (root,) = document.roots
    return root


def at(node: Node, *route: str | int) -> Node:
    for part in route:
        if isinstance(node, Mapping):
            node = node[str(part)][1]
        else:
            assert isinstance(node, Sequence)
            node = node.items[int(part)]
    return node


@pytest.mark.parametrize(
    ("text", "route", "covered"),
    [
        pytest.param("a: b\nc: d\n", (), "a: b\nc: d", id="a block group ends with its last value"),
        pytest.param("a:\n  b: c\n\n# below\nd: e\n", ("a",), "b: c", id="and not with what comes after it"),
        pytest.param("a:\n- b\n- c\nd: e\n", ("a",), "- b\n- c", id="a block list"),
        pytest.param("a:\n  - b: c\n    d: e\n", ("a", 0), "b: c\n    d: e", id="a group in a list"),
        pytest.param("- - a\n  - b\n- c\n", (0,), "- a\n  - b", id="a list in a list"),
        pytest.param("a: {b: c, d: }\n", ("a",), "{b: c, d: }", id="a flow group"),
        pytest.param("a: [b,\n  c]\n", ("a",), "[b,\n  c]", id="a flow list over two lines"),
        pytest.param("a: [b: c, d]\n", ("a", 0), "b: c", id="a pair in a flow list"),
        pytest.param("a: b c # d\n", ("a",), "b c", id="a plain text"),
        pytest.param("a: b\n  c\n\n  d\ne: f\n", ("a",), "b\n  c\n\n  d", id="a plain text over several lines"),
        pytest.param("a: 'b''c'\n", ("a",), "'b''c'", id="single quotes"),
        pytest.param('a: "b\\n\\"c"\n', ("a",), '"b\\n\\"c"', id="double quotes"),
        pytest.param('a: "b\n  c"\n', ("a",), '"b\n  c"', id="double quotes over two lines"),
        pytest.param("a: |\n  b\n  c\n\n\nd: e\n", ("a",), "|\n  b\n  c", id="a literal text without the lines below"),
        pytest.param("a: >-\n  b\n  c\nd: e\n", ("a",), ">-\n  b\n  c", id="a folded text"),
        pytest.param("a: 😀\nb: ä\n", ("b",), "ä", id="characters are counted, not bytes"),
        pytest.param("a: b\r\nc: d\r\n", ("c",), "d", id="Windows line ends"),
        pytest.param("a: b\rc: d\r", ("c",), "d", id="old Macintosh line ends"),
        pytest.param("a: &x {b: c}\nd: *x\n", ("d",), "&x {b: c}", id="an alias stands where its anchor does"),
        pytest.param("a: &x\n  b: c\nd: e\n", ("a",), "&x\n  b: c", id="an anchor belongs to its node"),
        pytest.param("a: &x b\n", ("a",), "&x b", id="an anchor before a word"),
        pytest.param(
            "a: &x {b: c}\nd:\n  <<: *x\n  e: f\n", ("d", "b"), "c", id="what is merged in stands where it came from"
        ),
        pytest.param("a: &x {b: c}\nd:\n  <<: *x\n", ("d",), "<<: *x", id="a group of merged keys alone"),
        pytest.param("a: &x [b]\nc:\n  - *x\n", ("c",), "- *x", id="a list ends with its alias"),
        pytest.param("? a\n: b\n", ("a",), "b", id="question marks"),
        pytest.param('{\n\t"a": "b"\n}\n', ("a",), '"b"', id="JSON indented with tabs"),
        pytest.param('{"a": "\\ud83d\\ude00", "b": "c"}', ("b",), '"c"', id="JSON after a surrogate pair"),
        pytest.param('{"a": "x\\ud83d\\ude00y"}', ("a",), '"x\\ud83d\\ude00y"', id="JSON around a surrogate pair"),
    ],
)
def test_the_place_of_a_node(text: str, route: tuple[str | int, ...], covered: str) -> None:
    node = at(only(text), *route)
    assert text[node.start : node.end] == covered


def test_the_place_of_a_key() -> None:
    text = '{"\\ud83d\\ude00": {"b": 1}, \'c\': 2}'
    root = only(text)
    assert isinstance(root, Mapping)
    assert [text[key.start : key.end] for key, _ in root.values()] == ['"\\ud83d\\ude00"', "'c'"]
    assert list(root) == ["😀", "c"]


def test_an_empty_value_is_empty_at_its_place() -> None:
    text = "a:\nb: c\n"
    node = at(only(text), "a")
    assert isinstance(node, Scalar)
    assert (node.value, node.plain, node.start, node.end) == ("", True, 2, 2)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("<<: {a: 1, b: 2}\nb: 3\n", {"b": "3", "a": "1"}),
        ("b: 3\n<<: [{a: 1}, {a: 2, c: 4}]\n", {"b": "3", "a": "1", "c": "4"}),
        ("a: &a {x: 1}\nb: &b {<<: *a, y: 2}\nc: {<<: *b, z: 3}\n", None),
        ('"<<": {a: 1}\n', {"<<": {"a": "1"}}),
        ("a: {<<: {}}\n", {"a": {}}),
    ],
)
def test_merged_keys(text: str, tree: Any) -> None:
    root = plain(only(text))
    assert root == tree if tree is not None else root["c"] == {"z": "3", "y": "2", "x": "1"}


def test_an_anchor_may_be_used_anew_and_ends_with_its_document() -> None:
    assert plain(only("- &a 1\n- *a\n- &a 2\n- *a\n")) == ["1", "1", "2", "2"]
    document = read("&a 1\n---\n*a\n")
    assert [plain(root) for root in document.roots] == ["1"]
    assert [defect.message for defect in document.defects] == ["`*a` refers to `&a`, which does not exist"]


def test_documents_before_a_broken_one_are_kept() -> None:
    document = read("a: 1\n---\nb: 2\n---\nc: }\n")
    assert [plain(root) for root in document.roots] == [{"a": "1"}, {"b": "2"}]
    assert [defect.rule for defect in document.defects] == ["broken-yaml"]


def test_json_surrogate_pairs() -> None:
    assert plain(only('{"a": "\\ud83d\\ude00 \\\\ud83d\\\\ude00 \\u00e4"}')) == {"a": "😀 \\ud83d\\ude00 ä"}


def test_a_pair_outside_of_json_is_left_as_it_is() -> None:
    assert plain(only("a: '\\ud83d\\ude00'\n")) == {"a": "\\ud83d\\ude00"}


def test_the_place_of_what_is_wrong_after_a_surrogate_pair() -> None:
    text = '{"a": "\\ud83d\\ude00", "b": 1, "c": ]}'
    (defect,) = read(text).defects
    assert (defect.message, defect.start) == ("`]` stands where a value should be", text.index("]"))
    text = '{"a": "\\ud83d\\ude00", "b": 1, "b": 2}'
    (defect,) = read(text).defects
    assert (defect.start, text[defect.start : defect.end]) == (text.rindex('"b"'), '"b"')


@pytest.mark.parametrize("tag", ["!", "!!str", "!!map", "!!seq"])
def test_tags_that_change_nothing(tag: str) -> None:
    value = {"!": "x", "!!str": "x", "!!map": "{a: b}", "!!seq": "[a]"}[tag]
    assert plain(only(f"a: {tag} {value}\n"))["a"] is not None


def test_as_deep_as_allowed_and_not_deeper() -> None:
    only("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    for text in ("[" * (MAX_DEPTH + 1), "- &a [[[]]]\n- " + "[" * (MAX_DEPTH - 2) + "*a"):
        assert [defect.message.split(",")[0] for defect in read(text).defects] == [
            f"this is nested more than {MAX_DEPTH} levels deep"
        ]
