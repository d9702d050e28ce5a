"""What one event in a room starts on several accounts."""

import pytest
from sociable.facts.met_elsewhere import alongside

from tests.setups import facts

SETUP = """
accounts:
  desk: {{platform: telegram, handle: "@desk", kind: bot{home}}}
  guard: {{platform: {platform}, handle: "@guard", kind: bot{home}}}
automations:
  - {{id: one, account: desk, when: {first}, do: [accept: event.user]}}
  - {{id: other, account: {account}, when: {second}, do: [decline: event.user]}}
"""

HALL, CELLAR = "{event: join_requested, in: hall}", "{event: join_requested, in: cellar}"


@pytest.mark.parametrize(
    ("first", "second", "more", "met"),
    [
        (HALL, HALL, {}, True),
        ("join_requested", "join_requested", {"home": ", in: hall"}, True),
        (HALL, "join_requested", {"home": ", in: hall"}, True),
        (HALL, CELLAR, {}, False),
        (HALL, "{event: joined, in: hall}", {}, False),
        ("join_requested", "join_requested", {}, False),
        (HALL, HALL, {"platform": "matrix"}, False),
        (HALL, HALL, {"account": "desk"}, False),
        ("followed", "followed", {"home": ", in: hall"}, False),
    ],
)
def test_they_meet_where_the_file_names_the_room_for_both(
    first: str, second: str, more: dict[str, str], met: bool
) -> None:
    filled = {"home": "", "platform": "telegram", "account": "guard", **more}
    one, other = facts(SETUP.format(first=first, second=second, **filled)).automations
    assert alongside(one) == ([other] if met else [])
    assert alongside(other) == ([one] if met else [])


def test_those_of_whom_an_event_starts_only_one_do_not_meet() -> None:
    member = "{event: posted_here, in: hall}, if: event.user.is_follower"
    others = "{event: posted_here, in: hall}, if: not event.user.is_follower"
    one, _ = facts(SETUP.format(first=member, second=others, home="", platform="telegram", account="guard")).automations
    assert alongside(one) == []
