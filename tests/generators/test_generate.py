from pathlib import Path

import pytest

from generators.__main__ import GENERATED, PROJECT


@pytest.mark.parametrize("path", GENERATED)
def test_what_is_checked_in_is_what_would_be_made(path: str) -> None:
    assert Path(PROJECT, path).read_bytes().decode() == GENERATED[path](), "run `make generated`"
