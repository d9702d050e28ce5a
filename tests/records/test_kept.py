"""Answers that are kept for each thing."""

import pytest
from sociable.records import kept
from sociable.records.kept import kept_for_each


def test_each_thing_is_asked_about_once_and_one_like_it_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(kept, "MOST", 2)

    @kept_for_each
    def first(thing: list[str]) -> str:
        asked.append(thing[0])
        return thing[0]

    one, alike, other = ["a"], ["a"], ["b"]
    assert [first(one), first(one), first(alike), first(one)] == ["a"] * 4
    assert asked == ["a", "a"]
    assert [first(other), first(one)] == ["b", "a"], "there is room for two only: then all begin anew"
    assert asked == ["a", "a", "b", "a"]
    assert [first([name]) for name in "cdefg"] == list("cdefg"), "those that are gone leave no answer to others"
