"""What shapes are made of."""

import json
import sys
from collections.abc import Callable, Iterable
from typing import NamedTuple

Files = dict[str, str]


class Shape(NamedTuple):
    """How the files are made, the size at which measuring begins, and what is called in their folder.

    ``arguments`` follow the ``command``; ``before`` are commands that are not measured. ``most`` is the size up to
    which measuring may begin, where one of the files is of a sort that has to be short (TOML: half a MiB).
    """

    files: Callable[[int], Files]
    size: int
    arguments: tuple[str, ...] = (".",)
    command: str = "check"
    before: tuple[tuple[str, ...], ...] = ()
    most: int = sys.maxsize


PLAIN = "platform: mastodon, automated_label: true, inbox: {read_by: team}"


def account(name: str, more: str = "") -> str:
    return f"  {name}: {{handle: '@{name}@our.example', {PLAIN}{more}}}\n"


def automation(name: str, when: str, steps: Iterable[str], on: str = "house", more: str = "") -> str:
    """The text of an automation on an account, with ``more`` on a line of its own."""
    done = "".join(f"      - {step}\n" for step in steps)
    extra = f"    {more}\n" if more else ""
    return f"  - id: {name}\n    account: {on}\n    when: {when}\n{extra}    do:\n{done}"


def one_file(automations: Iterable[str], accounts: Iterable[str] = ()) -> Files:
    head = "sociable: 1\naccounts:\n" + ("".join(accounts) or account("house"))
    return {"setup.yml": f"{head}automations:\n{''.join(automations)}"}


def ours(size: int) -> list[str]:
    return [account(f"ours{number}") for number in range(size)]


Node = dict[str, object]


def n8n_workflow(name: str, nodes: list[Node], links: dict[str, list[list[str]]], **more: str) -> Node:
    """An n8n workflow; ``links`` are by the name of a node those that each of its outputs leads to."""
    connections = {
        of: {"main": [[{"node": each, "type": "main", "index": 0} for each in way] for way in ways]}
        for of, ways in links.items()
    }
    return {"name": name, "nodes": nodes, "connections": connections, "active": True, **more}


def n8n_export(nodes: list[Node], links: dict[str, list[list[str]]]) -> str:
    """The file of one workflow."""
    return json.dumps(n8n_workflow("Flow", nodes, links), indent=1)


def n8n_node(name: str, sort: str, parameters: Node) -> Node:
    return {
        "id": f"id of {name}",
        "name": name,
        "type": f"n8n-nodes-base.{sort}",
        "typeVersion": 1,
        "position": [0, 0],
        "parameters": parameters,
    }


ASKS: Node = {"updates": ["message"]}
"""What the trigger of a Telegram bot waits for."""


def telegram_message(text: str) -> Node:
    """What a node sends back to whoever wrote."""
    return {"chatId": "={{ $('Message').item.json.message.chat.id }}", "text": text}
