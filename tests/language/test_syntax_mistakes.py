"""The mistakes people make most are answered with what to write."""

import pytest
from sociable.language import syntax_mistakes

from tests.rulebook.pages import marked, parse_error, rule

MISTAKES = {
    "_other_sign": [
        ("s.audience =⟦=⟧ public", "Write `s.audience is public`."),
        ("g.size =⟦=⟧ 3", "Write `g.size = 3`."),
        ("s.verb is post ⟦&⟧& s.is_approved", "Write `and`."),
        ("s.verb is post ⟦|⟧ s.is_approved", "Write `or`."),
        ("⟦!⟧s.is_approved", "Write `not`."),
    ],
    "_quoted": [
        ('s.audience is ⟦"public"⟧', "Write `public` without quotation marks."),
        ("s.audience in [⟦'⟧public']", "Write `public` without quotation marks."),
    ],
    "_small_letters": [("s.verb is ⟦P⟧ost", "Write it in small letters: `post`.")],
    "_negated": [
        ("s.audience isn⟦'⟧t public", "Write `s.audience is not public`."),
        ("s.audience isnt ⟦public⟧", "Write `s.audience is not public`."),
        ("s.audience not ⟦public⟧", "Write `s.audience is not public`."),
    ],
    "_is_in": [
        ("s.verb is ⟦in⟧ [post, reply]", "Write `s.verb in […]`."),
        ("s.verb is not ⟦in⟧ answers", "Write `s.verb not in answers`."),
        ("s.verb is ⟦[⟧post, reply]", "Write `s.verb in […]`."),
        ("s.verb is not ⟦[⟧post]", "Write `s.verb not in […]`."),
    ],
    "_other_is": [("s.audience ⟦equals⟧ public", "Write `s.audience is public`.")],
    "_without_has": [
        ("some step t in a.steps ⟦t⟧.is_approved", "Write `has t.is_approved …`."),
        ("at least 2 step t in a.steps ⟦where⟧ t.is_approved", "Write `has t.is_approved …`."),
    ],
    "_without_is": [
        ("s.audience ⟦public⟧", "Write `s.audience is public`."),
        ("not (s.is_approved or s.audience ⟦public⟧)", "Write `s.audience is public`."),
    ],
    "_without_and": [
        ("s.verb is post ⟦s⟧.is_approved", "Write `and` or `or` before `s.is_approved`."),
        ("s.verb in [post] ⟦not⟧ s.is_approved", "Write `and` or `or` before `not`."),
        ("g.size > 3 ⟦some⟧ step t in a.steps has t.is_approved", "Write `and` or `or` before `some`."),
        ("s.is_approved ⟦loud⟧(s)", "Write `and` or `or` before `loud`."),
    ],
}
WHOLE = {
    "_for_each": [
        ("rule x severity info for ⟦every⟧ step s", "Write `for each step …`."),
        ("rule x severity info for ⟦steps⟧ s", "Write `for each step …`."),
    ],
    "_without_a_name": [
        (rule("some step in a.steps has s.is_approved").replace("step in", "step ⟦in⟧"), "Give it a name: `step s`."),
        ("rule x severity info for each step ⟦when⟧ s.is_approved", "Give it a name: `step s`."),
        (rule(each="automation a, step in a.steps").replace("step in", "step ⟦in⟧"), "Give it a name: `step s`."),
    ],
    "_dangling": [
        (
            rule("s.verb is post and").replace("\nreport", "\n⟦report⟧"),
            "Write a condition after `and`, or take the `and` out.",
        ),
        (
            rule("s.is_approved or\nunless not").replace("unless", "⟦unless⟧"),
            "Write a condition after `or`, or take the `or` out.",
        ),
    ],
    "_quoted": [
        (rule(report="report s: ⟦'⟧x'"), 'Write texts in double quotes: `"…"`.'),
        (rule(report="report s: ⟦“⟧x”"), 'Write texts in double quotes: `"…"`.'),
    ],
}


@pytest.mark.parametrize(("when", "advice"), [row for rows in MISTAKES.values() for row in rows])
def test_a_mistake_in_a_condition(when: str, advice: str) -> None:
    clean, start, end = marked(rule(when))
    told = parse_error(clean)
    assert (told.start, told.end, told.advice) == (start, end, advice)


@pytest.mark.parametrize(("text", "advice"), [row for rows in WHOLE.values() for row in rows])
def test_a_mistake_elsewhere(text: str, advice: str) -> None:
    clean, start, end = marked(text)
    told = parse_error(clean)
    assert (told.start, told.end, told.advice) == (start, end, advice)


def test_there_is_an_example_of_each() -> None:
    names = {each.__name__ for each in syntax_mistakes._PHRASES}
    assert names == MISTAKES.keys() | WHOLE.keys()
    assert len(names) <= 12


@pytest.mark.parametrize(
    "text",
    [
        rule("3 is post"),  # no phrase is better than a wrong one
        rule("s.text names 3"),
        rule("a leads s"),
        rule(tail='suggest "c"'),
        "list x of [a]",
    ],
)
def test_whoever_makes_another_mistake_hears_what_could_stand_there(text: str) -> None:
    assert parse_error(text).advice.startswith("Expected ")
