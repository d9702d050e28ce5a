"""What the search for loops costs: counted in states and edges, never in seconds."""

import pytest
from sociable.graph import loop_search
from sociable.graph.causality import find_loops
from sociable.graph.reactions import reactions
from sociable.graph.state_graph import StateGraph

from tests.setups import facts


def work(text: str, monkeypatch: pytest.MonkeyPatch) -> tuple[int, int, int]:
    """Loops, and how many states were looked at to find them, and edges from states to firings and on to states.

    Each is looked at twice: for what is on any loop, and for the loops that are asked for.
    """
    seen: list[tuple[int, int]] = []

    class Watched(StateGraph):
        def forget_the_search(self) -> None:
            causes = sum(len(firings) for firings in self._firings.values())
            seen.append((len(self._firings), causes + sum(len(firing.after) for firing in self._fired.values())))
            super().forget_the_search()

    monkeypatch.setattr(loop_search, "StateGraph", Watched)
    found = find_loops(facts(text), lambda _: True, [])
    monkeypatch.undo()
    return len(found), sum(states for states, _ in seen), sum(edges for _, edges in seen)


def project(accounts: list[str], automations: list[str]) -> str:
    listed = "".join(f"\n  {account}: {{platform: x}}" for account in accounts)
    return f"accounts:{listed}\nautomations:" + "".join(f"\n  - {{{each}}}" for each in automations)


def alike(count: int, automation: str) -> str:
    """Accounts that all do the same, but for ``NUMBER`` in their words."""
    names = [f"n{number}" for number in range(count)]
    return project(
        names,
        [f"id: a-{name}, account: {name}, {automation.replace('NUMBER', name)}" for name in names],
    )


