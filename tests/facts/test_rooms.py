"""Rooms by the names that files give them, and who may read there."""

import pytest
from sociable.drawing.phrases import deed_words, when_words
from sociable.facts.rooms import carried_where, refusing, starts

from tests.setups import facts

SETUP = """
places:
  attic: {open: false}
  square: {open: true}
accounts:
  crier: {platform: discord, handle: crier, HOME}
automations:
  - id: tells
    account: crier
    when: WHEN
    do:
      - post: {text: "{{ event.post.text }}"WHERE}
"""


def _told(when: str, where: str = "", home: str = "kind: bot") -> tuple[str, str, str]:
    setup = SETUP.replace("WHEN", when).replace("WHERE", f", {where}" if where else "").replace("HOME", home)
    (automation,) = facts(setup).automations
    return when_words(automation), deed_words(automation.steps[0]), carried_where(automation.steps[0])


@pytest.mark.parametrize(
    ("when", "where", "told"),
    [
        ("posted_here", "", ("when somebody posts in our room", "posts", "")),
        (
            "{event: posted_here, in: attic}",
            "in: square",
            (
                "when somebody posts in “attic”",
                "posts in “square”",
                ": it brings what is written in “attic” (closed) into “square” (open to anybody)",
            ),
        ),
        (
            "{event: mentioned, in: [attic, cellar]}",
            "in: [cellar, square]",
            (
                "when somebody mentions us in “attic” or “cellar”",
                "posts in “cellar” and “square”",
                ": in “square” (open to anybody) and “cellar” (open or closed: the file does not say)",
            ),
        ),
        (
            "{event: posted_here, in: [a, b, c, d, e]}",
            "in: {open: false}",
            (
                "when somebody posts in “a”, “b”, “c” or 2 more",
                "posts",
                "",
            ),
        ),
    ],
)
def test_a_room_that_the_file_names_is_named(when: str, where: str, told: tuple[str, str, str]) -> None:
    assert _told(when, where) == told


def test_who_listens_in_the_room_of_its_account_names_that_one() -> None:
    assert _told("posted_here", home="in: attic")[0] == "when somebody posts in “attic”"
    assert _told("mentioned", home="in: attic")[0] == "when somebody mentions us"


@pytest.mark.parametrize(
    ("event", "clause"),
    [
        ("joined", "somebody joins “attic”"),
        ("left", "somebody leaves “attic”"),
        ("join_requested", "somebody asks to join “attic”"),
        ("reacted", "somebody reacts to our post in “attic”"),
    ],
)
def test_a_room_is_named_as_the_event_is_told(event: str, clause: str) -> None:
    setup = SETUP.replace("WHEN", f"{{event: {event}, in: attic}}").replace("WHERE", ", in: square").replace("HOME", "")
    (automation,) = facts(setup.replace("event.post.text", "event.user.handle")).automations
    assert starts(automation) == clause


def test_of_several_rooms_those_that_refuse_are_named() -> None:
    step = facts(
        "places: {hall: {approved: {automation: false}}}\n"
        "automations: [{id: one, account: a, when: manual, do: [post: {in: [attic, hall], text: Hi}]}]"
    ).steps[0]
    assert refusing(step) == "those who run “hall”"
