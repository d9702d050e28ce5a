"""Setups that grow within one text, condition, note or name, and what other commands make of many things."""

import json

from more_shapes import findings, suppressions  # type: ignore[import-not-found]
from shape_parts import (  # type: ignore[import-not-found]
    ASKS,
    Files,
    Node,
    Shape,
    account,
    automation,
    n8n_export,
    n8n_node,
    one_file,
    ours,
    telegram_message,
)


def _one_text(when: str, does: str, parts: list[str]) -> Files:
    return one_file([automation("a", when, [f'{does}: "{" ".join(parts)}"'])])


def long_text(size: int) -> Files:
    """One text of many sentences."""
    return _one_text("webhook", "post", [f"Part {n} of it, dear friends." for n in range(size)])


def placeholders(size: int) -> Files:
    """One text in which something is filled in at many places."""
    return _one_text("mentioned", "reply", [f"word{n} {{{{ event.user.name }}}}" for n in range(size)])


def handles_in_text(size: int) -> Files:
    """One text that names many people."""
    return _one_text("webhook", "post", [f"@p{n}@x.example" for n in range(size)])


def asking(size: int) -> Files:
    """One automation that asks somebody before each of its answers."""
    steps = (step for n in range(size) for step in (f"ask: desk {n}", f'reply: "Answer {n}"'))
    return one_file([automation("a", "mentioned", steps)])


def same_minute(size: int) -> Files:
    """Many accounts that post at the same minute."""
    when = '{event: schedule, every: day, at: "09:00"}'
    return one_file(
        (automation(f"a{n}", when, [f'post: "Offer {n} of today"'], f"ours{n}") for n in range(size)), ours(size)
    )


def long_conditions(size: int) -> Files:
    """Many answers, each under sixty conditions."""
    condition = " and ".join(f"event.post.likes != {n}" for n in range(60))
    return one_file(automation(f"a{n}", "mentioned", [f"{{reply: Part {n}, if: '{condition}'}}"]) for n in range(size))


def long_names(size: int) -> Files:
    """Many accounts and automations with names of three hundred letters."""
    names = [f"{'x' * 300}{n}" for n in range(size)]
    return one_file((automation(each, "mentioned", ['reply: "Hello"'], each) for each in names), map(account, names))


def notes_at_one(size: int) -> Files:
    """Many suppressions above one step."""
    notes = "".join(
        f"      # sociable: ignore[auto-follow-back] until=2099-01-{n % 28 + 1:02} -- reason {n}\n" for n in range(size)
    )
    ((path, text),) = one_file([automation("a", "followed", ["follow: event.user"])]).items()
    return {path: text.replace("    do:\n", f"    do:\n{notes}", 1)}


def n8n_switch(size: int) -> Files:
    """One workflow that divides in many ways at once, with an answer at the end of each."""
    is_text = {"type": "string", "operation": "equals"}
    rows = [
        {
            "conditions": {
                "conditions": [
                    {"leftValue": "={{ $json.message.text }}", "rightValue": f"way{n}", "operator": is_text}
                ],
                "combinator": "and",
            }
        }
        for n in range(size)
    ]
    answers = [n8n_node(f"Send {n}", "telegram", telegram_message(f"Part {n} of it")) for n in range(size)]
    switch: Node = {**n8n_node("Which", "switch", {"rules": {"values": rows}}), "typeVersion": 3.2}
    links = {"Message": [["Which"]], "Which": [[f"Send {n}"] for n in range(size)]}
    return {"flow.json": n8n_export([n8n_node("Message", "telegramTrigger", ASKS), switch, *answers], links)}


def make_within(size: int) -> Files:
    """One scenario that takes each of four ways, and on each of these again, until all answer."""

    def module(number: int, name: str, mapper: Node, **more: object) -> Node:
        return {"id": number, "module": name, "version": 1, "parameters": {}, "mapper": mapper, **more}

    def ways(left: int) -> list[Node]:
        if left <= 4:
            to_whom = {"chatId": "{{1.message.chat.id}}", "text": f"Part {left}"}
            return [module(left + 2, "telegram:SendReplyMessage", to_whom)]
        routes = [{"flow": ways(left // 4)} for _ in range(4)]
        return [module(2, "builtin:BasicRouter", {}, routes=routes)]

    flow = [module(1, "telegram:WatchUpdates", {}), *ways(size)]
    return {"scenario.json": json.dumps({"name": "Bot", "flow": flow, "metadata": {"version": 1}}, indent=1)}


SAID_SHAPES = {
    "long-text": Shape(long_text, 1000),
    "placeholders": Shape(placeholders, 1000),
    "handles-in-text": Shape(handles_in_text, 1000),
    "asking": Shape(asking, 500),
    "same-minute": Shape(same_minute, 200),
    "long-conditions": Shape(long_conditions, 50),
    "long-names": Shape(long_names, 100),
    "notes-at-one": Shape(notes_at_one, 500),
    "n8n-switch": Shape(n8n_switch, 125),
    "make-within": Shape(make_within, 125),
    "n8n-switch-imported": Shape(n8n_switch, 125, ("flow.json",), "import"),
    "accepted-listed": Shape(suppressions, 250, (".",), "suppressions"),
    "rehearsed": Shape(long_conditions, 50, ("--when", "mentioned", "."), "rehearse"),
    "asked-of-steps": Shape(findings, 300, ("for each step s when s.verb is reply", "."), "query"),
    "why": Shape(findings, 200, ("--why", ".")),
    "fixes-shown": Shape(findings, 200, ("--diff", ".")),
}
