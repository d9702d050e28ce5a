"""The one layout of rules: it says the same as before, is its own layout, and loses no comment."""

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sociable.errors import BadRule
from sociable.language import ast
from sociable.language.parser import parse_rules, tokens_of
from sociable.language.printer import WIDTH, format_block, format_declarations
from sociable.text.source import Source, Span

from tests.engine.rule_texts import BINDINGS, GROUPS
from tests.engine.rule_texts import rules as sensible_rules
from tests.language.rule_trees import declarations, places_left_out


def parse(text: str) -> list[ast.Declaration]:
    return parse_rules(Source("page.md", text), 0, len(text))


def laid_out(text: str) -> str:
    return format_block(Span(Source("page.md", text), 0, len(text)))


@settings(deadline=None)
@given(declarations)
def test_a_tree_comes_back(trees: list[ast.Declaration]) -> None:
    assert places_left_out(parse(format_declarations(trees))) == places_left_out(trees)


@settings(deadline=None)
@given(sensible_rules((*BINDINGS, *GROUPS)))
def test_a_rule_says_the_same_as_before(text: str) -> None:
    assert places_left_out(parse(laid_out(text))) == places_left_out(parse(text))


@st.composite
def scattered(draw: st.DrawFn) -> tuple[str, str, list[str]]:
    """Declarations laid out; the same with any spaces, line ends and comments between the words; the comments."""
    tidy = format_declarations(draw(declarations))
    pieces: list[str] = []
    comments: list[str] = []
    for _, at, end in (*tokens_of(tidy), ("", len(tidy), len(tidy))):
        gap = draw(st.sampled_from((" ", " ", "\n", "\t \n  ", "#", " #", "\n   #", "#\n#")))
        while "#" in gap:
            comments.append(f"#{len(comments)}")
            gap = gap.replace("#", f"{comments[-1]}\n".replace("#", "\0"), 1)
        pieces += [gap.replace("\0", "#"), tidy[at:end]]
    return tidy, "".join(pieces), comments


@settings(deadline=None)
@given(scattered())
def test_any_layout_becomes_the_one_layout_and_comments_survive(case: tuple[str, str, list[str]]) -> None:
    tidy, wild, comments = case
    tidied = laid_out(wild)
    assert laid_out(tidied) == tidied
    lines = tidied.split("\n")
    assert Counter(line.strip() for line in lines if line.strip().startswith("#")) == Counter(comments)
    rest = "\n".join(line for line in lines if not line.strip().startswith("#"))
    assert rest.strip("\n") == tidy.strip("\n")


# ------------------------------------------------------------------------------------------ layout

RULE = """\
rule some-rule
severity warning
severity error on x, y in agency when a.b is c
confidence low
profile public-body, agency
subsumes one-rule, another
beside third, fourth: "it says \\"a\\", this says b"
cites X-01, LAW-123 when s.is_held

for each account a, step s in a.steps
when a.is_known
 and s.b is not c
 and (s.b not in [c, d] or not (s.is_approved and a.n >= 2))
unless some step t in a.steps has t.b in words
unless one and two

report s: "says {s.verb} and \\"more\\""
show a: "here"
because "One. Two."
suggest "Three."
see "Four."
  when s.b is c
fix unsafe: set approval of s to human
"""


@pytest.mark.parametrize(
    "text",
    [
        RULE,
        RULE.replace("account a, step s in a.steps", "group g of step s by s.verb, s.text.wording"),
        RULE.replace("account a, step s in a.steps", "pair a, s"),
        RULE.replace('show a: "here"', 'show each step u in a.steps: "here is {u}"'),
        RULE.replace("agency\nsubsumes", 'agency\npreview since "0.2"\nformerly older, oldest\nsubsumes'),
        RULE.replace("some step", "at least 2 step"),
        RULE.replace("set approval of s to human", "replace s with notify"),
        RULE.replace("set approval of s to human", "remove s"),
        RULE.replace("a.is_known", "a leads to s.b\n and s.text leaks private"),
        RULE.replace("and s.b is not c", "and s.text names followers\n and calls(s, a.b)"),
        "list one = [a, b]\n\nlist two = [c]\n",
        "define one(s: step, a: account) means\n    s.b is c\n    and d in a.b\n\ndefine two(s: step) means\n    s.b\n",
    ],
)
def test_what_is_laid_out_stays(text: str) -> None:
    assert laid_out(text) == text


@pytest.mark.parametrize(
    ("written", "tidy"),
    [
        ('because "One." "Two."', 'because "One. Two."'),
        ("confidence low\n", "\n\n  confidence low\t"),
        ("confidence low\n", "confidence high confidence low "),
        ("unless one and two", "unless (one and two)"),
        ("s.b is not c", "not s.b is c"),
        ("s.b not in [c, d]", "not ((s.b in [c,d]))"),
        ("for each", "for\neach"),
    ],
)
def test_other_spellings_become_one(written: str, tidy: str) -> None:
    """Each pair says the same; the formatter knows only one of the two."""
    assert laid_out(RULE.replace(written, tidy)) == RULE
    assert laid_out(RULE.replace(tidy, written)) == RULE


def condition(text: str) -> str:
    """The lines of ``when``."""
    return laid_out(RULE.replace(RULE[RULE.index("when a.is") : RULE.index("\nreport")], f"when {text}\n")).split(
        "\n\n"
    )[1]


