"""JSON that no reader trips over, no build server obeys, and no key stands in."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from sociable.output import json_stream
from sociable.output.json_stream import encoded, write_document

TOKEN = "gh" + "p_" + "a1B2" * 9
BODY = "4bCdEfGh1jKlMn0pQrStUvWxYz" * 2
BEGIN, END = "-----BEGIN PRIVATE " + "KEY-----", "-----END PRIVATE " + "KEY-----"


@pytest.mark.parametrize(
    "value",
    [TOKEN, f"one\n{TOKEN}", f"é{TOKEN}", f"\t{TOKEN}\n", {TOKEN: 1}, {"a": [{"b": (TOKEN,)}]}, f"\ud800{TOKEN}"],
)
def test_no_key_is_shown_whatever_stands_before_it(value: Any) -> None:
    line = encoded(value)
    assert TOKEN[-8:] not in line
    json.loads(line)


@pytest.mark.parametrize(
    "value",
    [f"{BEGIN}\n{BODY}\n{END}", {"a": f"{BEGIN}\n{BODY}\n{END}"}, {f"{BEGIN}\n{BODY}\n{END}": ["a", 1, None]}],
)
def test_a_private_key_is_hidden(value: Any) -> None:
    line = encoded(value)
    assert BODY not in line
    json.loads(line)


def test_what_stands_under_the_name_of_a_key_within_one_text_is_hidden() -> None:
    """Neither its shape tells it, nor does it spread over lines."""
    line = encoded({"message": "it says password: hunter2Xy9"})
    assert "hunter2Xy9" not in line
    assert json.loads(line)["message"].startswith("it says password: ")


@pytest.mark.parametrize("value", [[BEGIN, BODY, END], {"a": BEGIN, "b": {"c": f"{BODY}{END}"}}, {BEGIN: 1, END: BODY}])
def test_what_is_hidden_reaches_not_from_one_text_into_another(value: Any) -> None:
    assert json.loads(encoded(value)) == value


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("a\ud800b", "a\ufffdb"),
        (["\udc00", "\ud83d\ude00"], ["\ufffd", "😀"]),
        ({"a": ("\ud800",)}, {"a": ["\ufffd"]}),
        ({"\ud800": {"b": 1}}, {"\ufffd": {"b": 1}}),
        ("😀 é", "😀 é"),
        ([1, None, True], [1, None, True]),
    ],
)
def test_half_a_character_becomes_the_sign_for_one_that_is_missing(value: Any, read: Any) -> None:
    assert json.loads(encoded(value)) == read


@pytest.mark.parametrize("said", ["##[error]x", "##vso[task.complete]", "section_start:1:a", "section_end:1:a"])
def test_no_command_of_a_build_server_stands_in_it(said: str) -> None:
    assert said not in encoded([said])
    assert json.loads(encoded([said])) == [said]


@pytest.mark.parametrize("count", [0, 1, 3])
def test_entries_stand_a_line_each_in_the_place_of_the_list(count: int) -> None:
    out = StringIO()
    entries = [{"number": number, "told": '"told": []'} for number in range(count)]
    write_document(out, {"before": '"told": ', "told": [], "after": []}, "told", entries)
    assert json.loads(out.getvalue()) == {"before": '"told": ', "told": entries, "after": []}
    assert out.getvalue().count("\n") == count + 2


@pytest.mark.parametrize("command", ["##[error]x", "##vso[task.complete]x", "section_start:1:x", "section_end:1:x"])
def test_beside_a_private_key_no_build_server_obeys_either(command: str) -> None:
    value = [f"{BEGIN}\n{BODY}\n{END}", command, {command: 1}]
    line = encoded(value)
    assert command not in line
    assert json.loads(line)[1:] == value[1:]


def test_reports_write_json_in_one_place_only() -> None:
    """Double quotes of YAML are the one exception."""
    folder = Path(json_stream.__file__).parent
    writers = {path.name for path in folder.rglob("*.py") if "json.dump" in path.read_text(encoding="utf-8")}
    assert writers == {"json_stream.py", "automation_yaml.py"}
