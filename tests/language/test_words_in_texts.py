"""What is asked of words is asked of those that the file itself writes, piece by piece."""

import pytest
from sociable.language import ast
from sociable.language.conditions.words_in_texts import InWords


@pytest.mark.parametrize(
    ("condition", "pieces", "words", "holds"),
    [
        (ast.Contains, ["Our sale begins"], "SALE", True),
        (ast.Contains, ["Wholesale"], "sale", False),
        (ast.Contains, ["Our  spring\nsale"], "spring sale", True),
        (ast.Contains, ["Our spring ", "", " sale"], "spring sale", False),
        (ast.Contains, ["本日のセール開始"], "セール", True),
        (ast.Contains, [], "sale", False),
        (ast.Begins, ["  Hello, ", "", "!"], "hello", True),
        (ast.Begins, ["", "Hello"], "hello", False),
        (ast.Begins, ["Helloes"], "hello", False),
        (ast.Begins, [], "hello", False),
        (ast.Matches, ["Hi ", "", "!"], "hi|ho", True),
        (ast.Matches, ["", "!"], "a*$", True),
        (ast.Matches, [""], "a*", False),
    ],
)
def test_only_what_the_file_writes_is_looked_at(
    condition: type[InWords], pieces: list[str], words: str, holds: bool
) -> None:
    assert condition.is_so(pieces, words) is holds
