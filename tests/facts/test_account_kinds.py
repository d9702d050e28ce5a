"""What sort of account it is, where no file says so."""

from pathlib import Path

import pytest
from sociable.pipeline import Request, check

GREETS = """
accounts:
  posters: {platform: discord, handle: posters, inbox: {read_by: us}}
automations:
  - {id: a, account: posters, when: EVENT, do: [{dm: Posters are two for one}]}
"""


@pytest.mark.parametrize(("event", "fact"), [("connection_requested", "DISC-04"), ("joined", "DISC-01")])
def test_who_is_asked_to_be_a_friend_on_discord_is_a_person(tmp_path: Path, event: str, fact: str) -> None:
    (tmp_path / "a.yml").write_text(f"sociable: 1{GREETS.replace('EVENT', event)}", encoding="utf-8")
    (found,) = [each for each in check(Request((str(tmp_path),))).findings if each.rule == "welcome-dm"]
    assert found.citation is not None
    assert found.citation.fact == fact