LONG = "s.automation.event.group in [one, two, three, four]"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a or b", "when a or b"),
        ("a and b", "when a\n and b"),
        (f"{LONG} or {LONG}", f"when {LONG}\n or {LONG}"),
        (f"a and ({LONG} or {LONG})", f"when a\n and ({LONG}\n      or {LONG})"),
        (
            f"a and not ({LONG} or ({LONG} and b))",
            f"when a\n and not ({LONG}\n          or ({LONG} and b))",
        ),
        (
            f"a and ({LONG} or ({LONG} and {LONG}))",
            f"when a\n and ({LONG}\n      or ({LONG}\n          and {LONG}))",
        ),
        (
            f"a and no step s in a.steps has ({LONG} and {LONG})",
            f"when a\n and no step s in a.steps has\n     ({LONG}\n      and {LONG})",
        ),
        (
            f"a and some step s in a.a_very_long_name has {LONG}",
            f"when a\n and some step s in a.a_very_long_name has {LONG}",
        ),
    ],
)
def test_what_is_too_long_for_a_line_is_broken(text: str, lines: str) -> None:
    assert condition(text).partition("\n")[2] == lines
    assert max(map(len, lines.split("\n"))) <= WIDTH


def test_a_long_list_goes_on_below() -> None:
    words = [f"word-number-{number}" for number in range(20)]
    lines = laid_out(f"list long = [{', '.join(words)}]").splitlines()
    assert len(lines) > 1
    assert all(len(line) <= WIDTH for line in lines)
    assert re.findall(r"word-number-\d+", " ".join(lines)) == words
    assert all(line.startswith("    word") for line in lines[1:])


# ---------------------------------------------------------------------------------------- comments


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("rule some-rule\n", "# c\nrule some-rule\n"),
        ("confidence low\n", "# c\nconfidence low\n"),
        ("severity error on", "# c\nseverity error on"),
        ("for each", "# c\nfor each"),
        ("when a.is", "# c\nwhen a.is"),
        (" and s.b is not", " # c\n and s.b is not"),
        (" and (s.b", " # c\n and (s.b"),
        ("unless one", "# c\nunless one"),
        ("show a", "# c\nshow a"),
        ("suggest", "# c\nsuggest"),
        ("fix", "# c\nfix"),
        ("profile", "# c\nprofile"),
        ("subsumes", "# c\nsubsumes"),
        ("beside", "# c\nbeside"),
    ],
)
def test_a_comment_stays_above_its_line(before: str, after: str) -> None:
    assert RULE.count(before) == 1
    text = RULE.replace(before, after)
    assert laid_out(text) == text
    wild = RULE.replace(before, after.replace("# c\n", "\n   # c   \n\n"))
    assert laid_out(wild) == text


@pytest.mark.parametrize(
    "line",
    [
        "rule some-rule",
        "severity error on x, y in agency when a.b is c",
        "confidence low",
        "for each account a, step s in a.steps",
        "when a.is_known",
        " and (s.b not in [c, d] or not (s.is_approved and a.n >= 2))",
        "unless one and two",
        'report s: "says {s.verb} and \\"more\\""',
        'suggest "Three."',
        'see "Four."',
        "profile public-body, agency",
        "subsumes one-rule, another",
        'beside third, fourth: "it says \\"a\\", this says b"',
        "cites X-01, LAW-123 when s.is_held",
        "fix unsafe: set approval of s to human",
    ],
)
def test_a_comment_at_the_end_of_a_line_moves_above_it(line: str) -> None:
    assert RULE.count(f"{line}\n") == 1
    indent = " " * (len(line) - len(line.lstrip()))
    expected = RULE.replace(f"{line}\n", f"{indent}# c\n{line}\n")
    assert laid_out(RULE.replace(f"{line}\n", f"{line}  # c\n")) == expected


def test_a_comment_moves_with_a_line_of_the_head() -> None:
    text = RULE.replace("severity warning\n", "# sure?\nconfidence low\n# how bad?\nseverity warning\n", 1)
    text = text.replace("c\nconfidence low\n", "c\n")
    tidied = RULE.replace("severity warning", "# how bad?\nseverity warning")
    assert laid_out(text) == tidied.replace("confidence", "# sure?\nconfidence")


def test_comments_inside_what_becomes_one_line_stand_above_it_in_their_order() -> None:
    text = "list a = [ # one\n  b, # two\n  # three\n  c\n]  # four\n"
    assert laid_out(text) == "# one\n# two\n# three\n# four\nlist a = [b, c]\n"


def test_a_comment_after_everything_comes_last() -> None:
    assert laid_out("list a = [b]\n# c") == "list a = [b]\n\n# c\n"
    assert laid_out("# c\n\n# d") == "# c\n# d\n"
    assert laid_out("") == ""


def test_a_sign_of_a_comment_in_a_text_is_text() -> None:
    text = RULE.replace("Three.", "Use #3.")
    assert laid_out(text) == text


def test_line_ends_stay_what_they_were() -> None:
    windows = RULE.replace("\nwhen", "\n# c\nwhen").replace("\n", "\r\n")
    assert laid_out(windows) == windows


def test_what_is_no_rule_is_refused() -> None:
    with pytest.raises(BadRule):
        laid_out("rule")
