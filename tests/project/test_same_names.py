"""What other tools call alike, and what is called like an account of ours."""

import json
from pathlib import Path

import pytest
from sociable.project.load import load
from sociable.setup.model import Setup

PLAN = "Date,Network,Text\n2027-01-02,LinkedIn,Hello there\n"
OURS = (
    'sociable: 1\naccounts: {linkedin: {platform: linkedin, handle: "@mine", inbox: {read_by: Ann}}}\n'
    "automations: [{id: ours, account: linkedin, when: followed, do: [post: Welcome]}]\n"
)


def flow(name: str, node: str = "linkedIn") -> str:
    nodes = [
        {"name": "T", "type": "n8n-nodes-base.manualTrigger", "typeVersion": 1, "parameters": {}},
        {"name": "P", "type": f"n8n-nodes-base.{node}", "typeVersion": 1, "parameters": {"text": f"Hi from {name}"}},
    ]
    return json.dumps(
        {"name": name, "nodes": nodes, "connections": {"T": {"main": [[{"node": "P", "type": "main", "index": 0}]]}}}
    )


def setup(folder: Path, **files: str) -> Setup:
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return load([str(folder)]).setup


def running(read: Setup) -> dict[str, int]:
    """The accounts, and how many automations run on each."""
    named = [each.name for automation in read.automations for each in automation.accounts]
    assert set(named) <= {account.id.name for account in read.accounts}
    return {account.id.name: named.count(account.id.name) for account in read.accounts}


def test_what_tools_call_alike_is_one_account_in_whichever_files(tmp_path: Path) -> None:
    read = setup(tmp_path, a_json=flow("A"), b_json=flow("B"), plan_csv=PLAN)
    assert running(read) == {"linkedin": 3}


@pytest.mark.parametrize("ours", ["a_yml", "z_yml"])
def test_what_is_only_called_like_ours_is_another_account(tmp_path: Path, ours: str) -> None:
    read = setup(tmp_path, **{ours: OURS, "b_json": flow("B"), "plan_csv": PLAN})
    assert running(read) == {"linkedin": 1, "linkedin (n8n)": 2}
    assert {each.id.name: each.handle for each in read.accounts}["linkedin"] == "@mine"


def test_what_a_companion_says_is_ours_is_ours(tmp_path: Path) -> None:
    stated = f"{OURS}imports: [{{accounts: {{linkedin: linkedin}}}}]\n"
    assert running(setup(tmp_path, a_yml=stated, b_json=flow("B"))) == {"linkedin": 2}


def test_one_name_on_two_platforms_is_two_accounts(tmp_path: Path) -> None:
    robot = "username: linkedin\napp-id: com.instagram.android\nblogger-followers: [somebody]\nfollow-percentage: 100\n"
    read = setup(tmp_path, a_json=flow("A"), b_yml=robot)
    assert running(read) == {"linkedin": 1, "linkedin (gramaddict)": 1}
