import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sociable.documents.defects import Defect
from sociable.documents.json_tree import MAX_DEPTH, MAX_NODES
from sociable.documents.json_tree import parse as parse_source
from sociable.documents.nodes import Mapping, Node, Scalar, Sequence
from sociable.text.source import Source


def parse(text: str) -> tuple[Node | None, tuple[Defect, ...]]:
    document = parse_source(Source("a.json", text))
    return (document.roots[0] if document.roots else None), document.defects


def plain(node: Node) -> Any:
    if isinstance(node, Scalar):
        return json.loads(node.value) if node.plain else node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {name: plain(value) for name, (_, value) in node.items()}


def read(text: str) -> Node:
    node, defects = parse(text)
    assert defects == ()
    assert node is not None
    return node


def nodes(node: Node) -> list[Node]:
    if isinstance(node, Sequence):
        return [node, *(each for item in node.items for each in nodes(item))]
    if isinstance(node, Mapping):
        return [node, *(each for pair in node.values() for part in pair for each in nodes(part))]
    return [node]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
)


@given(json_values, st.booleans(), st.sampled_from([None, 0, 1, "\t"]))
def test_it_reads_what_json_loads_reads(value: Any, ascii_only: bool, indent: int | str | None) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    assert plain(read(text)) == value


@given(json_values, st.sampled_from([None, 1]))
def test_every_node_stands_where_it_says(value: Any, indent: int | None) -> None:
    text = json.dumps(value, indent=indent)
    for node in nodes(read(text)):
        assert json.loads(text[node.start : node.end]) == plain(node)


@given(st.text(alphabet='{}[]",:\\ut1-.eE \n\u2028ä', max_size=30))
def test_it_refuses_what_json_loads_refuses(text: str) -> None:
    try:
        json.loads(text)
    except json.JSONDecodeError:
        assert parse(text)[0] is None
    else:
        assert parse(text)[0] is not None


@pytest.mark.parametrize(
    "text",
    [
        '"\\ud83d"',
        '["\x80\x92\x98\x7f\ufffe"]',
        '{"a": "b \u2028 c"}',
        '{"' + "k" * 2000 + '": 1}',
        '{"k"\n:\n1}',
        '{"a": "\u2028%TAG"}',
        '{"<<": {"a": 1}, "b": "*x &y !z %w"}',
        '\t{"a":\t1}\r\n',
    ],
)
def test_what_yaml_does_not_take_is_json(text: str) -> None:
    assert plain(read(text)) == json.loads(text)


def test_the_last_of_two_keys_holds_and_is_told() -> None:
    node, defects = parse('{"a": 1, "b": 2, "a": 3}')
    assert node is not None
    assert plain(node) == {"a": 3, "b": 2}
    ((start, end, message, _, rule),) = defects
    assert (start, end, rule) == (17, 20, "not-understood")
    assert "only the last counts" in message


@pytest.mark.parametrize(
    ("text", "at", "message"),
    [
        ("", 0, "ends too early"),
        ('{"a": 1', 6, "ends too early"),
        ("[1,]", 3, "a value is missing"),
        ('{"a": 1,}', 8, "a key in double quotes"),
        ('{"a" 1}', 5, "a colon is missing"),
        ('{"a": 1 "b": 2}', 8, "a comma or the closing bracket"),
        ("{a: 1}", 1, "a key in double quotes"),
        ("[1]]", 3, "goes on after its end"),
        ('["abc', 1, "never closed"),
        ('["a\tb"]', 3, "control character"),
        ('["a\\x"]', 3, "does not know"),
        ("[NaN]", 1, "a value is missing"),
    ],
)
def test_it_says_where_and_why_a_text_is_not_json(text: str, at: int, message: str) -> None:
    node, defects = parse(text)
    assert node is None
    assert (defects[-1].start, defects[-1].rule) == (at, "broken-yaml")
    assert message in defects[-1].message


def test_comments_and_other_quotes_are_named() -> None:
    assert "no comments" in parse('{"a": 1, // all\n"b": 2}')[1][-1].advice
    assert "double quotes" in parse("['a']")[1][-1].advice


def test_brackets_without_end_end_in_a_message() -> None:
    for text in ("[" * 100_000, '{"a":' * 100_000):
        node, defects = parse(text)
        assert node is None
        assert f"{MAX_DEPTH} levels" in defects[-1].message
    assert parse("[" * MAX_DEPTH + "]" * MAX_DEPTH)[1] == ()


def test_too_many_values_end_in_a_message() -> None:
    node, defects = parse("[" + "1," * MAX_NODES + "1]")
    assert node is None
    assert f"{MAX_NODES:,}" in defects[-1].message
