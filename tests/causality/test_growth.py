"""What the search for loops costs: counted in states and edges, never in seconds."""

import pytest

from linter.causality import loops
from linter.causality.behaviours import behaviours
from tests.setups import facts


def work(text: str, monkeypatch: pytest.MonkeyPatch) -> tuple[int, int, int]:
    """Loops, and how many states and edges were looked at to find them."""
    worlds: list[loops._World] = []

    class Watched(loops._World):
        def states(self) -> list[loops.State]:
            worlds.append(self)
            return super().states()

    monkeypatch.setattr(loops, "_World", Watched)
    found = loops.find_loops(facts(text), lambda _: True, [])
    (world,) = worlds
    monkeypatch.undo()
    return len(found), len(world._edges), sum(map(len, world._edges.values()))


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


def test_words_make_a_difference_only_where_somebody_listens_for_them(monkeypatch: pytest.MonkeyPatch) -> None:
    listening = "when: {event: mentioned, contains: [help]}, do: [reply: I am NUMBER]"
    assert work(alike(4, listening), monkeypatch)[1] > work(alike(2, listening), monkeypatch)[1]


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
        assert states == edges == count


def test_what_leads_nowhere_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    dead_end = alike(20, "when: followed, do: [dm: Welcome]")
    assert behaviours(facts(dead_end + "\n  - {id: z, account: n0, when: messaged, do: [log: x]}"), lambda _: True)
    assert work(dead_end + "\n  - {id: z, account: n0, when: messaged, do: [log: x]}", monkeypatch) == (0, 0, 0)
