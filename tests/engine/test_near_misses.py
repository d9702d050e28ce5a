"""Why a rule says nothing: the right things, nearest first, with what is in the way."""

import pytest
from hypothesis import HealthCheck, assume, given, settings
from sociable.engine.compiled_rule import CompiledRule
from sociable.engine.domains import Things
from sociable.engine.near_misses import MOST, NearMiss, WhyNot, why_not
from sociable.facts.facts import derive
from sociable.findings.finding import Clause
from sociable.project.load import read_text
from sociable.rulebook.page_files import Said, rule_of_page
from sociable.setup.model import Setup

from tests.engine.rule_texts import BINDINGS, rules
from tests.engine.rules import built_in, checked
from tests.setups import facts
from tests.strategies import setups

TOWN = """\
accounts:
  town: {platform: x, handle: "@town"}
  mill: {platform: x, handle: "@mill"}
automations:
  - id: wall
    account: town
    when: unfollowed
    do:
      - post: "Bye"
  - id: answers
    account: town
    when: {event: post_matched, keywords: [mill]}
    approval: human
    do:
      - reply: "See our page."
      - dm: "Hello"
  - id: off
    account: mill
    enabled: false
    when: unfollowed
    do:
      - unfollow: event.user
  - id: sale
    account: [town, mill]
    when: {event: schedule, every: 1 day}
    do:
      - notify: "Sale!"
"""
LOOP = """\
accounts:
  town: {platform: x, handle: "@town"}
  mill: {platform: x, handle: "@mill"}
automations:
  - id: town-back
    account: town
    when: followed
    do: [follow: event.user]
  - id: mill-back
    account: mill
    when: followed
    KEY
    do: [follow: event.user]
"""


def outcome(miss: NearMiss) -> tuple[str, str]:
    decided: Clause | None = miss.failed or miss.excused
    return miss.about, f"{'not met' if miss.failed else 'unless'} {decided.text}" if decided else "reported"


def told(answer: WhyNot) -> list[tuple[str, str]]:
    return [outcome(each) for each in answer.misses]


def test_the_first_condition_that_fails_and_the_exception_that_applies() -> None:
    assert told(why_not(built_in()["unsolicited-reply"], facts(TOWN), "answers")) == [
        ("`reply` in `answers`", "not met was_not_asked_for(s)"),
        ("`dm` in `answers`", "not met s.verb in public_answers"),
    ]
    assert told(why_not(built_in()["unsolicited-reply"], facts(TOWN), "wall")) == [
        ("`post` in `wall`", "not met s.verb in public_answers"),
    ]


def test_without_an_automation_the_nearest_come_first() -> None:
    answer = why_not(built_in()["unsolicited-reply"], facts(TOWN))
    assert [about for about, _ in told(answer)][:3] == ["`reply` in `answers`", "`dm` in `answers`", "`post` in `wall`"]
    assert (answer.looked_at, [each.met for each in answer.misses]) == (5, [2, 1, 0, 0, 0])
    many = "\n".join(f"      - notify: number {number}" for number in range(9))
    answer = why_not(built_in()["unsolicited-reply"], facts(f"{TOWN}{many}\n"))
    assert (len(answer.misses), answer.looked_at) == (MOST, 5 + 2 * 9)


def test_what_is_reported_is_said_to_be() -> None:
    text = TOWN.replace("Bye", "Bye {{ event.user.handle }}")
    assert told(why_not(built_in()["unfollow-shaming"], facts(text), "wall")) == [("`post` in `wall`", "reported")]


def test_what_rests_on_a_key_that_was_misread_is_not_said_to_be_reported() -> None:
    town = f"sociable: 1\n{TOWN}  - {{id: odd, account: town, when: unfollowed, KEY, do: [unfollow: event.user]}}\n"
    for key, unread in (("aproval: human", ("approval",)), ("titel: Odd", ())):
        setup = read_text("a.yml", town.replace("KEY", key)).setup
        (miss,) = why_not(built_in()["unfollow-retaliation"], derive(setup), "odd").misses
        assert (outcome(miss)[1], miss.unread) == ("reported", unread)


