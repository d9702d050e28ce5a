"""How property tests look for examples: the same ones at each run of the gate, others at each `make fuzz`."""

import os
import signal

import pytest
from hypothesis import settings

settings.register_profile("gate", derandomize=True, deadline=None)
settings.register_profile("random", max_examples=1000, deadline=None, print_blob=True)
settings.load_profile("gate")

# A shell starts what runs in its background with interrupts ignored, and the programs under test would inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True, scope="session")
def _cache_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What tests check is not kept in the cache of whoever runs them."""
    os.environ["SOCIABLE_CACHE_DIR"] = str(tmp_path_factory.mktemp("cache"))
