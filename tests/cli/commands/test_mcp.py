"""`sociable mcp` where it cannot start."""

import sys

import pytest

from tests.calls import called


def test_who_lacks_the_library_learns_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "mcp.server", None)
    for module in ("assistant_server", "last_answers"):
        monkeypatch.delitem(sys.modules, f"sociable.server.assistants.{module}", raising=False)
    assert called("mcp") == 2
    assert "pip install '.[mcp]'" in capsys.readouterr().err


def test_a_project_has_to_be_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert called("mcp", "--project", "no-such-folder") == 2
    assert "there is no folder `no-such-folder`" in capsys.readouterr().err