@pytest.mark.parametrize(
    "automation",
    [
        "when: followed, do: [follow: event.user]",
        "when: mentioned, do: [reply: Thank you]",
        "when: mentioned, do: [reply: Thank you from NUMBER]",
        'when: mentioned, do: [reply: "Dear {{ event.user.name }}, I am NUMBER"]',
        "when: {event: schedule, every: 1 hour}, do: [follow: followers_of(followers)]",
        "when: account_posted, do: [repost: event.post, post: I am NUMBER]",
        "when: posted, do: [post: I am NUMBER]",
    ],
)
def test_accounts_that_do_the_same_are_looked_at_once(automation: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _, states, edges = work(alike(2, automation), monkeypatch)
    assert states > 0
    for count in (3, 10, 60):
        assert work(alike(count, automation), monkeypatch)[1:] == (states, edges)


def test_words_that_nobody_says_make_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    listening = "when: {event: mentioned, contains: [help, NUMBER]}, do: [reply: I am one of many]"
    assert work(alike(4, listening), monkeypatch) == work(alike(2, listening), monkeypatch) == (0, 0, 0)


def test_words_that_each_waits_for_are_looked_at_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everybody waits for the word that somebody else says, in a ring; the work does not grow with its square."""

    def ring(count: int) -> str:
        names = [f"n{number:02}" for number in range(count)]
        says = [f"do: [comment: {{text: I am {name}, target: followers_of(followers)}}]" for name in names]
        return project(
            names,
            [
                f"id: a{number}, account: {name}, when: {{event: commented, contains: [{names[number - 1]}]}}, {say}"
                for number, (name, say) in enumerate(zip(names, says, strict=True))
            ],
        )

    for count in (3, 10, 40):
        found, states, edges = work(ring(count), monkeypatch)
        assert found == 1
        assert (states, edges) == (2 * count, 4 * count)


def test_accounts_that_are_named_are_looked_at_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """A ring: each passes on to the next. The work grows with the ring, not with its square."""

    def ring(count: int) -> str:
        names = [f"n{number}" for number in range(count)]
        return project(
            names,
            [
                f"id: a{number}, account: {name}, when: messaged, do: [dm: {{text: Hi, target: {names[number - 1]}}}]"
                for number, name in enumerate(names)
            ],
        )

    for count in (3, 10, 40):
        found, states, edges = work(ring(count), monkeypatch)
        assert found == 1
        assert (states, edges) == (2 * count, 4 * count)


def test_many_who_set_off_many_are_no_more_work_than_there_are_of_both(monkeypatch: pytest.MonkeyPatch) -> None:
    """One account passes on what all the others post, and they what it posts: not each with each."""

    def star(count: int) -> str:
        names = [f"n{number}" for number in range(count)]
        posts = "when: {event: account_posted, from: [WHOM]}, do: [repost: event.post]"
        return project(
            ["hub", *names],
            [
                f"id: hub, account: hub, {posts.replace('WHOM', ', '.join(names))}",
                *(f"id: a-{name}, account: {name}, {posts.replace('WHOM', 'hub')}" for name in names),
            ],
        )

    for count in (3, 10, 40):
        found, states, edges = work(star(count), monkeypatch)
        assert found == 1
        assert (states, edges) == (2 * count + 2, 6 * count + 2)


def test_where_all_name_all_others_there_is_a_state_each(monkeypatch: pytest.MonkeyPatch) -> None:
    """There are as many edges as the files name accounts, but it makes no difference whose post somebody passes on."""
    for count in (3, 10, 20):
        names = [f"n{number}" for number in range(count)]
        automations = [
            f"id: a-{name}, account: {name}, when: {{event: account_posted, "
            f"from: [{', '.join(each for each in names if each != name)}]}}, do: [repost: event.post]"
            for name in names
        ]
        found, states, edges = work(project(names, automations), monkeypatch)
        assert found == 1
        assert (states, edges) == (2 * count, 2 * (count + count * (count - 1)))


def test_events_that_do_not_lead_to_each_other_are_looked_at_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whom an account answers in private makes no difference to whom it follows."""
    names = [f"n{number}" for number in range(30)]
    follow = [f"id: f-{name}, account: {name}, when: followed, do: [follow: event.user]" for name in names]
    some = names[::2]
    answer = [f"id: d-{name}, account: {name}, when: messaged, do: [dm: Thank you]" for name in some]
    found, *both = work(project(names, follow + answer), monkeypatch)
    _, *follows = work(project(names, follow), monkeypatch)
    _, *answers = work(project(some, answer), monkeypatch)
    assert found == 2
    assert both == [sum(each) for each in zip(follows, answers, strict=True)]


def test_a_circle_without_what_is_required_is_not_looked_at() -> None:
    answer = facts(alike(20, "when: messaged, do: [dm: Thank you]"))
    assert find_loops(answer, lambda _: True, [])
    assert not find_loops(answer, lambda _: True, [lambda step: step.verb.name == "follow"])


def test_what_leads_nowhere_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    dead_end = alike(20, "when: followed, do: [dm: Welcome]")
    assert reactions(facts(dead_end + "\n  - {id: z, account: n0, when: messaged, do: [log: x]}"))
    assert work(dead_end + "\n  - {id: z, account: n0, when: messaged, do: [log: x]}", monkeypatch) == (0, 0, 0)


@pytest.mark.parametrize(("condition", "grows"), [("event.user.is_follower", False), ("event.user.is_bot", True)])
def test_ways_that_exclude_each_other_do_not_make_it_more(condition: str, grows: bool) -> None:
    text = project(
        ["a", "b"],
        [
            "id: one, account: [a, b], when: mentioned, if: not event.user.is_follower, do: [reply: Hello]",
            f"id: other, account: [a, b], when: mentioned, if: {condition}, do: [reply: Thanks]",
        ],
    )
    (loop,) = find_loops(facts(text), lambda _: True, [])
    assert bool(loop.fork) is grows


def test_steps_that_do_the_same_share_what_is_known_of_it() -> None:
    """Of many messages in one automation each had a record of its own; those with a condition or a value have one."""
    steps = ", ".join(f'dm: "Number {number}"' for number in range(20))
    written = facts(project(["a"], [f"id: one, account: a, when: messaged, do: [{steps}]"]))
    assert len({id(each.transition) for each in reactions(written)}) == 1
    narrowed = "{dm: One, if: event.user.is_bot}, {dm: Two, if: event.user.is_bot}, dm: Three, reply: Four"
    told_apart = facts(project(["a"], [f"id: one, account: a, when: messaged, do: [{narrowed}]"]))
    assert len({id(each.transition) for each in reactions(told_apart)}) == 4


def test_words_without_holes_are_not_copied_where_nobody_waits_for_words() -> None:
    written = facts(project(["a"], ["id: one, account: a, when: messaged, do: [dm: Thank you]"]))
    assert find_loops(written, lambda _: True, [], mirror=True)
    assert [step.text._said for step in written.steps] == [None]
