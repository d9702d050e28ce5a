"""The accounts, automations and steps of a file, as an editor lists them."""

from pathlib import Path

from sociable.server.editor.outline import Entry, outline
from sociable.text.source import Source

N8N = Path(__file__).parents[2] / "readers" / "n8n" / "cases" / "scraped-people-kept" / "flow.json"
SETUP = """\
sociable: 1
accounts:
  shop: {platform: x, handle: "@shop"}
automations:
  - id: thanks
    account: shop
    when: followed
    do:
      - dm: "Thank you"
      - follow
"""


def test_a_file_is_its_accounts_and_automations_with_their_steps() -> None:
    account, automation = outline(Source("a.yml", SETUP))
    assert (account.name, account.sort, account.says, account.named.text) == ("shop", "account", "@shop", "shop")
    assert (automation.name, automation.sort, automation.says) == ("thanks", "automation", "followed")
    assert [(each.name, each.says) for each in automation.entries] == [("dm", '"Thank you"'), ("follow", "follow")]


def test_names_stand_inside_of_what_they_name() -> None:
    for text in (SETUP, N8N.read_text(encoding="utf-8")):
        ahead: list[Entry] = outline(Source("a.json", text))
        assert ahead
        while ahead:
            entry = ahead.pop()
            assert entry.whole.start <= entry.named.start <= entry.named.end <= entry.whole.end
            ahead += entry.entries
