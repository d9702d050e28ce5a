"""One rule told instead of another: at the same step, on the same account, never milder."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sociable.engine.compiled_rule import CompiledRule
from sociable.engine.judge import judge, verdicts
from sociable.engine.merging import Hit
from sociable.engine.near_misses import why_not
from sociable.engine.subsumption import Subsumption
from sociable.findings.finding import SEVERITIES, Finding
from sociable.language import ast
from sociable.language.types import Type
from sociable.rulebook.page_files import PageRule, Said, heading_of, rule_of_page
from sociable.text.source import Source, Span

from tests.engine.naive import severity, told_instead
from tests.engine.rules import checked
from tests.setups import facts

TEXT = """\
sociable: 1
accounts:
  shop: {platform: x, handle: "@shop", inbox: {read_by: jane}}
  blog: {platform: mastodon, handle: "@blog", inbox: {read_by: jane}}
automations:
  - id: greet
    account: [shop, blog]
    when: followed
    do:
      - dm: "hello"
      - post: "welcome"
"""


def page(name: str, when: str, head: str = "severity warning", report: str = "s") -> PageRule:
    text = f'rule {name}\n{head}\nfor each step s\nwhen {when}\nreport {report}: "x"\nbecause "b"\nsuggest "c"'
    rule, problems = checked(text)
    assert problems == []
    return rule_of_page(Said(rule, "A title", "They see it."), "page.md", "tests")


def told(*pages: PageRule, profile: str = "default") -> list[tuple[str, str]]:
    findings = judge(facts(TEXT), [CompiledRule(each, profile=profile) for each in pages])
    return sorted((finding.rule, finding.message) for finding in findings)


MESSAGE = page("message", "s.verb is dm")
WELCOME = page("welcome", "s.verb is dm", "severity warning\nsubsumes message", report="s.text")


def test_only_the_one_that_subsumes_is_told_wherever_in_the_step_it_points() -> None:
    assert told(WELCOME, MESSAGE) == told(MESSAGE, WELCOME) == [("welcome", "x (the same on @blog)")]


def test_of_all_steps_on_a_circle_only_the_circle_is_told() -> None:
    circle = """\
accounts: {ann: {platform: x, handle: "@ann"}, bob: {platform: x, handle: "@bob"}}
automations:
  - {id: a, account: ann, when: mentioned, do: [reply: Thanks]}
  - {id: b, account: bob, when: mentioned, do: [reply: Thanks]}
