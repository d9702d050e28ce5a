"""Many conditions one after the other: each knows what it asks about, however far before it the message came."""

from typing import Any

from tests.readers.n8n.exports import fragment, node, workflow

_MANY = 90


def _asking(number: int) -> dict[str, Any]:
    test = {"value1": "={{ $json.message.text }}", "operation": "contains", "value2": f"word{number}"}
    return node(f"If {number}", "if", {"conditions": {"string": [test]}})


def test_the_last_of_a_long_row_still_asks_for_a_word_of_the_message() -> None:
    came = node("Came", "telegramTrigger", {"updates": ["message"]})
    given = {"chatId": "={{ $('Came').item.json.message.chat.id }}", "text": "Here it is."}
    nodes = [came, *map(_asking, range(_MANY)), node("Send", "telegram", given)]
    ways = [(f"If {number}", "1", f"If {number + 1}") for number in range(_MANY - 1)]
    (automation,) = fragment(workflow(nodes, ("Came", "If 0"), *ways, (f"If {_MANY - 1}", "0", "Send"))).automations
    assert automation.trigger.narrowed["contains"] == (f"word{_MANY - 1}",)


def test_a_ring_in_which_nobody_makes_anything_ends() -> None:
    nodes = [
        node("Button", "manualTrigger"),
        _asking(0),
        _asking(1),
        node("Send", "telegram", {"chatId": "@us", "text": "Hi"}),
    ]
    ways = (("Button", "If 0"), ("If 0", "If 1"), ("If 1", "1", "If 0"), ("If 1", "0", "Send"))
    assert fragment(workflow(nodes, *ways)).automations
