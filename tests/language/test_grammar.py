"""The grammar itself: no ambiguous tokens, no unspeakable words, no error without words."""

import re
from typing import Any

import pytest
from lark import Lark
from sociable.kinds.table import KINDS
from sociable.kinds.words import WORDS
from sociable.language import ast
from sociable.language.conditions.about_texts import PEOPLE
from sociable.language.grammar import grammar_text, keywords
from sociable.language.parser import TERMINALS, parse_question, parse_rules
from sociable.language.printer import format_declarations
from sociable.language.types import Type
from sociable.language.visitor import walk
from sociable.text.source import Source
from sociable.vocabulary.platforms import PLATFORMS

GRAMMAR = grammar_text()


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
    assert {word for word in keywords() if name.fullmatch(word)} == {
        "list",
        "group",
        "pair",
        "least",
        "most",
        "replace",
        "remove",
        "set",
        "add",
        "begin",
    }


@pytest.mark.parametrize("word", ["sometimes", "format", "notify", "isolated", "on-call", "in_reply", "no-one", "at2"])
def test_a_name_may_begin_like_a_keyword(terminals: dict[str, Any], word: str) -> None:
    assert re.fullmatch(terminals["NAME"].value, word)


def test_every_word_of_the_vocabulary_can_be_written(terminals: dict[str, Any]) -> None:
    name = re.compile(terminals["NAME"].value)
    assert [each for each in (*KINDS.rows, *PEOPLE, *PLATFORMS) if not name.fullmatch(each)] == []
    for kind in (
        *map(Type, KINDS.rows),
        *(Type("group", kind) for kind in KINDS.rows),
        *(Type("word", of) for of in WORDS),
    ):
        assert [each for each in KINDS.attributes(kind) if not name.fullmatch(each)] == []


EVERYWHERE = """
list some-words = [{0}, post, {0}]
define plain(s: step) means s.verb is {0}
rule some-rule
severity warning when s.verb is {0}
for each step s
when s.verb is {0} and s.verb is not {0} or (s.verb is {0})
  and ({0} in s.words or {0} not in s.words or not {0} in s.words and {0} # said
  in s.words)
  and s.verb in [{0}] and s.verb not in [post, {0}] # said
unless s.verb is {0} # said
unless no step t in s.steps has {0} in t.words
report s: "a"
because "b"
suggest "c"
fix safe: {1}
"""


EVERY_WORD = sorted({*(word for words in WORDS.values() for word in words), *keywords()} - {"not"})


@pytest.mark.parametrize("initial", sorted({word[0] for word in EVERY_WORD}))
def test_every_word_may_stand_wherever_one_can_keyword_or_not(initial: str) -> None:
    for word in (word for word in EVERY_WORD if word[0] == initial):
        _may_stand_everywhere(word)


def _may_stand_everywhere(word: str) -> None:
    for change in (f"replace s with {word}", f"set key of s to {word}"):
        text = EVERYWHERE.format(word, change)
        listed, define, rule = parse_rules(Source("page.md", text), 0, len(text))
        assert isinstance(listed, ast.ListOf)
        assert listed.words == (word, "post", word)
        assert isinstance(define, ast.Define)
        assert isinstance(rule, ast.Rule)
        found = [each for each in walk((define, rule)) if isinstance(each, ast.Is | ast.In)]
        said = [each.word if isinstance(each, ast.Is) else each.printed() for each in found]
        assert said.count(word) == 6
        assert said.count(f"{word} in s.words") == 4
        assert said.count(f"{word} in t.words") == 1
        assert rule.fix is not None
        assert rule.fix.word == word
        tidy = format_declarations([rule])
        assert format_declarations(parse_rules(Source("page.md", tidy), 0, len(tidy))) == tidy


@pytest.mark.parametrize("word", sorted(keywords() - {"not"}))
def test_a_question_may_end_with_any_word(word: str) -> None:
    asked = parse_question(Source("question", f"for each step s when s.verb is {word}"))
    assert isinstance(asked.when, ast.Is)
    assert asked.when.word == word


@pytest.mark.parametrize(
    ("name", "fits", "does_not_fit"),
    [
        ("NAME", ["a", "a1", "a_b", "rule-name", "listed"], ["A", "1a", "_a", "-a", "a-", "is", "and", "a.b"]),
        ("WORD", ["list", "self-serve", "in_reply"], ["and", "unless", "is", "not", "X"]),
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