"""
    text = 'rule circle\nseverity error\n{}for each loop l\nwhen l.size >= 1\nreport l.first: "x"\nbecause "b"'
    answers = page("answers", "s.verb is reply")
    for line, expected in (("", ["answers", "answers", "circle"]), ("subsumes answers\n", ["circle"])):
        rule, problems = checked(text.format(line) + '\nsuggest "c"')
        assert problems == []
        both = [CompiledRule(each) for each in (rule_of_page(Said(rule, "A title", ""), "p.md", "tests"), answers)]
        assert sorted(finding.rule for finding in judge(facts(circle), both)) == expected


def test_alone_it_is_told() -> None:
    assert told(MESSAGE) == [("message", "x (the same on @blog)")]


def test_another_step_is_another_matter() -> None:
    posts = page("posts", "s.verb is post", "severity error\nsubsumes message")
    assert [rule for rule, _ in told(posts, MESSAGE)] == ["message", "posts"]


def test_another_account_is_another_matter() -> None:
    here = page("here", "s.account.platform is mastodon", "severity warning\nsubsumes message")
    assert told(here, MESSAGE) == [("here", "x"), ("here", "x"), ("message", "x")]


def test_what_is_graver_never_vanishes_behind_what_is_milder() -> None:
    mild = page("mild", "s.verb is dm", "severity info\nseverity error on mastodon\nsubsumes message")
    assert sorted(told(mild, MESSAGE)) == [("message", "x"), ("mild", "x"), ("mild", "x")]


def test_by_way_of_a_third() -> None:
    first = page("first", "s.verb is dm", "severity warning\nsubsumes middle")
    middle = page("middle", "s.verb is post", "severity warning\nsubsumes message")
    assert [rule for rule, _ in told(middle, MESSAGE, first)] == ["first", "middle"]


def test_a_rule_that_does_not_run_takes_nobodys_place() -> None:
    away = page("away", "s.verb is dm", "severity warning\nsubsumes middle")
    middle = page("middle", "s.verb is dm", "severity info\nsubsumes message")
    assert [rule for rule, _ in told(middle, MESSAGE)] == ["message", "middle"]
    assert [rule for rule, _ in told(away, middle, MESSAGE)] == ["away"]


def test_why_not_says_what_is_told_instead() -> None:
    derived = facts(TEXT)
    rules = [CompiledRule(each) for each in (WELCOME, MESSAGE)]
    misses = {miss.about: miss.instead for miss in why_not(MESSAGE, derived, "", rules).misses}
    assert misses == {"`dm` in `greet`": "welcome", "`post` in `greet`": ""}
    assert {miss.instead for miss in why_not(WELCOME, derived, "", rules).misses} == {""}
    assert {miss.instead for miss in why_not(MESSAGE, derived, "", rules[1:]).misses} == {""}


# ---------------------------------------------------------------------------------------- any rules

NAMES = tuple("abcdef")
NOWHERE = Span(Source("a.yml", ""), 0, 0)


@st.composite
def rulebooks(draw: st.DrawFn) -> dict[str, ast.Rule]:
    """Rules that may subsume any that come after them in the alphabet, and some that do not exist."""
    rules = {}
    for number, name in enumerate(NAMES):
        others = draw(st.lists(st.sampled_from((*NAMES[number + 1 :], "none")), unique=True, max_size=3))
        rules[name] = MESSAGE.rule._replace(name=name, subsumes=tuple(ast.Other(other, 0, 0) for other in others))
    return rules


places = st.lists(st.tuples(st.sampled_from(NAMES), st.integers(0, 2), st.sampled_from(SEVERITIES)), max_size=15)


def hit(rule: str, thing: int, level: str) -> Hit:
    return Hit(Finding(rule, level, "high", NOWHERE, "", "", "", "", (), ""), "", 0, "", thing)


@settings(deadline=None)
@given(rules=rulebooks(), found=places, order=st.permutations(NAMES))
def test_sifting_is_what_comparing_everything_is(
    rules: dict[str, ast.Rule], found: list[tuple[str, Any, str]], order: list[str]
) -> None:
    subsumption = Subsumption([heading_of(rules[name]) for name in order])
    stayed = []
    for name in sorted(order, key=subsumption.rank):
        own = [each for each in found if each[0] == name]
        for each, (_, instead) in zip(own, subsumption.sifted(name, [hit(*one) for one in own]), strict=True):
            others = told_instead(*each, found, rules)
            assert (instead in others) if others else instead == ""
            stayed += [] if instead else [each]
    for _, thing, level in found:
        assert any(
            there == thing and SEVERITIES.index(as_bad) >= SEVERITIES.index(level) for _, there, as_bad in stayed
        )


# ---------------------------------------------------------------------------------------- severity


@pytest.mark.parametrize("profile", ["default", "strict", "personal"])
@pytest.mark.parametrize(
    "head",
    [
        "severity info\nseverity error in strict",
        "severity info\nseverity error on x in strict, personal",
        "severity warning\nseverity info in personal\nseverity error on mastodon",
        "severity info\nseverity error in strict when s.verb is post\nseverity warning on x when s.verb is dm",
    ],
)
def test_the_last_line_that_applies_counts_in_each_profile(head: str, profile: str) -> None:
    rule = page("any", "s.audience in [public, person]", head)
    derived = facts(TEXT)
    compiled = CompiledRule(rule, profile=profile)
    hits = [told.hit for sifted in verdicts(derived, [compiled]) for told in sifted]
    assert len(hits) == 4
    for each in hits:
        bound = {"s": (each.thing, Type("step"))}
        assert each.finding.severity == severity(rule.rule, each.finding.platform, profile, bound)
