"""A script that pipes all its questions in and ends its input gets each answer."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.calls import OUR_CODE

HELLO = {
    "protocolVersion": "2025-06-18",
    "capabilities": {},
    "clientInfo": {"name": "a script", "version": "1"},
}
TODAY = {
    "io.modelcontextprotocol/protocolVersion": "2026-07-28",
    "io.modelcontextprotocol/clientInfo": HELLO["clientInfo"],
    "io.modelcontextprotocol/clientCapabilities": {},
}


def request(number: int | str, method: str, **parameters: Any) -> dict[str, Any]:
    return {"jsonrpc": "2.0", "id": number, "method": method, "params": parameters}


def notice(method: str, **parameters: Any) -> dict[str, Any]:
    return {"jsonrpc": "2.0", "method": method, "params": parameters}


def a_check(number: int | str) -> dict[str, Any]:
    return request(number, "tools/call", name="check", arguments={"text": "sociable: 1\n"})


OPENED = [request(0, "initialize", **HELLO), notice("notifications/initialized")]


def raw_answers(folder: Path, *said: dict[str, Any] | str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "sociable", "mcp", "--project", str(folder)],
        env={**os.environ, "PYTHONPATH": OUR_CODE},
        input="\n".join(each if isinstance(each, str) else json.dumps(each) for each in said),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def answered(folder: Path, *said: dict[str, Any] | str) -> dict[int | str, str]:
    """Whether each answer is one, or what was wrong, by the number of the request."""
    messages = [json.loads(line) for line in raw_answers(folder, *said).splitlines()]
    return {each["id"]: each.get("error", {}).get("message", "answered") for each in messages if "id" in each}


@pytest.mark.parametrize("last", ["", "\n", "\n{]", "\n" + json.dumps(notice("notifications/progress"))])
def test_each_request_before_the_end_is_answered(tmp_path: Path, last: str) -> None:
    questions: list[dict[str, Any] | str]
    questions = [a_check(1), request(2, "tools/list"), a_check("three"), json.dumps(a_check(4)) + last]
    assert answered(tmp_path, *OPENED, *questions) == dict.fromkeys((0, 1, 2, "three", 4), "answered")


@pytest.mark.parametrize(
    "number", ["\x9b31m", "\u202eback", "##[error]1", "\x1b]0;title\x07", "ghp" + "_" + "a1B2c3" * 7]
)
def test_a_refusal_goes_by_the_very_name_of_its_request(tmp_path: Path, number: str) -> None:
    assert answered(tmp_path, *OPENED, request(number, "no/such")) == {0: "answered", number: "Method not found"}


def test_a_request_in_the_way_of_today_is_answered_too(tmp_path: Path) -> None:
    assert answered(tmp_path, request(7, "tools/list", _meta=TODAY)) == {7: "answered"}


def test_what_makes_no_sense_is_answered_before_the_end(tmp_path: Path) -> None:
    told = answered(tmp_path, *OPENED, request(1, "no/such/thing"), a_check(2))
    assert told == {0: "answered", 1: "Method not found", 2: "answered"}


@pytest.mark.parametrize("cancelled", [1, "1"])
def test_nobody_waits_for_what_was_called_off(tmp_path: Path, cancelled: int | str) -> None:
    told = answered(tmp_path, *OPENED, a_check(1), notice("notifications/cancelled", requestId=cancelled), a_check(2))
    assert {0: "answered", 2: "answered"}.items() <= told.items()


def test_nobody_waits_for_what_lasts_as_long_as_the_connection(tmp_path: Path) -> None:
    told = answered(tmp_path, request(7, "subscriptions/listen", _meta=TODAY, notifications={}))
    assert told == {7: "Connection closed"}


def test_an_end_before_any_question_is_one(tmp_path: Path) -> None:
    assert answered(tmp_path) == {}


def test_what_the_library_refuses_is_told_without_keys_and_signs_that_act(tmp_path: Path) -> None:
    hostile = "\x1b[31m\u202e token=hunter2"
    told = raw_answers(
        tmp_path,
        *OPENED,
        request(1, "tools/call", name=hostile),
        request(2, "tools/call", name="check", arguments={"text": {"token": "hunter2"}}),
        request(3, hostile),
        request(4, "tools/call", name="explain", arguments={"name": "\ud83d"}),
    )
    assert "hunter2" not in told
    assert "\\u001b" not in told
    assert all(f'"id":{number},' in told for number in range(5))


def test_of_what_does_not_fit_not_even_half_a_key_is_told(tmp_path: Path) -> None:
    """What is too long to be quoted is cut anywhere."""
    key = "AKIAJ5Q7WZ2N4K6M8P3R"
    asked: list[dict[str, Any]] = []
    for before in range(0, 12, 2):
        text = f"{'x ' * before}{key}{' y' * 40}"
        for name, arguments in (
            ("check", {"text": {"x": text}}),
            ("explain", {"names": [text]}),
            ("rehearse", {text: 1}),
        ):
            asked.append(request(len(asked) + 1, "tools/call", name=name, arguments=arguments))
    told = raw_answers(tmp_path, *OPENED, *asked)
    assert [each["id"] for each in asked if f'"id":{each["id"]},' not in told] == []
    assert not [part for part in (key[at : at + 5] for at in range(len(key) - 4)) if part in told]
