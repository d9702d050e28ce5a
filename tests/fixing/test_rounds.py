"""Fixes in rounds: what they leave as it is, and what is left out."""

import pytest

from tests.fixing.fixing import after, fixed

FAREWELLS = """\
sociable: 1
accounts:
  shop: {platform: x, handle: "@shop"}
automations:
  - id: bye   # the farewell
    account: shop
    when: unfollowed
    do:
      # say it
      - post: "Goodbye {{ event.user.handle }}" # to all
      - dm:
          text: Why?   # we want to know
          target: event.user # them
      - block # yes
  - {id: two, account: shop, when: unfollowed, do: [{dm: {target: event.user, text: "Hi"}}, block, log: gone]}
"""

QUIET = """\
sociable: 1
accounts:
  shop: {platform: x, handle: "@shop"}
automations:
  - id: bye   # the farewell
    account: shop
    when: unfollowed
    do:
      # say it
      - notify: "Goodbye {{ event.user.handle }}" # to all
      - notify:
          text: Why?   # we want to know
  - {id: two, account: shop, when: unfollowed, do: [{notify: {text: "Hi"}}, log: gone]}
"""


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_all_around_a_fix_stays(line_break: str) -> None:
    assert after(FAREWELLS.replace("\n", line_break)) == QUIET.replace("\n", line_break)


def test_a_byte_order_mark_and_another_encoding_stay() -> None:
    data = FAREWELLS.replace("Why", "Wyè").encode("utf-16")
    assert fixed(data).contents["a.yml"] == QUIET.replace("Why", "Wyè").encode("utf-16")
