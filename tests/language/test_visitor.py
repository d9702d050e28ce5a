"""What follows from a condition for some of its variables alone."""

from sociable.language import ast
from sociable.language.conditions.joined import implied


def flag(name: str) -> ast.Flag:
    return ast.Flag(ast.Path((name, "is_approved"), 0, 0), 0, 0)


def both(*parts: ast.Condition) -> ast.And:
    return ast.And(parts, 0, 0)


def either(*parts: ast.Condition) -> ast.Or:
    return ast.Or(parts, 0, 0)


A, B = flag("a"), flag("b")
NOT_A = ast.Not(A, 0, 0)


def test_of_conditions_that_all_hold_those_follow_that_can_be_asked() -> None:
    assert implied(both(A, B), {"a"}) == both(A)
    assert implied(both(B, B), {"a"}) is None


def test_of_alternatives_something_follows_only_if_each_says_something() -> None:
    assert implied(either(both(A, B), both(NOT_A, B)), {"a"}) == either(both(A), both(NOT_A))
    assert implied(either(both(A, B), B), {"a"}) is None


def test_nothing_follows_from_a_denial_in_part() -> None:
    assert implied(ast.Not(both(A, B), 0, 0), {"a"}) is None
    assert implied(NOT_A, {"a"}) == NOT_A
