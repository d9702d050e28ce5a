"""What is played of a loop that other clients are on too: their words and names are no part of it."""

import pytest
from sociable.client_report.clients.per_client import per_client
from sociable.pipeline import Request, examine

from tests.client_report.reports import wishes

FILE = """\
sociable: 1
accounts:
  energy: {{platform: x, handle: energy, client: Watt}}
  mint: {{platform: x, handle: "@minthotel", client: Mint}}
automations:
  - {{id: m, account: mint, when: mentioned, do: [{{reply: "{said}"}}]}}
  - {{id: e, account: energy, when: {{event: mentioned, in: "Watt room"}}, do: [{{reply: "Secret of Watt"}}]}}
  - {{id: f, account: energy, when: mentioned, do: [{{reply: "Secret of Watt"}}]}}
"""
OTHER = "An account of another client reacts; what it does and says is not shown here"


@pytest.mark.parametrize(
    ("said", "ends"),
    [
        ("Thank you", "in public: “Thank you”"),
        ("Thanks, {{{{ event.user.handle }}}}: {{{{ event.post.text }}}}", "in public"),
    ],
)
def test_of_others_nothing_is_told_but_that_they_react(said: str, ends: str) -> None:
    text = FILE.format(said=said.format())
    made, _ = per_client(examine(Request((), ("a.yml", text.encode()))), wishes(), "folders", "html", [])
    story = made["Mint.html"].content.stories[0]
    assert story.opening == "When ‹an account of another client› replies to @minthotel"
    first, second = (line.sentence for line in story.lines[:2])
    assert first == f"@minthotel replies to ‹an account of another client› {ends}"
    assert second.casefold() == OTHER.casefold()
