"""Accounts that hear and do the same, looked at two by two, against a look at all of them."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sociable.facts.facts import AutomationFacts, Facts
from sociable.graph.alike_accounts import alike_accounts
from sociable.graph.automation_links import links
from sociable.graph.doings_and_ears import Doing, doings_of, ears_of, reached
from sociable.graph.reactions import reactions, without_own

from tests.setups import facts

DEEDS = (
    "reply: Thanks",
    "reply: 'Hello {{ event.user.handle }}'",
    "follow: event.user",
    "follow: followers",
    "post: 'hello @a1'",
    "follow: a2",
)
STARTS = (
    "mentioned",
    "followed",
    "replied",
    "liked",
    "manual",
    "{event: followed, from: ['@a1@x.example', '@a2@x.example']}",
    "{event: mentioned, contains: [thanks]}",
    "{event: post_matched, keywords: [thanks]}",
)
BRAKES = ("", ", ignore: [own_accounts]", ", ignore: [bots]", ", if: 'event.user.is_bot is false'")


@st.composite
def setups(draw: st.DrawFn) -> Facts:
    """A few automations, each on several of six accounts, of which some are told apart by name, place or label."""
    accounts = "".join(
        f"  a{n}: {{platform: {draw(st.sampled_from(('mastodon', 'mastodon', 'bluesky')))}, handle: '@a{n}@x.example'"
        f"{draw(st.sampled_from(('', ', automated_label: true')))}}}\n"
        for n in range(6)
    )
    automations = "".join(
        f"  - {{id: m{n}, account: [{', '.join(sorted(draw(on)))}], when: {draw(st.sampled_from(STARTS))}"
        f"{draw(st.sampled_from(BRAKES))}, do: [{', '.join(draw(deeds))}]}}\n"
        for n in range(draw(st.integers(1, 4)))
    )
    return facts(f"accounts:\n{accounts}automations:\n{automations}")


on = st.sets(st.sampled_from([f"a{n}" for n in range(6)]), min_size=1)
deeds = st.lists(st.sampled_from(DEEDS), min_size=1, max_size=2, unique=True)


def started_one_by_one(setup: Facts) -> dict[Doing, set[AutomationFacts]]:
    """What each doing starts on other accounts, where every account is looked at."""
    edges = without_own(reactions(setup))
    ears = ears_of(setup, edges)
    return {
        doing: {
            ear.edge.automation
            for account in accounts
            for ear in ears.get(account, {}).get(doing.event, ())
            if ear.notices(doing)
        }
        for doing, accounts in reached(doings_of(edges, ears), ears).items()
    }


def assert_alike(setup: Facts) -> None:
    expected = {
        (doing.step, doing.event, each) for doing, started in started_one_by_one(setup).items() for each in started
    }
    found = {(step, link.event, each) for link in links(setup) for step, each in link.pairs()}
    assert found == expected


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(setups())
def test_what_holds_between_two_that_are_alike_holds_between_all(setup: Facts) -> None:
    assert_alike(setup)


def test_the_same_words_answer_others_where_something_else_was_done_before() -> None:
    assert_alike(
        facts("""
accounts: {a: {platform: bluesky, handle: '@a.example'}, b: {platform: bluesky, handle: '@b.example'}}
automations:
  - {id: thank, account: [a, b], when: liked, do: [reply: Thanks]}
  - {id: by-hand, account: a, when: manual, do: [reply: Thanks]}
  - {id: like, account: b, when: mentioned, do: [like: event.post]}
""")
    )


def test_many_that_do_alike_are_one_kind_but_for_whoever_is_named() -> None:
    many = ", ".join(f"a{n}" for n in range(100))
    accounts = "".join(f"  a{n}: {{platform: mastodon, handle: '@a{n}@x.example'}}\n" for n in range(100))
    setup = facts(
        f"accounts:\n{accounts}automations:\n  - {{id: thank, account: [{many}], when: {{event: followed, from: a7}}, "
        "do: [follow: event.user]}\n"
    )
    edges = without_own(reactions(setup))
    sorted_by = alike_accounts(doings_of(edges, ears_of(setup, edges)), ears_of(setup, edges))
    assert sorted(map(len, sorted_by.members)) == [1, 99]
    assert len(sorted_by.examples()) == 3


def test_words_that_nobody_waits_for_tell_nobody_apart() -> None:
    accounts = "".join(f"  a{n}: {{platform: mastodon, handle: '@a{n}@x.example'}}\n" for n in range(9))
    says = "".join(
        f"  - {{id: say{n}, account: a{n}, when: {{event: post_matched, contains: [tea]}}, "
        f"do: [post: {'Tea' if n < 3 else 'Milk'} number {n}]}}\n"
        for n in range(9)
    )
    setup = facts(f"accounts:\n{accounts}automations:\n{says}")
    edges = without_own(reactions(setup))
    ears = ears_of(setup, edges)
    assert sorted(map(len, alike_accounts(doings_of(edges, ears), ears).members)) == [3, 6]
