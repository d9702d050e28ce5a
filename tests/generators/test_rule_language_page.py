"""The reference of the rule language: all of the grammar, nothing else, and examples from real pages."""

import re
from pathlib import Path

import pytest
from sociable.language.grammar import grammar_text

from generators.rule_language_page import MEANINGS, Meaning, language_page

ROOT = Path(__file__).parents[2]
PAGE = language_page()
GRAMMAR = grammar_text()


def entry(title: str) -> list[str]:
    """The paragraphs below a heading."""
    return re.split(r"^##", PAGE.partition(f"### {title}\n")[2], flags=re.MULTILINE)[0].strip().split("\n\n")


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("severity", "`severity` *level* [*on platforms*] [*in profiles*] [`when` *condition*]"),
        ("on platforms", "`on` *platform* [`,` *platform*]…"),
        ("beside", "`beside` *another rule* [`,` *another rule*]… `:` *text*"),
        ("rule", "`rule` *name* *head* … `for` `each` *things* [*when*] [*unless*]… *report*"),
        ("a block", "[*rule* | *definition* | *list*]…"),
        ("not in", "*path* `not` `in` (*words* | *path*)"),
        ("words", "`[` *word* [`,` *word*]… `]`"),
        ("because", "`because` *text* …"),
        ("sign", "`<=` | `>=` | `!=` | `=` | `<` | `>`"),
        ("at least", "`at` `least` *number*"),
        ("some, every, no", "*how many* *kind* *name* `in` *path* `has` *condition*"),
    ],
)
def test_how_things_are_written(title: str, written: str) -> None:
    assert entry(title)[0] == written


def test_examples_are_from_the_pages_they_name() -> None:
    assert entry("flag")[-1].startswith("As in [")
    example = r"^As in \[.*\]\(\.\./(rules/.*)\)(?:: `(.*)`|:\n\n```rule\n((?:.+\n|\n)+?)```)$"
    found = re.findall(example, PAGE, re.MULTILINE)
    assert len(found) == PAGE.count("As in [") > 20
    for path, short, long in found:
        assert (short or long) in (ROOT / path).read_text(encoding="utf-8")


def test_what_is_written_in_one_way_needs_no_example() -> None:
    assert entry("some") == ["`some`", "One or more; the first that fits may be shown."]


def test_a_construct_without_a_meaning_is_an_error() -> None:
    for more, name in (
        ('     | path "likes" path                         -> likes\n', "likes"),
        ('mend: "mend" NAME\n', "mend"),
        ("DATE: /[0-9]+-[0-9]+/\n", "DATE"),
    ):
        grammar = GRAMMAR.replace("?operand:", f"{more}?operand:")
        with pytest.raises(
            ValueError, match=f"(?m)^constructs without a meaning: {name}; meanings without a construct: none$"
        ):
            language_page(grammar)


def test_a_meaning_without_a_construct_is_an_error() -> None:
    for line, name in ((r".*-> call\n", "call"), (r"COMMENT: .*\n", "COMMENT"), (r"define: .*\n", "define")):
        less = re.sub(line, "", GRAMMAR)
        assert less != GRAMMAR
        with pytest.raises(
            ValueError, match=f"(?m)^constructs without a meaning: none; meanings without a construct: {name}$"
        ):
            language_page(less)


def test_names_that_the_grammar_has_no_place_for_are_an_error() -> None:
    section, meanings = next((title, each) for title, each in MEANINGS.items() if "when" in each)
    wrong = {**meanings, "when": Meaning("when", "Has to hold.", ("kind",))}
    with pytest.raises(ValueError, match="`when` has no place for kind"):
        language_page(meanings={**MEANINGS, section: wrong})
