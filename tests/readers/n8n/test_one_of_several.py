"""A condition that holds if one of several does: whoever is this person or that one."""

from typing import Any

import pytest

from tests.readers.n8n.exports import node, parts, workflow

CAME = node("Came", "telegramTrigger", {"updates": ["message"]})


def asking(combined: str, *asked: tuple[str, str, str]) -> dict[str, Any]:
    conditions = [
        {"leftValue": left, "operator": {"type": "string", "operation": operation}, "rightValue": right}
        for left, operation, right in asked
    ]
    return node("If", "if", {"conditions": {"combinator": combined, "conditions": conditions}}, version=2.2)


WHO = "={{ $json.message.from.username }}"
NAME = "={{ $json.message.from.first_name }}"


@pytest.mark.parametrize(
    ("condition", "sign", "right"),
    [
        (asking("or", (WHO, "equals", "ada"), (WHO, "equals", "grace")), "is", "ada or grace"),
        (asking("or", (WHO, "equals", "ada"), (NAME, "equals", "Grace")), "other", "ada"),
        (asking("or", (WHO, "equals", "ada"), (WHO, "notEquals", "grace")), "other", "ada"),
        (asking("or", (WHO, "equals", "ada"), (WHO, "equals", "={{ $json.other }}")), "other", "ada"),
        (asking("or", (WHO, "equals", "ada"), (WHO, "equals", "")), "other", "ada"),
    ],
)
def test_one_of_several(condition: dict[str, Any], sign: str, right: str) -> None:
    _, branch = parts(workflow([CAME, condition], ("Came", "If")))
    (test,) = branch.tests[0]
    assert test.right is not None
    assert (test.sign, test.right.fixed) == (sign, right)
