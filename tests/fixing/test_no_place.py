"""Where a file leaves no place for a small change, none is made; and how the odd places that there are get used."""

from collections.abc import Callable

import pytest
from sociable.documents.document import Document
from sociable.documents.nodes import Mapping, Node, Sequence
from sociable.documents.yaml_tree import parse
from sociable.findings.finding import Change, Fix
from sociable.fixing.changes import edits_of
from sociable.fixing.layout import Layout
from sociable.text.source import Edit, Source, Span


def read(text: str) -> Document:
    document = parse(Source("a.yml", text))
    assert not document.defects
    return document


def at(document: Document, *path: str | int) -> Node:
    """The value at the end of a path of keys and numbers."""
    node = document.roots[0]
    for each in path:
        if isinstance(node, Mapping) and isinstance(each, str):
            node = node[each][1]
        else:
            assert isinstance(node, Sequence)
            assert isinstance(each, int)
            node = node.items[each]
    return node


def group(document: Document, *path: str | int) -> Mapping:
    found = at(document, *path)
    assert isinstance(found, Mapping)
    return found


def items(document: Document, *path: str | int) -> Sequence:
    found = at(document, *path)
    assert isinstance(found, Sequence)
    return found


def with_value(document: Document, *path: str) -> Edit | None:
    holder = group(document, *path[:-1])
    return Layout(document).with_value(*holder[path[-1]], holder, "new")


NO_PLACE: dict[str, tuple[str, Callable[[Document], object]]] = {
    "a group whose keys are all merged in": (
        "a: &a {x: 1}\nb: {<<: *a}\n",
        lambda document: Layout(document).with_key(group(document, "b"), "y", "2"),
    ),
    "a new key behind an alias with a comment before it": (
        "a: &a x\nb:\n  c: # why\n    *a\n",
        lambda document: Layout(document).with_key(group(document, "b"), "y", "2"),
    ),
    "a value that is written elsewhere": ("a: &a x\nb: {c: *a}\n", lambda document: with_value(document, "b", "c")),
    "a value that is a list": ("b: {c: [x]}\n", lambda document: with_value(document, "b", "c")),
    "a value that is a block of text": ("b:\n  c: |\n    x\n", lambda document: with_value(document, "b", "c")),
    "a list that is written elsewhere": (
        "a: &a [x]\nb: {c: *a}\n",
        lambda document: Layout(document).with_item(group(document, "b"), "c", "y"),
    ),
    "a list whose last item is written elsewhere": (
        "a: &a x\nb: {c: [z, *a]}\n",
        lambda document: Layout(document).with_item(group(document, "b"), "c", "y"),
    ),
    "an empty list": ("b: {c: []}\n", lambda document: Layout(document).with_item(group(document, "b"), "c", "y")),
    "an only item": (
        "b: [x]\n",
        lambda document: Layout(document).without_item(items(document, "b"), at(document, "b", 0)),
    ),
    "an item that is written elsewhere": (
        "a: &a x\nb: [z, *a]\n",
        lambda document: Layout(document).without_item(items(document, "b"), at(document, "b", 1)),
    ),
    "an item written within the one before it": (
        "b:\n- [&a x, y]\n- *a\n",
        lambda document: Layout(document).without_item(items(document, "b"), at(document, "b", 1)),
    ),
    "an item of a list in brackets written within the one before it": (
        "b: [[&a x, y], *a]\n",
        lambda document: Layout(document).without_item(items(document, "b"), at(document, "b", 1)),
    ),
    "a key whose value is an alias with a comment before it": (
        "a: &a x\nb:\n  c: # why\n    *a\n  d: 1\n",
        lambda document: Layout(document).without_entries(group(document, "b"), ("c",)),
    ),
    "an only key": ("b: {c: 1}\n", lambda document: Layout(document).without_entries(group(document, "b"), ("c",))),
    "a key that another takes the place of, its value an alias with a comment before it": (
        "a: &a x\nb:\n  c: # why\n    *a\n",
        lambda document: Layout(document).without_value(group(document, "b"), "c", "d"),
    ),
}


@pytest.mark.parametrize("case", NO_PLACE)
def test_no_place(case: str) -> None:
    text, edit = NO_PLACE[case]
    assert edit(read(text)) is None


def after(document: Document, edit: Edit | None) -> str:
    assert edit is not None
    text = document.source.text
    return text[: edit.span.start] + edit.text + text[edit.span.end :]


def test_a_bare_pair_gets_brackets_for_its_second_key() -> None:
    document = read("b: [c: 1, d]\n")
    assert after(document, Layout(document).with_key(group(document, "b", 0), "e", "2")) == "b: [{c: 1, e: 2}, d]\n"


def test_a_word_that_means_no_text_gets_quotes() -> None:
    document = read("b: {c: x}\n")
    assert after(document, Layout(document).with_item(group(document, "b"), "c", "yes")) == 'b: {c: [x, "yes"]}\n'


def fix(document: Document, text: str, change: Change) -> Fix:
    start = document.source.text.index(text)
    return Fix("safe", "", Span(document.source, start, start + len(text)), change)


@pytest.mark.parametrize(
    ("text", "place", "change"),
    [
        pytest.param("b: {c: x}\n", "c: x", Change("replace", "reference", "", "y"), id="nothing stands exactly there"),
        pytest.param("b: # no\n", "b: #", Change("remove", "comment"), id="no comment begins there"),
        pytest.param("b: {c: x}\n", "{c: x}", Change("replace", "reference", "", "y"), id="a name that is a group"),
        pytest.param("b: {c: x}\n", "{c: x}", Change("begin", "text", "", "Ad."), id="a text that is a group"),
        pytest.param("b: {c: x}\n", "{c: x}", Change("replace", "step", "", "notify"), id="a step that is a group"),
        pytest.param("- [x]\n", "x", Change("set", "automation", "enabled", "false"), id="a key for a list"),
        pytest.param("- [x]\n", "x", Change("add", "automation", "ignore", "bots"), id="an item for a list"),
        pytest.param("b: x\n", "x", Change("remove", "step"), id="a step in no list"),
    ],
)
def test_no_edit_where_the_file_is_not_what_the_change_is_for(text: str, place: str, change: Change) -> None:
    document = read(text)
    assert edits_of(fix(document, place, change), {"a.yml": document}) == ()


def test_no_edit_in_a_file_that_is_not_at_hand() -> None:
    document = read("b: x\n")
    assert edits_of(fix(document, "x", Change("replace", "reference", "", "y")), {}) == ()


def test_an_entry_of_a_group_is_taken_out_by_its_key() -> None:
    document = read("b: {c: x, d: y}\n")
    (edit,) = edits_of(fix(document, "d", Change("remove", "declaration")), {"a.yml": document})
    assert after(document, edit) == "b: {c: x}\n"


def test_a_comment_says_something_else() -> None:
    document = read("b: x # sociable: ignore\n")
    change = Change("replace", "comment", "", "# sociable: ignore[a] -- b")
    (edit,) = edits_of(fix(document, "# sociable: ignore", change), {"a.yml": document})
    assert after(document, edit) == "b: x # sociable: ignore[a] -- b\n"
