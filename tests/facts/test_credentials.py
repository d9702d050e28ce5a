"""Which password it is that stands in a file: of whom and for where, and never the password."""

import json

import pytest
from sociable.facts.credentials import credentials
from sociable.facts.facts import derive
from sociable.project.load import read_text

from tests.client_report.reports import facts_of
from tests.readers.n8n.exports import node


@pytest.mark.parametrize(
    ("address", "opens"),
    [
        ("https://studio:gr33n-d00r-8812@intern.example/songs.xml", " (of “studio” for intern.example)"),
        ("https://intern.example/news?api_key=Zk3fQ9wLm2Xv7Tb4", " (for intern.example)"),
        ("https://hooks.example/x?lang=en&token=Zk3fQ9wLm2Xv7Tb4", " (for hooks.example)"),
        (f"https://{'ghp_' + 'aB3dE5fG7h' * 4}:x-oauth-b4sic@git.example/x", " (for git.example)"),
        ("Authorization Bearer IGQVJ" + "eX4mpl3zZ9" * 4, ""),
    ],
)
def test_the_address_says_whose_it_is_and_for_where(address: str, opens: str) -> None:
    text = f"accounts: {{a: {{platform: x, handle: '@a'}}}}\n# {address}\n"
    found = credentials(facts_of(text))
    assert {each.opens for each in found if each.opens or not opens} == {opens}


@pytest.mark.parametrize("name", ["client_secret", " client_secret", "bot_token "])
def test_a_workflow_that_only_keeps_a_key_gives_it_away_too(name: str) -> None:
    kept = {
        "assignments": {"assignments": [{"id": "1", "name": name, "type": "string", "value": "5e884898da28047151d0"}]}
    }
    nodes = [node("Begin", "manualTrigger", {}), node("Keep", "set", kept)]
    project = read_text("keys.json", json.dumps({"name": "Keys", "nodes": nodes, "connections": {}}))
    assert project.setup.automations == ()
    (found,) = credentials(derive(project.setup))
    assert found.origin.importer == "n8n"


def test_what_is_no_file_of_a_setup_is_not_looked_through() -> None:
    project = read_text("notes.yml", "notes: https://us:gr33n-d00r-8812@intern.example/post\n")
    assert credentials(derive(project.setup)) == []
