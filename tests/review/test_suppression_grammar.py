"""What a suppression says, and what is told of one that is none."""

import pytest
from sociable.findings.problem import REVIEW_RULES
from sociable.review.suppression_grammar import Directive, Mistake, body, parse


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("ignore[a] -- why", Directive(("a",), "why", "")),
        ("ignore[a,b , c]", Directive(("a", "b", "c"), "", "")),
        ("ignore[a, a] until=2027-01-31 -- for  the\tfair", Directive(("a",), "for the fair", "2027-01-31")),
        ("ignore [a]until=2027-01-31", None),
        ("ignore[a] until = 2027-01-31--x", None),
        ("ignore[a] -- it says -- twice", Directive(("a",), "it says -- twice", "")),
    ],
)
def test_what_is_said(said: str, meant: Directive | None) -> None:
    read = parse(said)
    assert isinstance(read, Mistake) if meant is None else read == meant


@pytest.mark.parametrize(
    ("said", "rule", "message", "advice"),
    [
        ("ignore", "blanket-suppression", "hide everything", "Name what is accepted"),
        ("ignore[]", "blanket-suppression", "hide everything", "Name what is accepted"),
        ("ignore[*] -- x", "blanket-suppression", "hide everything", "Name what is accepted"),
        ("ignore -- x", "blanket-suppression", "hide everything", "Name what is accepted"),
        ("ignore until=2027-01-31", "blanket-suppression", "hide everything", "Name what is accepted"),
        ("ignore no-pause -- x", "malformed-suppression", "in square brackets", "`# sociable: ignore[no-pause] -- "),
        ("ignore(no-pause)", "malformed-suppression", "in square brackets", "`# sociable: ignore[no-pause] -- "),
        ("ingore[a] -- x", "malformed-suppression", "`ingore` is nothing", "Did you mean `ignore`?"),
        ("please", "malformed-suppression", "`please` is nothing", "Write `# sociable: ignore["),
        ("ignore[a -- x", "malformed-suppression", "not closed", "Write"),
        ("ignore[a] \u2014 x", "malformed-suppression", "after ` -- `", "Write"),
        ("ignore[a] because", "malformed-suppression", "`because` cannot stand here", "Write"),
        ("ignore[a] until=2027-02-30 -- x", "malformed-suppression", "`2027-02-30` is no day", "until=2027-01-31"),
        (
            f"ignore[{' '.join(map(str, range(51)))}]",
            "malformed-suppression",
            "51 rules, and may name 50",
            "Name what is",
        ),
        (f"ignore[{', '.join(map(str, range(99999)))}]", "malformed-suppression", "99999 rules", "`ignore` in"),
        ("ignore[a] until=soon -- x", "malformed-suppression", "`soon` is no day", "until=2027-01-31"),
    ],
)
def test_what_is_wrong(said: str, rule: str, message: str, advice: str) -> None:
    read = parse(said)
    assert isinstance(read, Mistake)
    assert rule in REVIEW_RULES
    assert read.rule == rule
    assert message in read.message
    assert advice in read.advice


@pytest.mark.parametrize("comment", ["# sociable: 1", "# sociable is nice", "# see ignore[a]", "#sociable", "# x"])
def test_other_comments_are_left_alone(comment: str) -> None:
    assert body(comment) is None


def test_fifty_are_not_too_many() -> None:
    names = tuple(map(str, range(50)))
    assert parse(f"ignore[{','.join(names * 3)}] -- x") == Directive(names, "x", "")


def test_the_colon_is_needed() -> None:
    assert isinstance(body("# sociable ignore[a] -- x"), Mistake)
    assert body("## Sociable:ignore[a] -- x") == "ignore[a] -- x"
