"""The grammar itself: no ambiguous tokens, no unspeakable words, no error without words."""

import re
from pathlib import Path
from typing import Any

import pytest
import sociable.language
from lark import Lark
from sociable.kinds.table import KINDS
from sociable.kinds.words import WORDS
from sociable.language.conditions.about_texts import PEOPLE
from sociable.language.parser import TERMINALS
from sociable.language.types import Type
from sociable.vocabulary.platforms import PLATFORMS

GRAMMAR = Path(sociable.language.__path__[0], "grammar.lark").read_text(encoding="utf-8")
KEYWORDS = frozenset(re.findall(r'"([a-z]+)"', GRAMMAR))


@pytest.fixture(scope="module")
def terminals() -> dict[str, Any]:
    return {each.name: each.pattern for each in Lark(GRAMMAR, parser="lalr").terminals}


def test_no_two_tokens_can_be_taken_for_each_other() -> None:
    pytest.importorskip("interegular")
    Lark(GRAMMAR, parser="lalr", strict=True)


def test_errors_have_a_word_for_every_token(terminals: dict[str, Any]) -> None:
    ignored = {name for name in terminals if name == "COMMENT" or name.startswith("__IGNORE")}
    spoken = {name for name, pattern in terminals.items() if pattern.type == "str" and pattern.value == name.lower()}
    assert terminals.keys() - ignored - spoken == TERMINALS.keys() - {"$END"}


def test_no_name_can_be_a_keyword(terminals: dict[str, Any]) -> None:
    """But for those that only mean something where no name can stand."""
    name = re.compile(terminals["NAME"].value)
    assert {word for word in KEYWORDS if name.fullmatch(word)} == {
        "list",
        "group",
        "pair",
        "least",
        "most",
        "replace",
        "remove",
        "set",
    }


@pytest.mark.parametrize("word", ["sometimes", "format", "notify", "isolated", "on-call", "in_reply", "no-one", "at2"])
def test_a_name_may_begin_like_a_keyword(terminals: dict[str, Any], word: str) -> None:
    assert re.fullmatch(terminals["NAME"].value, word)


def test_every_word_of_the_vocabulary_can_be_written(terminals: dict[str, Any]) -> None:
    word = re.compile(terminals["WORD"].value)
    name = re.compile(terminals["NAME"].value)
    assert [each for words in WORDS.values() for each in words if not word.fullmatch(each)] == []
    assert [each for each in (*KINDS.rows, *PEOPLE, *PLATFORMS) if not name.fullmatch(each)] == []
    for kind in (
        *map(Type, KINDS.rows),
        *(Type("group", kind) for kind in KINDS.rows),
        *(Type("word", of) for of in WORDS),
    ):
        assert [each for each in KINDS.attributes(kind) if not name.fullmatch(each)] == []


@pytest.mark.parametrize(
    ("name", "fits", "does_not_fit"),
    [
        ("NAME", ["a", "a1", "a_b", "rule-name", "listed"], ["A", "1a", "_a", "-a", "a-", "is", "and", "a.b"]),
        ("WORD", ["report", "no", "list", "self-serve", "in_reply"], ["and", "unless", "is", "not", "X"]),
        ("INT", ["0", "12", "123456789"], ["", "-1", "1.5", "1234567890", "٣"]),
        ("SIGN", ["=", "!=", "<", "<=", ">", ">="], ["==", "=<", "!"]),
        ("STRING", ['""', '"a"', r'"a \" b"', r'"\\"'], ['"', '"a\n"', r'"a\"', "'a'"]),
        ("COMMENT", ["#", "# a"], ["# a\n"]),
    ],
)
def test_tokens(terminals: dict[str, Any], name: str, fits: list[str], does_not_fit: list[str]) -> None:
    pattern = re.compile(terminals[name].to_regexp())
    assert [text for text in fits if not pattern.fullmatch(text)] == []
    assert [text for text in does_not_fit if pattern.fullmatch(text)] == []
