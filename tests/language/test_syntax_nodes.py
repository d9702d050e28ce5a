"""Nodes: tuples with names, equal only to their own kind."""

import pytest
from sociable.language import ast
from sociable.language.syntax_nodes import Node
from sociable.language.visitor import free_variables, is_deeper, walk

A = ast.Path(("a",), 0, 1)


def test_nodes_of_different_kinds_are_never_equal() -> None:
    parts = (ast.Flag(A, 0, 1),)
    assert ast.And(parts, 0, 9) != ast.Or(parts, 0, 9)
    assert not ast.And(parts, 0, 9) == ast.Or(parts, 0, 9)  # noqa: SIM201 - the other operator
    assert ast.And(parts, 0, 9) not in [ast.Or(parts, 0, 9)]
    assert len({ast.And(parts, 0, 9), ast.Or(parts, 0, 9), ast.Joined(parts, 0, 9)}) == 3
    assert tuple(ast.Word("a", 0, 1)) != ast.Word("a", 0, 1)


def test_nodes_that_say_the_same_are_equal() -> None:
    one, other = (ast.Is(ast.Path(("a", "b"), 0, 3), "c", 0, 8) for _ in range(2))
    assert one == other
    assert not one != other  # noqa: SIM202 - the other operator
    assert hash(one) == hash(other)
    assert one != one._replace(word="d")


def test_fields_come_in_order_or_by_name() -> None:
    node = ast.Is(A, at=2, end=3, word="b")
    assert (node.left, node.word, node.at, node.end) == (A, "b", 2, 3)
    assert ast.Show(A, ast.Message((), 0, 0)).each is None


def test_fields_that_there_are_none_of_are_refused() -> None:
    with pytest.raises(TypeError, match="Is has no field wort"):
        ast.Is(A, "b", 0, 0, wort="c")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="Is has no field wort"):
        ast.Is(A, "b", 0, 0)._replace(wort="c")
    with pytest.raises(TypeError, match="Is has 4 fields, not 5"):
        ast.Is(A, "b", 0, 0, 0)  # type: ignore[call-arg]
    with pytest.raises(KeyError):
        ast.Is(A, "b")  # type: ignore[call-arg]


def test_what_nobody_knows_can_be_gone_through(monkeypatch: pytest.MonkeyPatch) -> None:
    """A new kind of node needs no line in the visitor."""
    monkeypatch.setattr(Node, "classes", dict(Node.classes))

    class Twice(ast.Condition):
        variable: str
        of: tuple[tuple[ast.Path, ...], ...]
        at: int
        end: int

        @property
        def introduces(self) -> tuple[str, ...]:
            return (self.variable,)

    node = Twice("b", ((A, ast.Path(("b", "c"), 2, 3)), ()), 0, 4)
    assert list(walk((node, "x"))) == [node, A, ast.Path(("b", "c"), 2, 3)]
    assert free_variables(node) == {"a"}
    assert not is_deeper(node, 5)
    assert is_deeper(ast.Not(ast.Not(node, 0, 4), 0, 4), 5)
