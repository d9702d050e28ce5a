"""A condition that never holds is told with what rules it out and what hangs on it."""

import pytest

from tests.kinds.told import told

HIDES = "  - {{id: tidy, account: a, when: commented, {keys}do: [{{hide: event.post, if: {condition}}}]}}"
SAYS = 'report g: "{g.rival}: {g.hindered}"'


@pytest.mark.parametrize(
    ("keys", "condition", "rival"),
    [
        ("ignore: [bots], ", "event.user.is_bot", "`ignore: [bots]`"),
        ("only_from: ['@b'], ", "event.user.handle = '@c'", "`only_from:`"),
        ("if: event.post.likes > 10, ", "event.post.likes < 5", "`event.post.likes > 10`"),
        ("ignore: [bots], ", "event.post.likes < 5", ""),
    ],
)
def test_it_is_told_with_what_rules_it_out(keys: str, condition: str, rival: str) -> None:
    said = told("guard g", SAYS, HIDES.format(keys=keys, condition=f'"{condition}"'))
    assert said[-1] == f"{rival}: @a hides comments on its posts (in `tidy`)"


def test_only_what_stands_before_it_rules_it_out() -> None:
    lines = ["event.post.likes > 10", "event.post.likes < 5"]
    first, second = told("guard g", SAYS, HIDES.format(keys=f"if: {lines}, ", condition="event.user.is_follower"))[:2]
    assert first.startswith(": ")
    assert second.startswith("`event.post.likes > 10`: ")


def test_a_line_may_rule_itself_out() -> None:
    both = '"event.post.likes > 10 and event.post.likes < 5"'
    report = f"when g.rules_itself_out\n{SAYS}"
    assert len(told("guard g", report, HIDES.format(keys="", condition=both))) == 1
    assert told("guard g", report, HIDES.format(keys="", condition="event.post.likes > 10")) == []
