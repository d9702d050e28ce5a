"""What is told once of accounts on several platforms: the source of one of them is none for the others."""

from pathlib import Path

import pytest
from sociable.findings.finding import Finding
from sociable.findings.members import retold
from sociable.pipeline import Request, check

GREETS = """
sociable: 1
accounts:
  loud: {platform: bluesky, handle: wood.example, inbox: {read_by: us}}
  also: {platform: bluesky, handle: block.example, inbox: {read_by: us}}
  pins: {platform: pinterest, handle: wood, inbox: {read_by: us}}
automations:
  - {id: a, account: [ACCOUNTS], when: followed, do: [{dm: Thank you for following!}]}
"""

ONLY_THE_REASON = "on “wood”, where the reason holds but the rule cited here does not"


def told(folder: Path, accounts: str) -> Finding:
    (folder / "a.yml").write_text(GREETS.replace("ACCOUNTS", accounts), encoding="utf-8")
    (found,) = [each for each in check(Request((str(folder),))).findings if each.rule == "welcome-dm"]
    return found


@pytest.mark.parametrize(
    ("accounts", "end"),
    [
        ("loud, also", "for no message (the same on “block.example”)"),
        ("loud, pins", f"for no message (the same {ONLY_THE_REASON})"),
        (
            "pins, loud, also",
            f"for no message (the same on “block.example”; and {ONLY_THE_REASON})",
        ),
    ],
)
def test_other_accounts_stand_beside_the_source_only_where_it_is_theirs(
    tmp_path: Path, accounts: str, end: str
) -> None:
    found = told(tmp_path, accounts)
    assert (found.platform, found.citation and found.citation.fact) == ("bluesky", "BSKY-05")
    assert found.message.endswith(end)


def test_what_is_left_on_one_platform_rests_on_its_own_ground(tmp_path: Path) -> None:
    found = told(tmp_path, "loud, pins")
    left = retold(found, [each for each in found.members if each.account == "“wood”"])
    assert (left.platform, left.severity, left.citation) == ("pinterest", "warning", None)
    assert left.judgement
    assert left.message.endswith(
        "“wood” writes in private to the person who followed it, though they asked for no message"
    )
