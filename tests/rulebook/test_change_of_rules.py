"""New rules are previews for one minor version, and old names of rules go on working."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sociable.client_report.about_the_check.since_last_time import last_report
from sociable.client_report.compose import Wishes, compose
from sociable.client_report.wording.frame import built_in
from sociable.errors import BrokenRules
from sociable.files import package_data
from sociable.pipeline import Request, check, examine
from sociable.rulebook.rulebook import load
from sociable.version import __version__

from tests.calls import called
from tests.rulebook.test_own_rules import FILE, OWN, write

PREVIEW = OWN.replace("severity warning\n", 'severity warning\npreview since "0.2"\n')
RENAMED = OWN.replace("severity warning\n", "severity warning\nformerly noisy-story\n")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file.yml").write_text(FILE)


def told(**asked: Any) -> set[str]:
    request = Request(("file.yml",), rules=("rules",))._replace(**asked)
    return {each.rule for each in check(request).findings}


def test_a_preview_runs_when_somebody_asks_for_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path / "rules", PREVIEW)
    assert "loud-follow" not in told()
    assert "loud-follow" in told(preview=True)
    called("check", "--rules", "rules", "--preview", "--format", "concise")
    assert "loud-follow" in capsys.readouterr().out
    Path("sociable.toml").write_text("preview = true\n")
    assert "loud-follow" in told()
    assert "loud-follow" not in told(preview=False)


def test_one_that_is_selected_by_name_says_why_it_does_not_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "rules", PREVIEW)
    assert called("check", "--rules", "rules", "--select", "loud-follow") == 0
    assert "`loud-follow` is a preview since 0.2 and does not run: `--preview` runs it" in capsys.readouterr().err
    assert called("rules list", "--rules", "rules") == 0
    assert "(preview since 0.2)" in capsys.readouterr().out
    assert called("explain", "loud-follow", "--rules", "rules") == 0
    assert "A preview since 0.2, only asked with `--preview`." in capsys.readouterr().out


def test_a_version_has_two_numbers(tmp_path: Path) -> None:
    write(tmp_path / "rules", PREVIEW.replace("0.2", "soon"))
    with pytest.raises(BrokenRules) as caught:
        told()
    assert caught.value.problems[0].message == "`soon` is no version"


def test_an_old_name_goes_on_working_with_a_remark(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path / "rules", RENAMED)
    assert told(select=("noisy-story",)) == {"loud-follow"}
    assert "loud-follow" not in told(ignore=("noisy-story",))
    Path("sociable.toml").write_text(
        'severity = {noisy-story = "error"}\n[[per-path]]\nfiles = ["x"]\nignore = ["noisy-story"]\n'
    )
    assert called("check", "--rules", "rules", "--select", "own", "--format", "concise") == 1
    out, err = capsys.readouterr()
    assert "error[loud-follow]" in out
    assert err.count("the rule `noisy-story` is called `loud-follow` now, and the old name goes on working") == 2
    assert "sociable.toml:1:" in err


def test_what_was_split_goes_on_as_all_its_parts(tmp_path: Path) -> None:
    write(tmp_path / "rules", RENAMED)
    write(tmp_path / "rules", RENAMED, "louder-follow")
    assert told(select=("noisy-story",)) == {"loud-follow", "louder-follow"}
    Path("file.yml").write_text(f"# sociable: ignore[noisy-story] -- why\n{FILE}")
    assert not {"loud-follow", "louder-follow"} & told(select=("own",))


def test_an_old_name_has_to_be_free(tmp_path: Path) -> None:
    write(tmp_path / "rules", RENAMED.replace("noisy-story", "auto-follow-back"))
    with pytest.raises(BrokenRules) as caught:
        told()
    assert caught.value.problems[0].message == "`auto-follow-back` is the name of a rule now"


def test_no_rule_is_a_preview_for_longer_than_a_minor_version() -> None:
    pages = load(package_data.folder("rules")).rules
    since = {page.name: page.heading.preview for page in pages if page.heading.preview}
    minor = ".".join(__version__.split(".")[:2])
    assert {name for name, version in since.items() if version != minor} == set()


def test_a_preview_runs_in_every_command_that_judges(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path / "rules", PREVIEW)
    Path("before.yml").write_text(FILE.partition("automations:")[0])
    Path("accepted.yml").write_text(FILE.replace("- id:", "# sociable: ignore[loud-follow] -- why\n  - id:", 1))
    for typed in (
        "report file.yml",
        "diff before.yml file.yml",
        "suppressions accepted.yml --format json",
        "baseline create file.yml --baseline b.jsonl",
        "fleet . --output out --format concise",
    ):
        command, options = typed.split(), ["--rules", "rules"]
        without, asked = (_all_written(typed, *command, *options, *more) for more in ((), ("--preview",)))
        capsys.readouterr()
        assert without != asked, typed


def _all_written(typed: str, *command: str) -> str:
    """What a command prints and writes into files."""
    from contextlib import redirect_stdout
    from io import StringIO

    out = StringIO()
    with redirect_stdout(out):
        called(*command)
    written = [path for path in (Path("b.jsonl"), *Path("out").glob("*")) if path.is_file()]
    text = out.getvalue() + "".join(path.read_text() for path in written)
    for path in written:
        path.unlink()
    return text


def test_why_a_preview_says_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path / "rules", PREVIEW)
    asked = ("check", "file.yml", "--rules", "rules", "--why-not", "loud-follow")
    assert called(*asked) == 2
    assert "`loud-follow` is a preview since 0.2 and does not run: `--preview` runs it." in capsys.readouterr().err
    assert called(*asked, "--preview") == 0
    assert "loud-follow" in capsys.readouterr().out


def test_a_renamed_rule_is_found_in_a_baseline_and_in_the_last_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "rules", OWN.replace("rule loud-follow", "rule noisy-story"), "noisy-story")
    called("baseline", "create", "--rules", "rules", "--baseline", "b.jsonl", "file.yml")
    called("check", "--rules", "rules", "--format", "json:last.json", "file.yml")
    last = last_report("last.json")
    (tmp_path / "rules" / "own" / "noisy-story.md").unlink()
    write(tmp_path / "rules", RENAMED)
    capsys.readouterr()
    assert called("baseline", "show", "--rules", "rules", "--baseline", "b.jsonl", "file.yml") == 0
    assert "found no more" not in capsys.readouterr().out
    held = Path("b.jsonl").read_text()
    assert called("baseline", "prune", "--rules", "rules", "--baseline", "b.jsonl", "file.yml") == 0
    assert Path("b.jsonl").read_text() == held
    examined = examine(Request(("file.yml",), rules=("rules",), baseline=""))
    content = compose(examined, Wishes(date(2026, 11, 28), built_in(), "", last=last))
    assert content.since is not None
    assert (content.since.new, content.since.worse, content.since.gone) == ((), (), ())
