"""Whether people can end what is written to them, where a program makes some of it."""

from typing import Any

import pytest

from tests.readers.n8n.exports import DAILY, line, node, rules

SHEET = {"documentId": {"value": "d"}, "sheetName": {"value": "s", "cachedResultName": "Parents"}}
PARENTS = node("Parents", "googleSheets", SHEET, version=4.5)
PROGRAM = node("Letter", "code", {"jsCode": "return items.map(i => ({json: {body: greet(i), to: i.to}}));"}, version=2)


def found(*nodes: dict[str, Any]) -> set[str]:
    return rules(line(DAILY, PARENTS, *nodes))


def mail(message: str) -> dict[str, Any]:
    return node("Send", "gmail", {"sendTo": "={{ $json.to }}", "subject": "News", "message": message}, version=2.1)


@pytest.mark.parametrize(
    ("nodes", "told"),
    [
        ((mail("News of the gardens."),), True),
        ((PROGRAM, mail("={{ $json.body }}")), False),
        ((PROGRAM, mail("=Dear {{ $json.body }}, news of the gardens.")), True),
        ((PROGRAM, mail("=<p>{{ $json.body }}</p>")), False),
        ((PROGRAM, mail("News of the gardens.")), True),
        ((mail("News of the gardens. Unsubscribe: https://gardens.example"),), False),
    ],
)
def test_nothing_is_said_of_a_way_out_where_a_program_writes(nodes: tuple[dict[str, Any], ...], told: bool) -> None:
    assert ("no-opt-out" in found(*nodes)) is told
