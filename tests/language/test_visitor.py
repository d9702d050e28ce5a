"""What follows from a condition for some of its variables alone."""

from sociable.language import ast
from sociable.language.conditions.joined import implied
from sociable.language.visitor import Use, free_variables, shape, unmarked, written_out


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


def some_of(variable: str, body: ast.Condition) -> ast.Quantified:
    return ast.Quantified("some", 0, "step", variable, ast.Path(("a", "steps"), 1, 2), body, 3, 4)


def test_a_define_is_written_out_with_variables_of_its_own_and_unmarked_again() -> None:
    body = some_of("b", both(A, B))
    use = Use({"a": ast.Path(("x", "account"), 7, 8)}, "'1", 9, 10)
    said = written_out(body, use)
    assert said.printed() == "some step b'1 in x.account.steps has (x.account.is_approved and b'1.is_approved)"
    assert {(each.at, each.end) for each in (said, said.source, said.body)} == {(9, 10)}
    assert free_variables(said) == {"x"}
    assert unmarked(said).printed() == "some step b in x.account.steps has (x.account.is_approved and b.is_approved)"


def test_shapes_are_equal_where_conditions_say_the_same_of_another_thing_elsewhere() -> None:
    elsewhere = ast.Flag(ast.Path(("c", "is_approved"), 5, 6), 7, 8)
    assert shape(A, "a") == shape(elsewhere, "c")
    assert shape(A, "a") != shape(elsewhere, "a")
    assert shape(both(A), "a") != shape(either(A), "a")
