"""A list of people that one client describes and another one uses: each is told its own part."""

from pathlib import Path

import pytest
from sociable.client_report.clients.per_client import per_client
from sociable.client_report.pages.markdown_page import markdown
from sociable.client_report.wording.frame import built_in
from sociable.pipeline import Request, examine

from tests.client_report.reports import wishes

DENTIST = """\
sociable: 1
accounts: {dentist: {platform: email, handle: hello@dentist.example, pause: Priya}}
lists: {smilers: {came_by: order, agreed_to: [reminder], out_by: [link]}}
automations:
  - id: recall
    account: dentist
    purpose: reminder
    when: {event: schedule, on: first monday, at: "10:00"}
    do: [email: {target: smilers, text: "Time for a check-up."}]
"""
VET = """\
sociable: 1
accounts: {vet: {platform: email, handle: hello@vet.example, pause: Owen}}
automations:
  - id: offer
    account: vet
    purpose: promotion
    when: {event: schedule, on: friday, at: "16:00"}
    do: [email: {target: smilers, text: "Does your dog need its teeth cleaned?"}]
"""


def reports(folder: Path, dentist: str = DENTIST) -> dict[str, str]:
    for name, text in (("north", dentist), ("south", VET)):
        (folder / name).mkdir()
        (folder / name / "flows.yml").write_text(text)
    made, index = per_client(examine(Request((str(folder),))), wishes(), "folders", "md", [])
    told = {each.client: markdown(each.content, built_in()) for each in made.values()}
    return {**told, "index": markdown(index, built_in())}


def test_both_are_told_their_own_part(tmp_path: Path) -> None:
    made = reports(tmp_path)
    assert "Another client's automation uses your list “smilers”" in made["north"]
    assert "Nothing was found to change" not in made["north"]
    assert "to switch off" not in made["north"].casefold()
    assert "vet.example" not in made["north"]
    assert "The people are on a list of another client." in made["south"]
    assert "the list “‹a list of another client›”" in made["south"]
    assert "smilers" not in made["south"]
    assert "between clients" in made["index"]
    assert "smilers" in made["index"]


@pytest.mark.parametrize("described", ["", "lists: {others: {came_by: order, out_by: [link]}}\n"])
def test_a_list_that_no_clients_file_describes_is_nobodys(described: str, tmp_path: Path) -> None:
    lists = next(line for line in DENTIST.splitlines(keepends=True) if line.startswith("lists"))
    made = reports(tmp_path, DENTIST.replace(lists, described))
    assert "uses your list" not in made["north"]
    assert "smilers" in made["south"]
