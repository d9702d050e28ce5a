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


def hotline(text: str, key: str = "", called: str = "Telegram account", name: str = "Hotline") -> dict[str, Any]:
    opens = {"telegramApi": {"name": called} | ({"id": key} if key else {})}
    return line(
        node("Message", "telegramTrigger", {"updates": ["message"]}, credentials=opens),
        node("Answer", "telegram", {"chatId": "={{ $json.message.chat.id }}", "text": text}, credentials=opens),
        name=name,
    )


BAKERY, LAWYERS = hotline("Fresh bread from six.", "5"), hotline("We call you back.", "9")
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


def found(read: Project) -> set[str]:
    return {each.rule for each in judged(read, Request(())).findings}


def test_each_key_that_a_tool_numbers_opens_an_account_of_its_own() -> None:
    read = project(**{"bakery/flow": BAKERY, "lawyers/flow": LAWYERS})
    assert accounts(read) == used(read) == ["telegram (Telegram account, id 5)", "telegram (Telegram account, id 9)"]
    assert "double-reaction" not in found(read)


def test_one_file_may_hold_several_keys_that_are_called_the_same() -> None:
    read = project(flows=[BAKERY, LAWYERS], other=BAKERY | {"name": "Again"})
    assert accounts(read) == ["telegram (Telegram account, id 5)", "telegram (Telegram account, id 9)"]
    assert used(read) == [*accounts(read), "telegram (Telegram account, id 5)"]


def test_the_same_key_is_one_account_and_keeps_its_name() -> None:
    read = project(one=BAKERY, other=hotline("We call you back.", "5"), third=hotline("Hello."))
    assert accounts(read) == ["telegram (Telegram account)"]
    assert "double-reaction" in found(read)


def test_a_key_may_be_named_by_its_number_in_a_file_of_ours() -> None:
    stated = f'{OURS}imports: [{{accounts: {{"Telegram account, id 9": telegram}}}}]\n'
    read = project(a=stated, flows=[BAKERY, LAWYERS])
    assert read.problems == ()
    assert accounts(read) == ["telegram", "telegram (Telegram account, id 5)"]
