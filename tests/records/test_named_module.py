"""Modules that are imported when they are needed."""

import sys

import pytest
from sociable.records.named_module import LaterModule


def test_a_function_can_be_named_before_its_module_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    colours = LaterModule("colorsys")
    lightness = colours.rgb_to_hls
    assert "colorsys" not in sys.modules
    assert lightness(1, 1, 1) == (0.0, 1, 0.0)
    assert colours.rgb_to_hls is sys.modules["colorsys"].rgb_to_hls, "asked for again, it is the function itself"
