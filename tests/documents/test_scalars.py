import math

import pytest
from sociable.documents.nodes import Scalar
from sociable.documents.scalars import MAX_DIGITS, Value, core_value


def plain(text: str) -> Value:
    return core_value(Scalar(0, len(text), text, plain=True))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("Null", None),
        ("NULL", None),
        ("nULL", "nULL"),
        ("true", True),
        ("True", True),
        ("TRUE", True),
        ("false", False),
        ("tRUE", "tRUE"),
        *((word, word) for word in ("on", "off", "yes", "no", "Yes", "NO", "y", "n")),
        ("3", 3),
        ("-3", -3),
        ("+3", 3),
        ("007", 7),
        ("0o17", 15),
        ("0x1F", 31),
        ("0b11", "0b11"),
        ("0o18", "0o18"),
        ("1_000", "1_000"),
        ("3:30", "3:30"),
        ("12:30:45", "12:30:45"),
        ("2011-08-01", "2011-08-01"),
        ("1.5", 1.5),
        ("1.", 1.0),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("-1.5E-1", -0.15),
        (".inf", math.inf),
        ("-.INF", -math.inf),
        ("+.Inf", math.inf),
        (".iNF", ".iNF"),
        (".", "."),
        ("-", "-"),
        ("1.2.3", "1.2.3"),
        ("٣", "٣"),
        ("0x", "0x"),
        ("3 days", "3 days"),
        ("9" * MAX_DIGITS, int("9" * MAX_DIGITS)),
        ("9" * (MAX_DIGITS + 1), "9" * (MAX_DIGITS + 1)),
    ],
)
def test_the_core_schema_of_yaml_1_2(text: str, value: Value) -> None:
    found = plain(text)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize("text", [".nan", ".NaN", ".NAN"])
def test_not_a_number(text: str) -> None:
    found = plain(text)
    assert isinstance(found, float)
    assert math.isnan(found)


@pytest.mark.parametrize("text", ["", "true", "3", "null", ".inf"])
def test_quotes_make_it_a_text(text: str) -> None:
    assert core_value(Scalar(0, len(text) + 2, text, plain=False)) == text
