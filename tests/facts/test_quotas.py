"""Sums over the automations of an account: what is certain, what is allowed, and what is never guessed."""

import pytest
from sociable.facts.bursts import burst_words
from sociable.facts.quotas import Quota, quotas
from sociable.facts.rates import times_a_day

from tests.setups import facts


def setup(*automations: str, account: str = "platform: x") -> str:
    return f"accounts:\n  shop: {{{account}}}\nautomations:\n" + "\n".join(automations)


def automation(name: str, when: str, do: str, more: str = "") -> str:
    return f"  - {{id: {name}, account: shop, when: {when}, do: [{do}]{f', {more}' if more else ''}}}"


def quota(*automations: str, action: str = "posts and replies") -> Quota:
    found = quotas(facts(setup(*automations)))
    (one,) = [each for each in found if each.limit.action == action and each.limit.per == "a day"]
    return one


def amount(when: str, do: str = "{post: Hi}", more: str = "", action: str = "posts and replies") -> tuple[int, bool]:
    found = quota(automation("a", when, do, more), action=action)
    return found.most, found.is_certain


EVERY_MINUTE, EVERY_10_SECONDS = "{event: schedule, every: 1 minute}", "{event: schedule, every: 10 seconds}"


@pytest.mark.parametrize(
    ("do", "more", "most", "certain"),
    [
        ("{post: Hi}", "", 8640, True),
        ("{post: Hi}, {post: Ho}", "", 17280, True),
        ("{post: Hi, limit: 10 per hour}", "", 240, True),
        ("{post: Hi}", "limit: 200 per hour", 4800, True),
        ("{post: Hi}, {post: Ho}", "limit: 200 per hour", 4800, True),
        ("{post: Hi}", "cooldown: 30 seconds", 2880, True),
        ("{post: Hi, if: account.open}", "limit: 3000 per day", 3000, False),
        ("{stop: , if: account.open}, {post: Hi}", "limit: 3000 per day", 3000, False),
        ("{post: Hi}", "if: account.open, limit: 3000 per day", 3000, False),
        ("{post: Hi}, {post: Ho, if: account.open}", "", 8640, True),
    ],
)
def test_a_schedule(do: str, more: str, most: int, certain: bool) -> None:
    assert amount(EVERY_10_SECONDS, do, more) == (most, certain)


@pytest.mark.parametrize(
    ("when", "do", "more"),
    [
        ("mentioned", "{post: Hi}", ""),
        ("mentioned", "{post: Hi}", "cooldown: 1 minute"),
        ("mentioned", "{post: Hi}", "limit: 20"),
        ("{event: schedule, at: '2027-01-01 09:00'}", "{post: Hi}", ""),
        (EVERY_MINUTE, "{post: Hi}", "approval: human"),
        (EVERY_MINUTE, "{ask: jane}, {post: Hi}", ""),
        (EVERY_MINUTE, "stop, {post: Hi}", ""),
        (EVERY_MINUTE, "{post: Hi, if: account.open}", ""),
        (EVERY_MINUTE, "{notify: Hi}", ""),
    ],
)
def test_what_is_not_counted(when: str, do: str, more: str) -> None:
    assert quotas(facts(setup(automation("a", when, do, more)))) == []


def test_a_set_counts_as_far_as_a_limit_says() -> None:
    daily = "{event: schedule, every: 1 hour}"
    assert quotas(facts(setup(automation("a", daily, "{follow: followers}")))) == []
    assert amount(daily, "{follow: followers, limit: 50}", action="follows") == (1200, False)


def test_an_event_counts_as_far_as_a_limit_says() -> None:
    assert amount("mentioned", "{post: Hi, limit: 10 per day}") == (10, False)
    assert amount("messaged", "{dm: Hi}", "limit: 100 per hour", action="private messages") == (2400, False)
    slow = amount("messaged", "{dm: Hi}", "limit: 100 per hour, cooldown: 10 minutes", action="private messages")
    assert slow == (144, False)


