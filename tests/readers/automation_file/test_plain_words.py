"""What people write of themselves: words of elsewhere, and a plain no."""

from typing import Any

import pytest
from sociable.project.load import read_text

HEAD = "sociable: 1\naccounts: {a: {platform: mastodon}}\n"


def read(automation: str, step: str = "reply: hi", more: str = "") -> Any:
    return read_text(
        "a.yml",
        f"{HEAD}{more}automations:\n  - {{id: i, account: a, {automation or 'when: mentioned'}, do: [{{{step}}}]}}\n",
    )


@pytest.mark.parametrize(
    ("written", "key", "meant"),
    [
        ("when: mentioned, purpose: advertising", "purpose", "promotion"),
        ("when: mentioned, purpose: emergency", "purpose", "alert"),
        ("when: mentioned, entry: [share, comment]", "entry", {"repost", "comment"}),
        ("when: mentioned, approval: nobody", "approval", "none"),
        ("when: mentioned, via: scraper", "via", "browser"),
    ],
)
def test_a_word_of_elsewhere_is_told_of_and_read_as_ours(written: str, key: str, meant: object) -> None:
    reading = read(written)
    assert [problem.advice.startswith("Write `") for problem in reading.problems] == [True]
    (automation,) = reading.setup.automations
    assert getattr(automation, key) == meant
    assert not automation.misread


def test_an_event_of_elsewhere_is_read_as_ours() -> None:
    reading = read("when: retweeted")
    assert [each.trigger.event.name for each in reading.setup.automations] == ["reposted"]
    assert len(reading.problems) == 1


def test_what_people_agreed_to_may_be_said_in_other_words() -> None:
    reading = read("when: messaged, agreed_to: [advertising, the tide times]")
    assert reading.setup.automations[0].agreed_to == ("promotion", "the tide times")
    assert not reading.problems


def test_a_plain_no_is_not_the_same_as_nothing_said() -> None:
    said = "when: messaged, out_by: none, stop_on: nothing, limit: none, agreed_to: none"
    reading = read(said, "reply: hi, disclose: none", "lists: {l: {came_by: order, agreed_to: none, out_by: none}}\n")
    assert not reading.problems
    (automation,), (people,) = reading.setup.automations, reading.setup.lists
    assert automation.denied == {"out_by", "stop_on", "limit", "agreed_to"}
    assert (automation.out_by, automation.stop_on, automation.limit, automation.agreed_to) == (
        frozenset(),
        (),
        None,
        (),
    )
    assert automation.steps[0].denied == {"disclose"}
    assert people.denied == {"agreed_to", "out_by"}
    assert not read("").setup.automations[0].denied


def test_a_limit_for_each_person_is_none_in_all() -> None:
    (automation,) = read("when: mentioned, limit: 20 per user per hour").setup.automations
    assert (automation.limit, automation.per_user, automation.once_per) == (None, (20, 3600, "user"), None)
    (automation,) = read("when: mentioned, limit: 1 per user per 2 days").setup.automations
    assert automation.once_per == ("user", 2 * 86400)


def test_several_places_at_once() -> None:
    (automation,) = read("when: {event: posted_here, in: [lounge, kitchen]}").setup.automations
    assert automation.trigger.narrowed == {"in": ("lounge", "kitchen")}
    assert automation.trigger.place.several == ("lounge", "kitchen")


@pytest.mark.parametrize(
    ("when", "advice"),
    [
        ("{event: posted, from: '@a'}", "what others post is `account_posted`"),
        ("{event: command, name: hours}", "Did you mean `named`?"),
        ("{event: command, during: open}", "It belongs to the automation"),
        ("{event: messaged, matches: a}", "`if: event.message.text matches"),
    ],
)
def test_keys_that_stand_somewhere_else(when: str, advice: str) -> None:
    assert advice in read(f"when: {when}").problems[0].advice


def test_a_sign_stands_under_a_key_of_its_own() -> None:
    (problem,) = read("", 'react: "👍"').problems
    assert (problem.message, problem.advice) == ("`👍` is a sign, and no post", 'Write `react: {emoji: "👍"}`.')
    assert read("", 'react: {emoji: "👍"}').problems == ()
