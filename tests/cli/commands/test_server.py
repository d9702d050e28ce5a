"""`sociable server` where what it needs is not installed."""

import sys

import pytest

from tests.calls import called


def test_who_lacks_the_libraries_learns_how_to_get_them(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "lsprotocol", None)
    monkeypatch.setitem(sys.modules, "pygls.lsp.server", None)
    for name in [each for each in sys.modules if each.startswith("sociable.server.editor")]:
        monkeypatch.delitem(sys.modules, name)
    assert called("server", "--stdio") == 2
    assert "pip install 'sociable[editor]'" in capsys.readouterr().err
