import subprocess
from pathlib import Path

import pytest
from sociable.vocabulary.platforms import OTHER, PLATFORMS

from generators.__main__ import GENERATED, PROJECT


@pytest.mark.parametrize("path", GENERATED)
def test_what_is_checked_in_is_what_would_be_made(path: str) -> None:
    assert Path(PROJECT, path).read_bytes().decode() == GENERATED[path](), "run `make generated`"


def test_the_gate_compares_each_of_them_with_what_is_checked_in() -> None:
    asked = ["make", "--dry-run", "--always-make", "--no-print-directory", "generated-is-current"]
    told = subprocess.run(asked, cwd=PROJECT, capture_output=True, text=True, check=True).stdout
    compared = next(line for line in told.splitlines() if "git --no-pager diff" in line).partition(" -- ")[2].split()
    assert [path for path in GENERATED if not any(f"{path}/".startswith(f"{each}/") for each in compared)] == []


def test_each_platform_has_a_page_and_no_page_is_left_over() -> None:
    there = {path.stem for path in Path(PROJECT, "docs/platforms").glob("*.md")}
    assert there == {name for name in PLATFORMS if name != OTHER} | {"law"}
    assert "No fact is held here" in Path(PROJECT, "docs/platforms/signal.md").read_text(encoding="utf-8")