def test_an_account_belongs_to_each_automation_that_runs_on_it() -> None:
    rule, unread = built_in()["silent-inbox"], facts(TOWN.replace('"@town"', '"@town", inbox: unread'))
    assert told(why_not(rule, unread, "wall")) == [("@town", "reported")]
    assert len(why_not(rule, unread, "sale").misses) == 2


def test_ids_belong_to_the_automation_they_stand_in() -> None:
    answer = why_not(built_in()["unknown-account"], facts(TOWN), "sale")
    assert [(each.about, each.span.line) for each in answer.misses] == [("`town`", 25), ("`mill`", 25)]


def test_of_groups_the_members_that_do_not_pass_or_the_group_that_is_not_alike_enough() -> None:
    rule = built_in()["self-amplification"]
    answer = why_not(rule, facts(TOWN), "sale")
    assert told(answer) == [("`notify` in `sale`", "not met s.verb in [repost, quote]")] * 2
    assert answer.remarks == ("nothing here passes what is asked of each by itself",)
    several = TOWN.replace('notify: "Sale!"', "repost: mill")
    alone = facts(several.replace("account: [town, mill]", "account: town"))
    assert told(why_not(rule, alone, "sale")) == [("`repost` in `sale` alone", "not met g.accounts >= 2")]
    assert told(why_not(rule, facts(several), "sale")) == [("`repost` in `sale` and 1 like it", "reported")]


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("title: nothing in the way", [("a loop of 2 automations", "reported")]),
        (
            "approval: human",
            [("a loop of 2 automations", "not met every step s in l.steps has not s.is_approved")],
        ),
        ("ignore: [own_accounts]", "without `ignore:` of `mill-back` there would be a loop of 2 automations"),
        ("once_per: user", [("a loop of 2 automations", "unless l.is_bounded")]),
        ("only_from: ['@pond']", "without `only_from:` of `mill-back` there would be a loop of 2 automations"),
        ("enabled: false", "without `enabled: false` of `mill-back` there would be a loop of 2 automations"),
        (
            "ignore: [own_accounts]\n    once_per: user",
            "no loop of these steps sets itself off, whatever this rule asks for",
        ),
    ],
)
def test_of_loops_the_condition_or_the_brake(key: str, expected: str | list[tuple[str, str]]) -> None:
    answer = why_not(built_in()["auto-follow-loop"], facts(LOOP.replace("KEY", key)), "town-back")
    assert (list(answer.remarks), told(answer)) == (([expected], []) if isinstance(expected, str) else ([], expected))


def test_a_loop_of_others_is_not_told() -> None:
    other = LOOP.replace("KEY", "title: b") + (
        "  - id: note\n    account: mill\n    when: mentioned\n    do: [notify: us]\n"
    )
    answer = why_not(built_in()["auto-follow-loop"], facts(other), "note")
    assert (answer.misses, len(answer.remarks)) == ((), 1)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(text=rules(BINDINGS), setup=setups(largest=2))
def test_exactly_what_the_rule_finds_is_said_to_be_reported(
    text: str, setup: Setup, tmp_path_factory: pytest.TempPathFactory
) -> None:
    rule, problems = checked(text)
    assume(not problems)
    path = tmp_path_factory.mktemp("pages") / "page.md"
    path.write_text(text)
    page = rule_of_page(Said(rule, "", ""), str(path), "")
    every = derive(setup)
    found = sum(1 for _ in CompiledRule(page).plan.environments(Things(every)))
    answer = why_not(page, every)
    reported = sum(outcome(miss)[1] == "reported" for miss in answer.misses)
    excused = sum(miss.failed is None and miss.excused is not None for miss in answer.misses)
    assert reported == found if answer.looked_at <= MOST else reported <= found
    assert reported or excused or not found


def test_what_has_ended_is_only_looked_at_by_a_rule_that_asks_for_it() -> None:
    ended = facts(TOWN.replace("    when: unfollowed", "    when: unfollowed\n    until: 2019-12-31"))
    assert not why_not(built_in()["unfollow-shaming"], ended, "wall").misses
    (miss,) = why_not(built_in()["date-passed"], ended, "wall").misses
    assert miss.failed is None
