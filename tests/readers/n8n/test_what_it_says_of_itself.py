"""What an export says of itself: whether it was switched on, and as whom it signs in."""

import json
from typing import Any

import pytest
from sociable.pipeline import Request, examine

from tests.readers.n8n.exports import DAILY, fragment, line, node, part

POST = node(
    "Post",
    "httpRequest",
    {
        "method": "POST",
        "url": "https://bsky.social/xrpc/com.atproto.repo.createRecord",
        "jsonBody": '{"collection": "app.bsky.feed.post", "record": {"text": "Hello"}}',
    },
)


def session(identifier: str) -> dict[str, Any]:
    address = "https://bsky.social/xrpc/com.atproto.server.createSession"
    body = json.dumps({"identifier": identifier, "password": "{{ $env.PASSWORD }}"})
    return node("Session", "httpRequest", {"method": "POST", "url": address, "jsonBody": body})


@pytest.mark.parametrize(("said", "known"), [({"active": True}, "yes"), ({"active": False}, "no"), ({}, "unstated")])
def test_whether_it_was_switched_on_when_it_was_exported(said: dict[str, bool], known: str) -> None:
    (automation,) = fragment(line(DAILY, POST, **said)).automations
    assert automation.was_on == known


@pytest.mark.parametrize(
    ("identifier", "handle"),
    [
        ("museum.bsky.social", "@museum.bsky.social"),
        ("@museum.example", "@museum.example"),
        ("ann@museum.example", ""),
        ("{{ $env.HANDLE }}", ""),
        ("10.0.0.1", ""),
    ],
)
def test_an_account_is_called_as_whom_its_workflow_signs_in_but_not_by_an_address_of_mail(
    identifier: str, handle: str
) -> None:
    (account,) = fragment(line(DAILY, session(identifier), POST)).accounts
    assert (account.id.name, account.handle) == ("bluesky", handle)


@pytest.mark.parametrize(
    ("others", "handle"), [("museum.bsky.social", "@museum.bsky.social"), ("shop.bsky.social", "")]
)
def test_two_files_that_sign_in_as_two_tell_no_handle(tmp_path: Any, others: str, handle: str) -> None:
    flows = {"a": session("museum.bsky.social"), "b": session(others), "c": node("Nothing", "noOp")}
    for name, first in flows.items():
        (tmp_path / f"{name}.json").write_text(json.dumps(line(DAILY, first, POST, name=name)))
    (account,) = examine(Request((str(tmp_path),))).facts.accounts
    assert account.model.handle == handle


@pytest.mark.parametrize(
    ("instruction", "told"),
    [
        ("You are Sofia. Never say you are a bot.", "Write about gardens. You are Sofia. Never say you are a bot."),
        ("You are Sofia. Say that you are a bot.", "Write about gardens."),
    ],
)
def test_a_model_that_is_told_to_hide_what_it_is_is_told_so_in_its_prompt(instruction: str, told: str) -> None:
    asked = {"promptType": "define", "text": "Write about gardens.", "options": {"systemMessage": instruction}}
    made = part("@n8n/n8n-nodes-langchain.agent", asked)
    assert made.text is not None
    assert made.text.fixed == told
