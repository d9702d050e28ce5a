"""Each rehearsal, drawing, importer and format may fail for itself: it is named with its file, the rest is told."""

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from sociable.cli.commands import fleet, run_call
from sociable.cli.console import guarded
from sociable.cli.fast_options import parse
from sociable.client_report import compose
from sociable.client_report.clients import per_client
from sociable.client_report.findings_in_words import graded_findings
from sociable.client_report.pages import html_page, markdown_page
from sociable.client_report.what_runs import chosen_stories
from sociable.drawing import dot, mermaid, picture, svg
from sociable.output import (
    answer_json,
    changes_json,
    changes_markdown,
    changes_text,
    concise,
    github,
    gitlab,
    json_lines,
    json_report,
    junit,
    register_text,
    rehearsal_text,
    sarif,
    text_report,
)
from sociable.readers import importers
from sociable.rehearsal import loop_play, rehearsal

TEXT = """sociable: 1
accounts: {c: {platform: x, handle: "@c"}, d: {platform: x, handle: "@d"}}
automations:
  - {id: one, account: c, when: posted, do: [{post: Hello again}]}
  - {id: two, account: d, when: mentioned, do: [{reply: Thanks}]}
  - {id: three, account: c, when: mentioned, do: [{reply: Thanks}]}
"""
ERRORS = [RecursionError("deep"), KeyError("x"), MemoryError()]


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yml").write_text(TEXT, encoding="utf-8")

    def called(*arguments: str) -> tuple[int, str, str]:
        def run(given: list[str]) -> int:
            parsed = parse(given)
            assert parsed is not None
            return run_call(*parsed)

        status = guarded(run, list(arguments))
        said = capsys.readouterr()
        return status, said.out, said.err

    return called


def _failing(error: Exception) -> Callable[..., Any]:
    def fail(*_: Any, **__: Any) -> Any:
        raise error

    return fail


def _failing_at(real: Callable[..., Any], error: Exception, meets: Callable[[Any], bool]) -> Callable[..., Any]:
    """The same, but for those on whom it fails."""

    def sometimes(*values: Any, **named: Any) -> Any:
        if any(map(meets, values)):
            raise error
        return real(*values, **named)

    return sometimes


