"""Texts that users read, as files: tests/golden/README.md says how to accept a new one."""

import os
from collections.abc import Callable
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"

Golden = Callable[[str, str], None]


def comparing_with(folder: str) -> Golden:
    """Compares a text with the file of that name in a folder of goldens."""

    def compare(name: str, text: str) -> None:
        path = FOLDER / folder / name
        if os.environ.get("SOCIABLE_UPDATE_GOLDEN") == "1":
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.is_file(), f"no golden file {name}: see tests/golden/README.md"
        assert text == path.read_bytes().decode()

    return compare
