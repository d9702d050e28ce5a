from itertools import pairwise

import pytest
from sociable.documents.document import Document
from sociable.documents.nodes import Mapping, Scalar, Sequence
from sociable.documents.yaml_tree import parse
from sociable.text.source import Source, Span

TEXT = """\
# first
# second
a: &x
  b1: c1  # third

  # fourth
  d: [e1, f1]
g: *x
"""


@pytest.fixture
def document() -> Document:
    return parse(Source("a.yml", TEXT))


def place(document: Document, text: str) -> Span:
    start = document.source.text.index(text)
    return Span(document.source, start, start + len(text))


@pytest.mark.parametrize(
    ("text", "kind", "depth"), [("c1", Scalar, 3), ("b1", Scalar, 3), ("[e1, f1]", Sequence, 3), ("f1", Scalar, 4)]
)
def test_a_node_is_found_again_by_its_place(document: Document, text: str, kind: type, depth: int) -> None:
    span = place(document, text)
    path = document.path_to(span)
    assert isinstance(path[-1], kind)
    assert (path[-1].start, path[-1].end) == span[1:]
    assert path[0] is document.roots[0]
    assert len(path) == depth
    assert all(outer.start <= inner.start and inner.end <= outer.end for outer, inner in pairwise(path))


def test_what_an_alias_stands_for_is_where_its_anchor_is(document: Document) -> None:
    root = document.roots[0]
    assert isinstance(root, Mapping)
    shared = root["g"][1]
    assert document.path_to(Span(document.source, shared.start, shared.end))[-1] is shared


def test_no_node_is_at_half_of_one(document: Document) -> None:
    with pytest.raises(LookupError, match=r"no node is at a\.yml:1:3"):
        document.path_to(place(document, "first"))


def test_a_format_without_a_tree() -> None:
    document = Document(Source("a.csv", "a;b # c\n"))
    assert (document.roots, document.defects, document.comments) == ((), (), ())
    with pytest.raises(LookupError):
        document.path_to(place(document, "a"))