def test_what_usually_happens_is_certain_unless_a_limit_stands_beside_it() -> None:
    def written(more: str, do: str = "{dm: Hi}") -> tuple[int, bool]:
        return amount("messaged", do, more, action="private messages")

    assert written("usual: 100 per hour") == (2400, True)
    assert written("usual: 100 per hour", "{dm: Hi}, {dm: Ho}") == (4800, True)
    assert written("usual: 100 per hour, limit: none") == (2400, True)
    assert written("usual: 100 per hour, limit: 50 per hour") == (1200, False)
    assert written("usual: 100 per hour", "{dm: Hi, if: event.user.is_bot}, {dm: Ho, if: not event.user.is_bot}") == (
        2400,
        True,
    )


def test_one_yes_for_many_is_counted() -> None:
    crowd, person = "{dm: {text: Hi, target: followers}}", "{dm: Hi}"
    pace = "approval: human, usual: 100 per hour"
    assert amount("started", crowd, pace, action="private messages") == (2400, True)
    assert quotas(facts(setup(automation("a", "messaged", person, pace)))) == []


def test_what_steps_may_do_is_held_back_by_what_their_automation_may() -> None:
    steps = "{reply: Hi, limit: 100 per hour}, {reply: Ho, limit: 100 per hour}"
    assert amount("mentioned", steps, "limit: 150 per hour") == (3600, False)


def test_everything_on_the_account_is_added() -> None:
    found = quota(
        automation("small", "{event: schedule, every: 10 minutes}", "{post: Hi}"),
        automation("large", EVERY_10_SECONDS, "{post: Ho}"),
        automation("allowed", "mentioned", "{reply: Hm}", "limit: 500 per hour"),
    )
    assert [(share.automation.id, share.times, share.pace) for share in found.shares] == [
        ("small", 144, "every 10 minutes"),
        ("large", 8640, "every 10 seconds"),
    ]
    assert (found.most, found.is_certain, found.first.automation.id) == (8784, True, "large")


def test_where_schedules_alone_keep_within_it_the_rest_is_told_as_allowed() -> None:
    found = quota(
        automation("sure", "{event: schedule, every: 10 minutes}", "{post: Hi}"),
        automation("allowed", "mentioned", "{reply: Hm}", "limit: 500 per hour"),
    )
    assert (found.most, found.is_certain) == (144 + 12000, False)
    assert [share.pace for share in found.shares] == ["every 10 minutes", "up to a limit of 500 per hour"]


def test_a_schedule_that_comes_to_just_the_limit_keeps_within_it() -> None:
    sure = automation("sure", EVERY_10_SECONDS, "{post: Hi}", "limit: 100 per hour")
    assert (quota(sure).most, quota(sure).limit.most) == (2400, 2400)
    found = quota(sure, automation("allowed", "mentioned", "{reply: Hm}", "limit: 10 per hour"))
    assert (found.most, found.is_certain) == (2640, False)


def test_different_days_are_not_added() -> None:
    one, other = (
        automation(day, f"{{event: schedule, every: 1 minute, on: {day}}}", "{post: Hi}")
        for day in ("monday", "sunday")
    )
    assert quota(one, other).most == 1440
    assert quota(other).most == 1440
    assert quota(one, other, automation("c", EVERY_MINUTE, "{post: Ho}")).most == 2880


@pytest.mark.parametrize(
    ("account", "applies"),
    [("platform: x", ["unstated"]), ("platform: x, verified: false", ["yes"]), ("platform: x, verified: true", [])],
)
def test_limits_of_accounts_that_are_not_verified(account: str, applies: list[str]) -> None:
    found = quotas(facts(setup(automation("a", EVERY_MINUTE, "{post: Hi}"), account=account)))
    assert [each.applies for each in found if each.limit.most == 50] == applies
    assert [each.applies for each in found if each.limit.most == 2400] == ["yes"]


@pytest.mark.parametrize(
    ("account", "applies"),
    [
        ("platform: twitch", ["unstated"]),
        ("platform: twitch, moderates: false", ["yes"]),
        ("platform: twitch, moderates: true", []),
    ],
)
def test_limits_of_accounts_that_do_not_moderate(account: str, applies: list[str]) -> None:
    found = quotas(facts(setup(automation("a", "{event: schedule, every: 1 second}", "{post: Hi}"), account=account)))
    assert [each.applies for each in found if each.limit.most == 20] == applies


@pytest.mark.parametrize(("server", "counted"), [("hachyderm.io", 1), ("Hachyderm.io", 1), ("example.social", 0)])
def test_a_servers_own_limit(server: str, counted: int) -> None:
    account = f"platform: mastodon, server: {server}"
    found = quotas(facts(setup(automation("a", EVERY_MINUTE, "{post: Hi}"), account=account)))
    assert sum(each.limit.server == "hachyderm.io" for each in found) == counted


