"""The drawing in docs/graph.md is what the command draws."""

import re
from pathlib import Path

from sociable.drawing.picture import picture
from sociable.drawing.picture_scope import LARGE, NEAR, Wanted
from sociable.facts.facts import derive
from sociable.output.formats import written
from sociable.project.load import load

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "graph.md").read_text(encoding="utf-8")


def test_the_drawing_is_that_of_the_example() -> None:
    files = re.findall(r"examples/\S+\.yml", PAGE)
    shown = re.findall(r"^```mermaid\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    setup = load([str(ROOT / file) for file in files]).setup
    assert shown == [written("picture", picture(derive(setup), Wanted()), "mermaid")]


def test_the_numbers_on_the_page_are_those_of_the_code() -> None:
    assert f"Up to {LARGE} automations" in PAGE
    assert NEAR == 2, "the page says two arrows"
