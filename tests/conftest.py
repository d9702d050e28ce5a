"""How property tests look for examples: the same ones at each run of the gate, others at each `make fuzz`."""

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("gate", derandomize=True, deadline=None)
settings.register_profile("random", max_examples=1000, deadline=None, print_blob=True)
settings.load_profile("gate")

OPEN_FAULTS = (Path(__file__).parent / "open_faults.txt").read_text(encoding="utf-8").splitlines()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests of known faults may fail; a line of the list that is no longer needed is to be taken out."""
    known = tuple(line for line in OPEN_FAULTS if not line.startswith("#"))
    for item in items:
        if item.nodeid.startswith(known):
            item.add_marker(pytest.mark.xfail(reason="an open fault: tests/open_faults.txt", strict=False))
