"""Rules as JSON: what comes back is what went in, down to the kind of every node."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sociable.files import package_data
from sociable.language.codec import decode, encode
from sociable.language.syntax_nodes import Node
from sociable.rulebook.page_files import page_paths
from sociable.rulebook.pages import check_page, read_page, read_shared

NODES: list[Any] = [node for node in Node.classes.values() if node._fields]


def kinds(value: Any) -> Any:
    """A tree with the names of its nodes: named tuples of two kinds with equal fields are equal."""
    return (type(value).__name__, *map(kinds, value)) if isinstance(value, tuple) else value


def node_of(inside: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.sampled_from(NODES).flatmap(lambda node: st.tuples(*(inside for _ in node._fields)).map(node._make))


trees = st.recursive(
    st.none() | st.integers() | st.text() | st.just(()),
    lambda inside: node_of(inside) | st.lists(inside, max_size=4).map(tuple),
    max_leaves=30,
)


@given(trees)
def test_any_tree_comes_back(tree: Any) -> None:
    assert kinds(decode(json.loads(json.dumps(encode(tree))))) == kinds(tree)


def built_in() -> list[Any]:
    folder = package_data.folder("rules")
    with open(f"{folder}/shared.md", encoding="utf-8") as file:
        shared, _ = read_shared("shared.md", file.read())
    found: list[Any] = [*shared.defines.values()]
    for category, path in page_paths(folder):
        with open(path, encoding="utf-8") as file:
            page, _ = read_page(path, file.read(), category)
        found += [page.rule, check_page(page, shared)[0]]
    return found


@pytest.mark.parametrize("tree", built_in(), ids=lambda tree: tree.name)
def test_the_built_in_rules_come_back(tree: Any) -> None:
    again = decode(json.loads(json.dumps(encode(tree))))
    assert kinds(again) == kinds(tree)
    assert again == tree


@pytest.mark.parametrize("made_up", [["Rule"], ["Nothing", 1], ["encode", 1]])
def test_what_is_no_rule_is_refused(made_up: Any) -> None:
    with pytest.raises((KeyError, TypeError)):
        decode(made_up)
