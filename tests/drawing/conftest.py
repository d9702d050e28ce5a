import os
from collections.abc import Callable
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parents[1] / "golden" / "drawing"

Golden = Callable[[str, str], None]


@pytest.fixture
def golden() -> Golden:
    """Compares a text with the file of that name; tests/golden/README.md says how to accept a new one."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if os.environ.get("SOCIABLE_UPDATE_GOLDEN") == "1":
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.is_file(), f"no golden file {name}: see tests/golden/README.md"
        assert text == path.read_bytes().decode()

    return compare