@pytest.mark.parametrize(
    ("when", "more", "times"),
    [
        (EVERY_MINUTE, "", 1440),
        (EVERY_MINUTE, "limit: 10 per hour", 240),
        (EVERY_MINUTE, "cooldown: 1 hour", 24),
        ("{event: schedule, at: ['08:00', '20:00'], on: sunday}", "", 2),
        ("{event: schedule, cron: '0 9 * * sun'}", "", 1),
        (EVERY_MINUTE, "if: account.open", 0),
        (EVERY_MINUTE, "during: {hours: '9:00-17:00'}", 480),
        (EVERY_MINUTE, "during: {hours: '9:00-17:00'}, limit: 10 per hour", 80),
        (EVERY_MINUTE, "during: {hours: '9:00-17:00'}, limit: 5 per day", 5),
        (EVERY_MINUTE, "during: {hours: '9:00-17:00'}, cooldown: 1 hour", 8),
        (EVERY_MINUTE, "during: {hours: '9:00-17:00', days: weekends}", 480),
        (EVERY_MINUTE, "during: live", 120),
        (EVERY_MINUTE, "during: open", 480),
        (EVERY_MINUTE, "during: closed", 1440),
        ("{event: schedule, at: ['08:00', '20:00']}", "during: {hours: '9:00-21:00'}", 1),
        ("{event: schedule, at: ['08:00', '20:00']}", "during: {hours: '9:00-17:00'}", 0),
        ("mentioned", "limit: 10 per hour", 0),
    ],
)
def test_times_a_day(when: str, more: str, times: int) -> None:
    (step,) = facts(setup(automation("a", when, "{post: Hi}", more))).steps
    assert times_a_day(step) == times


@pytest.mark.parametrize(("during", "times"), [("open", 480), ("closed", 960)])
def test_times_a_day_by_the_hours_of_the_inbox(during: str, times: int) -> None:
    account = "platform: mastodon, inbox: {read_by: us, hours: '9:00-17:00'}"
    (step,) = facts(setup(automation("a", EVERY_MINUTE, "{post: Hi}", f"during: {during}"), account=account)).steps
    assert times_a_day(step) == times


def test_times_a_day_by_the_days_of_the_inbox() -> None:
    account = "platform: mastodon, inbox: {read_by: us, hours: {days: weekdays, hours: '9:00-17:00'}}"
    (step,) = facts(setup(automation("a", EVERY_MINUTE, "{post: Hi}", "during: closed"), account=account)).steps
    assert times_a_day(step) == 1440  # on Saturday


def test_times_a_day_of_a_step_that_is_done_at_certain_hours() -> None:
    steps = facts(setup(automation("a", EVERY_MINUTE, "{post: Hi}, {post: Ho, during: {hours: '9:00-10:00'}}"))).steps
    assert [times_a_day(step) for step in steps] == [1440, 60]


def test_how_often_while_something_is_on_the_air_is_said_without_a_number_of_posts() -> None:
    (step,) = facts(setup(automation("a", EVERY_MINUTE, "{post: Hi}", "during: live"))).steps
    assert burst_words(step) == "publishes posts every minute while it is live"


def test_times_a_day_of_one_step_among_several() -> None:
    steps = facts(setup(automation("a", EVERY_MINUTE, "{post: Hi}, {post: Ho, limit: 1 per hour}, {notify: x}"))).steps
    assert [times_a_day(step) for step in steps] == [1440, 24, 1440]


def test_a_sum_is_shared_out_among_its_automations_and_a_single_one_gets_a_limit() -> None:
    one, other = automation("a", EVERY_MINUTE, "{post: Hi}"), automation("b", EVERY_10_SECONDS, "{post: Ho}")
    assert quota(one, other).remedy.endswith("8,640 in `b` and 1,440 in `a`. Give each a `limit:` with its share.")
    assert quota(one).remedy.startswith("Set a limit of ")
    assert quota(one).remedy.endswith(" in `a`.")
    in_one_run = automation("a", EVERY_MINUTE, "{post: Hi, limit: 20}")
    assert quota(in_one_run).remedy.endswith(" in `a`, beside `when:`.")
