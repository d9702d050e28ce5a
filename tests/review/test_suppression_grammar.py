"""What a suppression says, and what is told of one that is none."""

import pytest
from hypothesis import given
from hypothesis.strategies import text
from sociable.findings.problem import REVIEW_RULES
from sociable.review.suppression_grammar import Directive, Mistake, body, parse, with_body
from sociable.review.suppression_slips import day_meant


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
        ("ingore[a] -- x", "malformed-suppression", "`ingore` is nothing", "Write `# sociable: ignore[a] -- x`"),
        ("ingore[a]", "malformed-suppression", "`ingore` is nothing", "Did you mean `ignore`?"),
        ("please", "malformed-suppression", "`please` is nothing", "Write `# sociable: ignore["),
        ("ignore[a -- x", "malformed-suppression", "not closed", "Write"),
        ("ignore[a] \u2014 x", "malformed-suppression", "after ` -- `", "Write"),
        ("ignore[a] because", "malformed-suppression", "`because` cannot stand here", "Did you mean"),
        ("ignore[a] until=2027-02-30 -- x", "malformed-suppression", "`2027-02-30` is no day", "until=2027-01-31"),
        (
            f"ignore[{' '.join(map(str, range(51)))}]",
            "malformed-suppression",
            "51 rules, and may name 50",
            "Name what is",
        ),
        (f"ignore[{', '.join(map(str, range(99999)))}]", "malformed-suppression", "99999 rules", "`ignore` in"),
        ("ignore[a] until=soon -- x", "malformed-suppression", "`soon` is not a year", "until=2027-01-31"),
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


WHY = "they asked for it"


@pytest.mark.parametrize(
    ("comment", "becomes", "is_guess"),
    [
        (f"# sociable ignore[a-b] -- {WHY}", f"ignore[a-b] -- {WHY}", False),
        (f"# sociable-ignore a-b: {WHY}", f"ignore[a-b] -- {WHY}", False),
        (f"# sociable: ignroe[a-b] -- {WHY}", f"ignore[a-b] -- {WHY}", False),
        (f"# sociable: Ignore[a-b] -- {WHY}", f"ignore[a-b] -- {WHY}", False),
        (f"# sociable: disable[a-b] -- {WHY}", f"ignore[a-b] -- {WHY}", False),
        (f"# sociable: ignore[a-b] \u2013 {WHY}", f"ignore[a-b] -- {WHY}", False),
        (f"# sociable: ignore[a-b] - {WHY}", f"ignore[a-b] -- {WHY}", False),
        (f"# sociable: ignore[a-b]: {WHY}", f"ignore[a-b] -- {WHY}", False),
        (f"# sociable: ignore[a-b] {WHY}", f"ignore[a-b] -- {WHY}", True),
        (f"# sociable: ignore[a-b -- {WHY}", f"ignore[a-b] -- {WHY}", False),
        (f"# sociable: ignore[a-b, c until=2027-01-31 -- {WHY}", f"ignore[a-b, c] until=2027-01-31 -- {WHY}", False),
        (f"# sociable: ignore[a-b]] -- {WHY}", f"ignore[a-b] -- {WHY}", False),
        (f"# sociable: ignore(a-b, c) -- {WHY}", f"ignore[a-b, c] -- {WHY}", False),
        (f"# sociable: ignore: a-b -- {WHY}", f"ignore[a-b] -- {WHY}", False),
        ("# sociable: ignore a-b", "", False),
        (f"# sociable: ignore[a] until=31.01.2027 -- {WHY}", f"ignore[a] until=2027-01-31 -- {WHY}", False),
        (f"# sociable: ignore[a] until=31/1/2027 -- {WHY}", f"ignore[a] until=2027-01-31 -- {WHY}", False),
        (f"# sociable: ignore[a] until=1/2/2027 -- {WHY}", f"ignore[a] until=2027-02-01 -- {WHY}", True),
        (f"# sociable: ignore[a] until=2027/1/31 -- {WHY}", f"ignore[a] until=2027-01-31 -- {WHY}", False),
        (f"# sociable: ignore[a] until=20270131 -- {WHY}", f"ignore[a] until=2027-01-31 -- {WHY}", False),
        (f"# sociable: ignore[a] until=2027-02 -- {WHY}", f"ignore[a] until=2027-02-28 -- {WHY}", True),
        (f"# sociable: ignore[a] until 2027-01-31 -- {WHY}", f"ignore[a] until=2027-01-31 -- {WHY}", False),
        (f"# sociable: ignore[a], untill: 2027-01-31, {WHY}", f"ignore[a] until=2027-01-31 -- {WHY}", False),
        (f"# sociable: ignore[a] -- {WHY} until=2027-01-31", f"ignore[a] until=2027-01-31 -- {WHY}", False),
        (f"# sociable: ignore[a] until=2027-02-30 -- {WHY}", "", False),
        (f"# sociable: ignore[a] until=soon -- {WHY}", "", False),
        (f"# sociable: please[a] -- {WHY}", "", False),
        (f"# sociable: ignore[a] ignore[b] -- {WHY}", "", False),
        (f"# sociable: ignore[a, -- {WHY}", f"ignore[a] -- {WHY}", False),
        (f"# sociable: ignore -- {WHY}", "", False),
    ],
)
def test_what_was_meant(comment: str, becomes: str, is_guess: bool) -> None:
    said = body(comment)
    read = said if isinstance(said, Mistake) else parse(str(said))
    assert isinstance(read, Mistake)
    assert (read.becomes, read.is_guess) == (becomes, is_guess)
    assert not becomes or f"`# sociable: {becomes}`" in read.advice
    if becomes:
        mended = body(with_body(comment, becomes))
        assert isinstance(mended, str)
        assert isinstance(parse(mended), Directive)


@given(text("ignore[a-b] until=2027-01-31 -- (){}:=,.\u2014", max_size=60))
def test_what_was_meant_is_a_suppression(said: str) -> None:
    read = parse(said)
    if isinstance(read, Mistake) and read.becomes:
        assert isinstance(parse(read.becomes), Directive)


@pytest.mark.parametrize(
    ("until", "day"),
    [
        ("2007-01-31", "2027-01-31"),
        ("0227-01-31", "2027-01-31"),
        ("2207-01-31", ""),
        ("2025-12-31", ""),
        ("2016-12-31", "2026-12-31"),
        ("2016-01-31", ""),
        ("1999-01-31", ""),
    ],
)
def test_a_year_that_is_a_slip(until: str, day: str) -> None:
    assert day_meant(until, "2026-11-28") == day
