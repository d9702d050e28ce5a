import pytest
from sociable.errors import BadExpression
from sociable.readers.automation_file.expressions.expression_parser import MAX_LENGTH, parse_expression
from sociable.readers.automation_file.expressions.lalr import MAX_OPEN
from sociable.setup.model import Expression


def path(text: str) -> Expression:
    return Expression("path", tuple(text.split(".")), text)


A, B, C = path("a"), path("b.c"), path("c")


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("a", A),
        (" b.c ", B),
        ("a or b.c or c", Expression("or", (A, B, C), "a or b.c or c")),
        ("a and b.c", Expression("and", (A, B), "a and b.c")),
        ("not a", Expression("not", (A,), "not a")),
        (" not\t b.c\n", Expression("not", (B,), "not b.c")),
        ("not not a", Expression("not", (Expression("not", (A,), "not a"),), "not not a")),
        ("nota", path("nota")),
        ("a == b.c", Expression("compare", ("=", A, B), "a = b.c")),
        ("a>=b.c", Expression("compare", (">=", A, B), "a >= b.c")),
        ("a in b.c", Expression("in", (A, B), "a in b.c")),
        ("a not in c", Expression("not", (Expression("in", (A, C), "a in c"),), "not a in c")),
        ("a contains c", Expression("contains", (A, C), "a contains c")),
        ("a matches c", Expression("matches", (A, C), "a matches c")),
        ("a is c", Expression("is", (A, C), "a is c")),
        ("a is not c", Expression("not", (Expression("is", (A, C), "a is c"),), "not a is c")),
        ("[]", Expression("list", (), "[]")),
        ("[a, c]", Expression("list", (A, C), "[a, c]")),
        ("f()", Expression("call", ("f",), "f()")),
        ("f(a,c)", Expression("call", ("f", A, C), "f(a, c)")),
        ("'it\\'s'", Expression("text", ("it's",), '"it\'s"')),
        (r'"a\\\"b"', Expression("text", (r"a\"b",), r'"a\\\"b"')),
        ("@jane@example.org", Expression("text", ("@jane@example.org",), '"@jane@example.org"')),
        ("60 per hour", Expression("rate", (60, 3600), "60 per hour")),
        ("3 days", Expression("duration", (259200,), "3 days")),
        ("-1.5", Expression("number", (-1.5,), "-1.5")),
        ("true", Expression("flag", (True,), "true")),
        ("false", Expression("flag", (False,), "false")),
        ("notable", path("notable")),
        ("a_1.is_bot", path("a_1.is_bot")),
        ("a.matches", path("a.matches")),
        ("a . in > c", Expression("compare", (">", path("a.in"), C), "a.in > c")),
        ("a.not-true is c", Expression("is", (path("a.not-true"), C), "a.not-true is c")),
    ],
)
def test_every_form(text: str, expression: Expression) -> None:
    assert parse_expression(text) == expression


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("a and (b or c)", "a and (b or c)"),
        ("(a and b) or c", "a and b or c"),
        ("not (a or b)", "not (a or b)"),
        ("not (not a)", "not not a"),
        ("(a = b) is c", "(a = b) is c"),
        ("((a))", "a"),
        ("f((a or b))", None),
        ("[(a is b)]", "[(a is b)]"),
    ],
)
def test_the_text_is_written_anew_with_the_brackets_it_needs(text: str, again: str | None) -> None:
    expression = parse_expression(text)
    assert expression.text == (again or text)
    assert parse_expression(expression.text) == expression


@pytest.mark.parametrize(
    ("text", "message", "offset", "length"),
    [
        ("", "is empty", 0, 0),
        ("  ", "is empty", 0, 2),
        ("a b", "does not make sense at `b`", 2, 1),
        ("a is ", "ends too early", 4, 0),
        ("(a", "ends too early", 2, 0),
        ("f(a", "ends too early", 3, 0),
        ("or", "does not make sense at `or`", 0, 2),
        ("a andb", "does not make sense at `andb`", 2, 4),
        ("a inb", "does not make sense at `inb`", 2, 3),
        ("a 'b", "has a text that is never closed", 2, 1),
        ('a "b', "has a text that is never closed", 2, 1),
        ("a && b", "has a `&` where it should say `and`", 2, 1),
        ("a || b", "has a `|` where it should say `or`", 2, 1),
        ("!a", "has a `!` where it should say `not`", 0, 1),
        ("a ; b", "has a character that means nothing here: `;`", 2, 1),
        ("3 dayz", "does not make sense at `dayz`", 2, 4),
        ("1.2.3", "has a character that means nothing here: `1`", 0, 1),
        ("a.", "has a `.` that no name follows", 1, 1),
        ("a.in .", "has a `.` that no name follows", 5, 1),
        ("(" * (MAX_OPEN + 1), "has too many things within things", 0, MAX_OPEN + 1),
        ("not " * MAX_OPEN + "a", "has too many things within things", 0, 4 * MAX_OPEN + 1),
        ("a." * MAX_LENGTH + "b", "is longer than 2,000 characters", 0, 2 * MAX_LENGTH + 1),
    ],
)
def test_what_is_wrong(text: str, message: str, offset: int, length: int) -> None:
    with pytest.raises(BadExpression) as wrong:
        parse_expression(text)
    assert (wrong.value.message, wrong.value.offset, wrong.value.length) == (message, offset, length)
