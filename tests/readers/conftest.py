"""Tests of readers look things up in what `make generated` makes of the tables: where that is older, they say so."""

from pathlib import Path

import pytest

from generators.import_tables import READERS, TABLES, import_tables

PROJECT = Path(__file__).parents[2]


def not_made_anew(checked_in: Path) -> list[str]:
    """The rooms below a folder whose ``tables.json`` does not hold what their tables say."""
    made = {room: import_tables(str(PROJECT), room) for room in TABLES}
    return [room for room, text in made.items() if (checked_in / room / "tables.json").read_text("utf-8") != text]


@pytest.fixture(autouse=True, scope="session")
def _tables_are_made() -> None:
    """A row that is not made yet does not exist for the program, and whatever else fails then is misleading."""
    if rooms := not_made_anew(PROJECT / READERS):
        pytest.fail(f"the tables of {', '.join(rooms)} have changed: run `make generated` first", pytrace=False)
