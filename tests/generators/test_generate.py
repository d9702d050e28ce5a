from pathlib import Path

import pytest
from sociable.vocabulary.platforms import OTHER, PLATFORMS

from generators.__main__ import GENERATED, PROJECT


@pytest.mark.parametrize("path", GENERATED)
def test_what_is_checked_in_is_what_would_be_made(path: str) -> None:
    assert Path(PROJECT, path).read_bytes().decode() == GENERATED[path](), "run `make generated`"


def test_each_platform_has_a_page_and_no_page_is_left_over() -> None:
    there = {path.stem for path in Path(PROJECT, "docs/platforms").glob("*.md")}
    assert there == {name for name in PLATFORMS if name != OTHER} | {"law"}
    assert "No fact is held here" in Path(PROJECT, "docs/platforms/signal.md").read_text(encoding="utf-8")
