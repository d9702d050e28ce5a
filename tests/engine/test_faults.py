"""A rule that fails is a mistake of ours: it is named, and keeps no other rule from being asked."""

import pytest
from sociable.cli.commands import run_call
from sociable.cli.fast_options import parse
from sociable.engine.compiled_rule import CompiledRule
from sociable.findings.report import Report
from sociable.pipeline import Request, check

TEXT = b"sociable: 1\naccounts: {c: {platform: x}}\n"
TEXT += b"automations: [{id: a, account: c, when: mentioned, do: [{reply: hi}]}]\n"


def _told(report: Report, broken: str) -> list[tuple[str, str]]:
    return [(each.fingerprint, each.message) for each in report.findings if each.rule != broken]


@pytest.mark.parametrize("broken", ["self-trigger", "no-opt-out", "unlabelled-bot", "reply-loop"])
@pytest.mark.parametrize("error", [RecursionError("deep"), KeyError("x"), ZeroDivisionError("")])
def test_the_others_are_still_told(monkeypatch: pytest.MonkeyPatch, broken: str, error: Exception) -> None:
    whole = check(Request((), ("a.yml", TEXT)))
    asked = CompiledRule.hits

    def hits(rule, *arguments):  # type: ignore[no-untyped-def]
        yield from asked(rule, *arguments)
        if rule.rule.name == broken:
            raise error

    monkeypatch.setattr(CompiledRule, "hits", hits)
    report = check(Request((), ("a.yml", TEXT)))
    assert _told(report, broken) == _told(whole, broken)
    (fault,) = report.faults
    assert f"`{broken}`" in fault
    assert type(error).__name__ in fault


def test_the_exit_code_says_that_something_is_missing(tmp_path, monkeypatch, capsys) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "a.yml"
    path.write_bytes(TEXT)

    def hits(rule, *_):  # type: ignore[no-untyped-def]
        yield from ()
        if rule.rule.name == "reply-loop":
            raise IndexError("here")

    monkeypatch.setattr(CompiledRule, "hits", hits)
    parsed = parse(["check", str(path)])
    assert parsed is not None
    assert run_call(*parsed) == 2
    said = capsys.readouterr()
    assert "`reply-loop`" in said.err
    assert "IndexError: here" in said.err
    assert " rules" in said.out
