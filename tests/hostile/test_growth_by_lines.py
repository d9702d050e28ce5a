"""No line of ours runs with the square of an input: counted, never timed, for what attackers and large clients send."""

import json
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sociable.client_report.compose import compose
from sociable.client_report.pages.html_page import html
from sociable.client_report.wording.frame import built_in
from sociable.fixing import toml_entries
from sociable.pipeline import Request, check, examine
from sociable.text.toml_values import toml_values

from tests.client_report.reports import wishes
from tests.lines_run import grown, lines_run

FEW = 40
MOST = 40 * FEW
"""Times that a line may run for each of twice as many, however it grows from few."""

KEY = "ghp_" + "aB3dE5fG7hJ9" * 3
HEAD = "sociable: 1\naccounts:\n  a: {platform: x, handle: '@a'}\n  b: {platform: x, handle: '@b'}\nautomations:\n"


def listed(line: str, count: int) -> str:
    """The same line again and again, with numbers, and one account and the other in turn."""
    return "".join(
        line.replace("ME", "ab"[at % 2]).replace("YOU", "ba"[at % 2]).replace("NEXT", str(at + 1)).replace("N", str(at))
        for at in range(count)
    )


OURS = {
    "steps in one automation": ("  - id: o\n    account: a\n    when: mentioned\n    do:\n", "      - reply: Hello\n"),
    "automations on one account": ("", "  - {id: oN, account: a, when: mentioned, do: [reply: Hello]}\n"),
    "automations with one id": ("", "  - {id: o, account: a, when: mentioned, do: [reply: Hello N]}\n"),
    "keys in steps": ("", f"  - {{id: oN, account: a, when: mentioned, do: [reply: 'token: {KEY} N']}}\n"),
    "answers to each other": ("", "  - {id: oN, account: ME, when: mentioned, do: [post: '@YOU N']}\n"),
    "a word of its own for each": (
        "",
        "  - {id: oN, account: ME, when: {event: mentioned, contains: [wNy]}, do: [post: '@YOU wNEXTy']}\n",
    ),
    "what nobody reads": (
        "",
        "  - {id: oN, account: a, when: {event: schedule, every: 1 week}, do: [post: 'Tell us N']}\n",
    ),
}


def of_accounts(count: int) -> str:
    """Accounts of clients, each of which speaks to the next."""
    accounts = "".join(f"  a{at}: {{platform: x, handle: '@a{at}', client: C{at}}}\n" for at in range(count))
    automations = "".join(
        f"  - {{id: o{at}, account: a{at}, when: mentioned, do: [post: '@a{(at + 1) % count} Hello']}}\n"
        for at in range(count)
    )
    return f"sociable: 1\naccounts:\n{accounts}automations:\n{automations}"


def of_triggers(count: int) -> str:
    """One workflow of n8n that many triggers start, each on a way of its own."""
    nodes, ways = [], {}
    for at in range(count):
        told = {"chatId": "={{ $json.message.chat.id }}", "text": f"Hello {at}"}
        for name, kind, parameters in (
            (f"T{at}", "telegramTrigger", {"updates": ["message"]}),
            (f"N{at}", "telegram", told),
        ):
            node = {"id": name, "name": name, "type": f"n8n-nodes-base.{kind}", "position": [0, 0]}
            nodes.append({**node, "parameters": parameters})
        ways[f"T{at}"] = {"main": [[{"node": f"N{at}", "type": "main", "index": 0}]]}
    return json.dumps({"name": "W", "nodes": nodes, "connections": ways, "active": True})


def of_a_bot(count: int) -> str:
    """Many automations of an account that may be one that the platform gives to programs."""
    automations = listed("  - {id: oN, account: a, when: mentioned, do: [reply: Hello]}\n", count)
    return f"sociable: 1\naccounts: {{a: {{platform: discord, handle: '@a'}}}}\nautomations:\n{automations}"


def of_nobody(count: int) -> str:
    """Words that mean nobody, beside as many lists."""
    lists = listed("  listN: {came_by: form}\n", count)
    automations = listed("  - {id: oN, account: a, when: mentioned, only_from: [lisstN], do: [like]}\n", count)
    return HEAD.replace("automations:", f"lists:\n{lists}automations:") + automations


OTHERS = {
    "accounts in a ring": of_accounts,
    "triggers of one workflow": of_triggers,
    "automations of what may be a bot": of_a_bot,
    "words that mean nobody": of_nobody,
}


def told(text: str) -> None:
    html(compose(examine(Request((), ("a.yml", text.encode()))), wishes()), built_in())


@pytest.mark.parametrize("shape", [*OURS, *OTHERS])
def test_no_line_runs_with_the_square_of_what_is_sent(shape: str) -> None:
    def text(count: int) -> str:
        if shape in OURS:
            begin, line = OURS[shape]
            return HEAD + begin + listed(line, count)
        return OTHERS[shape](count)

    told(text(2 * FEW))  # what is only done once in a process
    small, large = (lines_run(partial(told, text(count))) for count in (FEW, 2 * FEW))
    assert not grown(small, large, MOST)


ENTRIES = {
    "tables": ("", '[[suppress]]\nautomation = "o"\nsays = "ignore[no-limit] -- N"\n', ""),
    "a list": ("suppress = [\n", '  {automation = "o", says = "ignore[no-limit] -- N"},\n', "]\n"),
    "a list with commas first": (
        'suppress = [{automation = "o", says = "ignore[no-limit] -- x"}\n',
        ', {automation = "o", says = "ignore[no-limit] -- N"}\n',
        "]\n",
    ),
    "slips": ("", '[[suppress]]\nautomation = "o"\nsays = "ignore[no-limits] -- N"\n', ""),
}


@pytest.mark.parametrize("shape", ENTRIES)
def test_what_fixes_come_to_in_a_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shape: str) -> None:
    begin, line, end = ENTRIES[shape]
    read: list[str] = []

    def noted(text: str) -> dict[str, Any]:
        read.append(text)
        return toml_values(text)

    monkeypatch.setattr(toml_entries, "toml_values", noted)
    monkeypatch.chdir(tmp_path)
    Path("a.yml").write_text(
        f"{HEAD}  - {{id: o, account: a, when: mentioned, do: [reply: Hello]}}\n", encoding="utf-8"
    )

    def characters(count: int) -> int:
        Path("sociable.toml").write_text(begin + listed(line, count) + end, encoding="utf-8")
        read.clear()
        fixable = [each for each in check(Request((".",), edits=True)).findings if each.fix and each.fix.edits]
        assert len(fixable) >= count - 1
        return sum(map(len, read))

    assert 0 < characters(4 * FEW) < 5 * characters(FEW)
    characters(2 * FEW)
    small, large = (lines_run(partial(characters, count)) for count in (FEW, 2 * FEW))
    assert not grown(small, large, MOST)
