import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from sociable.output.formats import formats_of, write

from tests.output.builders import STORY

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("form", formats_of("report"))
def test_every_format_is_written(form: str) -> None:
    out = StringIO()
    write("report", STORY, out, form)
    assert "unfollow-shaming" in out.getvalue()


def test_no_other_format_is() -> None:
    with pytest.raises(ValueError, match="'xml' is not one of text, concise, statistics, json, jsonl, sarif, github"):
        write("report", STORY, StringIO(), "xml")


def test_plain_text_loads_nothing_slow() -> None:
    program = """
import importlib, sys
from io import StringIO
from tests.output.builders import STORY
before = set(sys.modules)
from sociable.output.formats import write
write("report", STORY, StringIO(), "text")
print(*sorted(name for name in set(sys.modules) - before - {"array"} if not name.startswith("sociable")))
"""
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout == "\n"
