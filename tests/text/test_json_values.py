import json
import subprocess
import sys

import pytest
from sociable.files import package_data
from sociable.text.json_values import json_value

from tests.calls import OUR_CODE


@pytest.mark.parametrize("text", ['{"a": [1, -2.5, true, null, "é\\u00e9\\n"], "b": {}}', " []\r\n", '"x"', "3"])
def test_it_is_read_as_json_reads_it(text: str) -> None:
    assert json_value(text) == json.loads(text)


@pytest.mark.parametrize("text", ["", "{} {}", "\u00a0[]", "{", "[1,", "nul"])
def test_what_is_none_is_told(text: str) -> None:
    with pytest.raises(ValueError, match=r"no JSON|Expecting"):
        json_value(text)


def test_the_rules_are_read_as_json_reads_them() -> None:
    with open(f"{package_data.folder('rules')}/compiled.jsonl", encoding="utf-8") as file:
        assert all(json_value(line) == json.loads(line) for line in file)


def test_what_is_cut_off_is_told_where_nothing_of_json_is_loaded() -> None:
    code = "from sociable.text.json_values import json_value\ntry: json_value('{\"a')\nexcept ValueError: print('told')"
    done = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": OUR_CODE}, capture_output=True, text=True, check=False
    )
    assert done.stdout == "told\n"
