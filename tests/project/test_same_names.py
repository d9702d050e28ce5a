"""What two tools call the same is two accounts, as long as nobody says that it is one."""

import json
from functools import partial
from typing import Any

from sociable.files.contents import contents_of
from sociable.pipeline import Request, judged
from sociable.project.load import Project, read_file, together

from tests.readers.n8n.exports import line, node

FLOW = line(
    node("Message", "telegramTrigger", {"updates": ["message"]}),
    node("Answer", "telegram", {"chatId": "={{ $json.message.chat.id }}", "text": "Your ticket is open."}),
)
SCENARIO = {
    "name": "Desk",
    "metadata": {"version": 1},
    "flow": [
        {"id": 1, "module": "telegram:WatchUpdates", "mapper": {}},
        {
            "id": 2,
            "module": "telegram:SendReplyMessage",
            "mapper": {"chatId": "{{1.message.chat.id}}", "text": "We call back."},
        },
    ],
}
OURS = "sociable: 1\naccounts: {telegram: {platform: telegram}}\n"


def project(**files: Any) -> Project:
    texts = {name: each if isinstance(each, str) else json.dumps(each) for name, each in files.items()}
    return together([read_file(name, True, partial(contents_of, text.encode())) for name, text in texts.items()])


def accounts(read: Project) -> list[str]:
    return [each.id.name for each in read.setup.accounts]


def used(read: Project) -> list[str]:
    return [account.name for each in read.setup.automations for account in each.accounts]


def test_two_tools_have_two_accounts() -> None:
    read = project(flow=FLOW, scenario=SCENARIO)
    assert accounts(read) == used(read) == ["telegram in n8n", "telegram in make"]
    assert "double-reaction" not in {each.rule for each in judged(read, Request(())).findings}


def test_files_of_one_tool_share_theirs() -> None:
    assert accounts(project(one=FLOW, other=FLOW)) == ["telegram"]


def test_an_account_of_ours_keeps_its_name() -> None:
    read = project(a=OURS, flow=FLOW)
    assert (accounts(read), used(read)) == (["telegram", "telegram in n8n"], ["telegram in n8n"])
    assert read.problems == ()


def test_who_says_that_they_are_one_is_heard() -> None:
    stated = f"{OURS}imports: [{{accounts: {{telegram: telegram}}}}]\n"
    read = project(a=stated, flow=FLOW, scenario=SCENARIO)
    assert accounts(read) == ["telegram"]
    assert used(read) == ["telegram", "telegram"]
    assert "double-reaction" in {each.rule for each in judged(read, Request(())).findings}