@pytest.mark.parametrize("error", ERRORS)
def test_a_rehearsal_within_a_check(call: Any, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    _, whole, _ = call("check", "a.yml")
    monkeypatch.setattr(loop_play, "played", _failing(error))
    status, out, err = call("check", "a.yml")
    assert status == 2
    assert "played out" in whole
    assert "played out" not in out
    assert out.splitlines()[-1] == whole.splitlines()[-1]
    assert "the rehearsal of the loop at a.yml:4:" in err
    assert type(error).__name__ in err


@pytest.mark.parametrize("error", ERRORS)
def test_one_rehearsal_of_two(call: Any, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    from sociable.cli.commands import rehearse

    broken = _failing_at(rehearsal.rehearse, error, lambda value: getattr(value, "account", "") == "c")
    monkeypatch.setattr(rehearse, "rehearse", broken)
    status, out, err = call("rehearse", "--when", "mentioned", "a.yml")
    assert status == 2
    assert "mentions @d" in out
    assert "mentions @c" not in out
    assert "the rehearsal of `mentioned` on @c (a.yml:2:" in err


@pytest.mark.parametrize("error", ERRORS)
def test_a_drawing(call: Any, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    monkeypatch.setattr(picture, "find_loops", _failing(error))
    status, out, err = call("graph", "a.yml")
    assert (status, out) == (2, "")
    assert "the drawing of a.yml stopped at an internal error" in err


@pytest.mark.parametrize(("form", "module"), [("svg", svg), ("dot", dot), ("mermaid", mermaid)])
def test_a_format_of_a_drawing(call: Any, monkeypatch: pytest.MonkeyPatch, form: str, module: Any) -> None:
    monkeypatch.setattr(module, "write", _failing(KeyError("x")))
    status, out, err = call("graph", "-f", form, "a.yml")
    assert (status, out) == (2, "")
    assert f"the format `{form}` stopped at an internal error: KeyError" in err


@pytest.mark.parametrize(
    ("form", "module"),
    [
        *(("text", text_report), ("json", json_report), ("sarif", sarif), ("github", github)),
        *(("concise", concise), ("jsonl", json_lines), ("gitlab", gitlab), ("junit", junit)),
    ],
)
def test_a_format_at_one_finding(call: Any, monkeypatch: pytest.MonkeyPatch, form: str, module: Any) -> None:
    def broken(result: Any) -> bool:
        return any(each.rule == "self-trigger" for each in getattr(result, "findings", ()))

    monkeypatch.setattr(module, "write", _failing_at(module.write, RecursionError("deep"), broken))
    status, out, err = call("check", "-f", form, "a.yml")
    assert status == 2
    assert "canned-reply-to-complaint" in out
    assert "self-trigger" not in out
    assert f"the format `{form}` at `self-trigger`, a.yml:4:" in err


@pytest.mark.parametrize(
    ("module", "arguments"),
    [
        (json_report, ("check", "-f", "json")),
        (answer_json, ("query", "-f", "json", "for each step s")),
        (rehearsal_text, ("rehearse", "--when", "mentioned")),
    ],
)
def test_a_format_as_a_whole(
    call: Any, monkeypatch: pytest.MonkeyPatch, module: Any, arguments: tuple[str, ...]
) -> None:
    monkeypatch.setattr(module, "write", _failing(ValueError("no")))
    status, _, err = call(*arguments, "a.yml")
    assert status == 2
    assert "stopped at an internal error: ValueError: no" in err


def test_one_format_of_several(call: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(json_report, "write", _failing(KeyError("x")))
    forms = [part for form in ("sarif:a.sarif", "json:a.json", "junit:a.xml", "concise") for part in ("-f", form)]
    status, out, err = call("check", *forms, "a.yml")
    assert status == 2
    assert "self-trigger" in out
    assert all("self-trigger" in (tmp_path / name).read_text(encoding="utf-8") for name in ("a.sarif", "a.xml"))
    assert not (tmp_path / "a.json").exists()
    assert "the format `json` stopped at an internal error: KeyError" in err


def test_a_rule_that_fails_makes_no_baseline(call: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert call("baseline", "create", "a.yml")[0] == 0
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    monkeypatch.setattr(loop_play, "played", _failing(KeyError("x")))
    status, _, err = call("baseline", "update", "a.yml")
    assert status == 2
    assert "the rehearsal of the loop" in err
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_register_of_what_else_was_judged(call: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    suppressed = TEXT.replace("accounts:", "# sociable: ignore[canned-reply-to-complaint] -- meant so\naccounts:")
    (tmp_path / "a.yml").write_text(suppressed, encoding="utf-8")
    monkeypatch.setattr(loop_play, "played", _failing(KeyError("x")))
    status, out, err = call("suppressions", "a.yml")
    assert status == 2
    assert "meant so" in out
    assert "the rehearsal of the loop" in err


@pytest.mark.parametrize("part", ["claims", "recognises", "read"])
def test_an_importer(call: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, part: str) -> None:
    (tmp_path / "b.yml").write_text(TEXT.replace("one", "uno").replace("two", "due"), encoding="utf-8")
    ours, *others = importers.IMPORTERS

    def is_second(value: Any) -> bool:
        return b"uno" in value if isinstance(value, bytes) else value.source.path == "b.yml"

    replaced: dict[str, Any] = {part: _failing_at(getattr(ours, part), KeyError("x"), is_second)}
    broken = ours._replace(**replaced)
    monkeypatch.setattr(importers, "IMPORTERS", (broken, *others))
    status, out, err = call("check", ".")
    assert status == 2
    assert "a.yml:4:" in out
    assert "error[unreadable-file] a mistake of ours kept this file from being read" in out
    assert f"the importer `{ours.name}` on b.yml stopped at an internal error: KeyError" in err


def test_an_importer_that_others_can_do_without(call: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second, *others = importers.IMPORTERS
    monkeypatch.setattr(importers, "IMPORTERS", (second._replace(claims=_failing(KeyError("x"))), first, *others))
    status, out, err = call("check", "a.yml")
    assert status == 2
    assert "error[self-trigger]" in out
    assert "unreadable-file" not in out
    assert f"the importer `{second.name}` on a.yml" in err


def test_a_report_without_its_drawing_and_a_story(call: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("jinja2")
    monkeypatch.setattr(compose, "picture", _failing(KeyError("x")))
    monkeypatch.setattr(chosen_stories, "rehearse", _failing(RecursionError("deep")))
    back = "  - {id: four, account: d, when: followed, do: [{follow: event.user}]}\n"
    Path("a.yml").write_text(TEXT + back, encoding="utf-8")
    status, out, err = call("report", "-f", "markdown", "a.yml")
    assert status == 2
    assert "Hello again" in out
    assert "the drawing of a.yml stopped" in err
    assert "the rehearsal of `" in err


PARTS = {
    "crossings": "what touches other clients",
    "pauses": "what to switch off",
    "verdict": "the verdict",
    "at_once": "what is urgent",
    "to_agree_on": "what to agree on",
    "begin_with": "what to begin with",
    "otherwise": "what happens if nothing is changed",
    "account_rows": "the accounts",
    "stories": "what was played",
    "links_in_words": "the drawing in words",
    "merits": "what is fine",
    "questions": "the questions",
    "companion_to_fill": "the file that takes the answers",
    "checked_files": "the files",
    "not_understood": "what was not understood",
    "not_seen": "what was not seen",
    "unseen": "what was left out",
}


@pytest.mark.parametrize("form", ["html", "markdown"])
@pytest.mark.parametrize("part", PARTS)
def test_a_part_of_a_client_report(call: Any, monkeypatch: pytest.MonkeyPatch, part: str, form: str) -> None:
    pytest.importorskip("jinja2")
    monkeypatch.setattr(compose, part, _failing(RecursionError("deep")))
    status, out, err = call("report", "-f", form, "a.yml")
    assert status == 2
    assert err.count("stopped at an internal error: RecursionError: deep") == 1
    assert f"the part of the report on {PARTS[part]} stopped" in err
    assert "This account may set itself off" in out or "without end" in out


def test_what_a_client_report_says_of_one_rule(call: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("jinja2")
    real = graded_findings.passages
    broken = _failing_at(real, KeyError("x"), lambda value: getattr(value, "rule", "") == "self-trigger")
    monkeypatch.setattr(graded_findings, "passages", broken)
    status, out, err = call("report", "-f", "html", "a.yml")
    assert status == 2
    assert "canned-reply-to-complaint" in out
    assert "what the report says of `self-trigger` (a.yml:4:" in err


@pytest.mark.parametrize(("module", "form"), [(html_page, "html"), (markdown_page, "markdown")])
def test_a_page_at_one_finding(call: Any, monkeypatch: pytest.MonkeyPatch, module: Any, form: str) -> None:
    """As a template would that meets something unforeseen in a finding."""

    def broken(content: Any) -> bool:
        groups = [group.rule for each in getattr(content, "gravities", ()) for group in each.groups]
        return "self-trigger" in groups

    _, whole, _ = call("report", "-f", form, "a.yml")
    monkeypatch.setattr(module, form, _failing_at(getattr(module, form), RecursionError("deep"), broken))
    status, out, err = call("report", "-f", form, "a.yml")
    assert status == 2
    assert err.count("Please report it") == 1
    assert f"the format `{form}` at `self-trigger`, a.yml:4" in err
    assert "canned-reply-to-complaint" in out
    assert len(out) > len(whole) / 2


@pytest.mark.parametrize("form", ["html", "markdown"])
@pytest.mark.parametrize("name", ["stories", "merits", "questions", "accounts"])
def test_a_page_at_one_of_its_parts(call: Any, monkeypatch: pytest.MonkeyPatch, name: str, form: str) -> None:
    text = TEXT.replace('"@d"}', '"@d", label: yes, operator: Harbour Museum}')
    Path("a.yml").write_text(text, encoding="utf-8")
    module: Any = {"html": html_page, "markdown": markdown_page}[form]
    first: list[Any] = []

    def broken(content: Any) -> bool:
        parts = getattr(content, name, ())
        first.extend(parts[:1] if not first else ())
        return bool(first) and first[0] in parts

    monkeypatch.setattr(module, form, _failing_at(getattr(module, form), KeyError("x"), broken))
    status, out, err = call("report", "-f", form, "a.yml")
    assert status == 2
    assert err.count("Please report it") == 1
    assert f"the format `{form}` at {name} 1" in err
    assert "self-trigger" in out


def test_a_page_without_its_drawing(call: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = _failing_at(svg.embedded, KeyError("x"), lambda value: bool(getattr(value, "boxes", ())))
    monkeypatch.setattr(html_page, "embedded", broken)
    status, out, err = call("report", "-f", "html", "a.yml")
    assert status == 2
    assert "the format `html` at the drawing of a.yml stopped" in err
    assert "self-trigger" in out


def test_a_page_that_fails_as_a_whole(call: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html_page, "_environment", _failing(KeyError("x")))
    status, out, err = call("report", "-f", "html", "a.yml")
    assert (status, out) == (2, "")
    assert "the format `html` stopped at an internal error: KeyError" in err


@pytest.mark.parametrize("place", ["put_together", "html"])
def test_the_report_of_one_client(call: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, place: str) -> None:
    for name in ("north", "south"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.yml").write_text(
            TEXT.replace("c:", f"{name}1:")
            .replace("d:", f"{name}2:")
            .replace("account: c", f"account: {name}1")
            .replace("account: d", f"account: {name}2"),
            encoding="utf-8",
        )
    (tmp_path / "a.yml").unlink()
    module: Any = {"put_together": per_client, "html": html_page}[place]
    broken = _failing_at(
        getattr(module, place), KeyError("x"), lambda value: getattr(value, "title", "").endswith("north")
    )
    monkeypatch.setattr(module, place, broken)
    status, _, err = call("report", "--clients", "folders", "-o", "out", ".")
    assert status == 2
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["index.html", "south.html"]
    assert "north" in err
    assert "KeyError" in err


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_a_comparison_at_one_finding(call: Any, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    Path("b.yml").write_text("sociable: 1\n", encoding="utf-8")
    module: Any = {"text": changes_text, "markdown": changes_markdown, "json": changes_json}[form]

    def broken(changes: Any) -> bool:
        return any(each.rule == "self-trigger" for each in getattr(changes, "new", ()))

    monkeypatch.setattr(module, "write", _failing_at(module.write, KeyError("x"), broken))
    status, out, err = call("diff", "-f", form, "b.yml", "a.yml")
    assert status == 2
    assert "canned-reply-to-complaint" in out
    assert "self-trigger" not in out
    assert f"the format `{form}` at `self-trigger`, a.yml:4:" in err


def test_a_register_at_one_suppression(call: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    marks = "".join(f"# sociable: ignore[self-trigger] -- reason {number}\n" for number in range(9))
    Path("a.yml").write_text(marks + TEXT, encoding="utf-8")

    def broken(register: Any) -> bool:
        return isinstance(register, list) and any(
            each.placed.says.reason in ("reason 2", "reason 7") for each in register
        )

    monkeypatch.setattr(register_text, "write", _failing_at(register_text.write, KeyError("x"), broken))
    status, out, err = call("suppressions", "a.yml")
    assert status == 2
    assert [f"reason {number}" in out for number in range(9)] == [number not in (2, 7) for number in range(9)]
    assert err.count("the format `text` at a.yml:") == 2


@pytest.mark.parametrize("form", ["text", "json"])
def test_one_project_of_many(call: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, form: str) -> None:
    """Its report fails in one format, and it is told of; so is a rule that failed while it was checked."""
    for name in ("one", "two"):
        (tmp_path / "all" / name).mkdir(parents=True)
        (tmp_path / "all" / name / "a.yml").write_text(TEXT, encoding="utf-8")
    module: Any = {"text": text_report, "json": json_report}[form]
    monkeypatch.setattr(module, "write", _failing_at(module.write, KeyError("x"), lambda value: "/one/" in repr(value)))
    status, _, err = call("fleet", "all", "--no-cache", "--workers", "1", "-f", form, "-o", "out")
    assert status == 2
    assert [path.name.partition(".")[0] for path in (tmp_path / "out").iterdir()] == ["all-two"]
    assert f"all/one: the format `{form}` stopped" in err


def test_a_rule_that_fails_in_one_project_of_many(call: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "all" / "one").mkdir(parents=True)
    (tmp_path / "all" / "one" / "a.yml").write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(loop_play, "played", _failing(KeyError("x")))
    monkeypatch.setattr(fleet, "_executor", lambda _: ThreadPoolExecutor(1))
    status, out, err = call("fleet", "all", "--no-cache")
    assert status == 2
    assert "all/one: the rehearsal of the loop" in err
    assert "in 1 project" in out


def test_a_key_in_what_went_wrong_is_hidden(call: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    key = "ghp_" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8"
    monkeypatch.setattr(loop_play, "played", _failing(ValueError(key)))
    assert key not in "".join(call("check", "a.yml")[1:])


def test_ctrl_c_is_no_fault(call: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    wrapped = RuntimeError("Error calling __set_name__")
    wrapped.__cause__ = KeyboardInterrupt()
    monkeypatch.setattr(loop_play, "played", _failing(wrapped))
    assert call("check", "a.yml") == (130, "", "")
    assert sys.exc_info() == (None, None, None)
