"""`sociable explain`."""

import sys

import pytest

from tests.calls import called


def test_a_terminal_shows_a_drawn_page_and_with_markdown_the_page_itself(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert called("explain", "bulk-dm", "--format", "markdown") == 0
    assert "\n## What people see\n" in capsys.readouterr().out
    assert called("explain", "bulk-dm") == 0
    assert "## What people see" not in capsys.readouterr().out
