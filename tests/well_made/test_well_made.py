"""Setups made with care give no finding: what must stay silent, on every platform."""

from pathlib import Path

import pytest

from linter.check import Request, check
from linter.reading.reader import read
from linter.vocabulary import PLATFORMS

FOLDER = Path(__file__).parent
FILES = sorted(FOLDER.glob("*.yml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_nothing_is_found(path: Path) -> None:
    report = check(Request((str(path),)))
    assert report.automations
    assert [(each.rule, each.severity, each.message) for each in report.findings] == []


def test_every_platform_is_there() -> None:
    setup = read([str(FOLDER)]).setup
    assert {account.platform for account in setup.accounts} >= PLATFORMS.keys() - {"other"}
