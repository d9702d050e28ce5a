"""Patterns that strangers write: what is taken does what it says, and everything else is refused with a reason."""

import pytest
from sociable.text.safe_pattern import MOST_TIMES, BadPattern, fits, safe_pattern


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("giv(e|ing) ?away", "Our GIVEAWAY starts", True),
        ("giv(e|ing) ?away", "We give it away", False),
        ("(?:like|share) and", "Share and win", True),
        (r"\d{2,3}%", "50% off", True),
        (r"\d{2,3}%", "5% off", False),
        ("a{3}", "aa", False),
        ("a{2,}", "aaa", True),
        ("[^a-z]x", "-x", True),
        ("[]x]", "]", True),
        (r"[\]]", "]", True),
        ("[[]", "[", True),
        ("^no+?$", "nooo", True),
        (r"\.", "a.b", True),
        (r"\.", "ab", False),
        ("(ha|ho)+!", "hahoha!", True),
        (r"(a|[0-9]|\.)*z", "a1.a2z", True),
        ("giv(e|ing) ?away.*free.*shipments?", "giving away free big shipments", True),
    ],
)
def test_what_is_taken_finds_what_it_says(pattern: str, text: str, found: bool) -> None:
    assert fits(pattern, text) is found


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("", "an empty pattern fits everything"),
        ("a" * 201, "longer than 200"),
        ("*a", "nothing stands before `*`"),
        ("(|+)", "nothing stands before `+`"),
        ("(a+)+", "repeats what repeats itself"),
        (".+a.+b.+c", "repeats more than 2 things"),
        ("a+b*c+b*d+b*x", "repeats more than 2 things"),
        ("(ab)+c(ab)+c(ab)+c", "repeats more than 2 things"),
        (r"\w+\d\w+\d\w+\d", "repeats more than 2 things"),
        ("[a-f]+[^g]+[a-f]+[^g]+x", "repeats more than 2 things"),
        ("(x|x)+y", "repeats alternatives that can fit the same words"),
        ("(ab|a|b)*c", "repeats alternatives that can fit the same words"),
        (r"(\w|\d){30}!", "repeats alternatives that can fit the same words"),
        ("(k|\u212a)*!", "repeats alternatives that can fit the same words"),
        ("((n|nn)(n|nn))*m", "repeats alternatives that can fit the same words"),
        ("(|o)*p", "repeats alternatives that can fit the same words"),
        ("a?" * 40 + "b", "fit the same words in too many ways"),
        ("(a|aa)" * 30 + "b", "fit the same words in too many ways"),
        ("a{0,9}" * 20 + "b", "fit the same words in too many ways"),
        ("a)", "closes `)` what was never opened"),
        ("(a", "never closed"),
        ("a{3,2}", "less than no time"),
        (f"a{{{MOST_TIMES + 1}}}", "more than 200 times"),
        ("(?=a)", "`(?=a`, which is not taken here"),
        ("a}", "a `}` by itself"),
        ("a{x}", "a `{` by itself"),
        ("a\\", "ends in `\\`"),
        (r"(a)\1", "refers back to a group"),
        (r"\Z", r"`\Z`, which is not taken here"),
        ("[a", "opens `[` and never closes it"),
        ("[z-a]", "makes no sense"),
    ],
)
def test_everything_else_is_refused_with_its_reason(pattern: str, reason: str) -> None:
    with pytest.raises(BadPattern) as refused:
        safe_pattern(pattern)
    assert reason in str(refused.value)


def test_what_is_repeated_for_ever_is_counted() -> None:
    assert safe_pattern("a*b+").pattern == f"a{{0,{MOST_TIMES}}}b{{1,{MOST_TIMES}}}"


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("[0-9]+ sts over [0-9]+ cm, width [0-9]+", "24 sts over 10 cm, width 98", True),
        (r"\d+\.\d+\.\d+\.\d+", "from 10.0.0.1 again", True),
        (r"\w+-\w+-\w+-\w+@", "a-b-c-d", False),
        ("a+b+c+d+", "aabbccdd", True),
        ("[^:]+:[^:]+:[^:]+:", "one:two:three:", True),
    ],
)
def test_what_ends_at_one_place_only_may_be_repeated_often(pattern: str, text: str, found: bool) -> None:
    assert fits(pattern, text) is found


def test_of_a_very_long_text_the_beginning_is_looked_at() -> None:
    assert fits("x", "." * 9_999 + "x")
    assert not fits("x", "." * 10_000 + "x")
