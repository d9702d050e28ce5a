"""What strangers propose is judged by what was agreed before."""

import subprocess
from pathlib import Path

import pytest
from sociable.errors import NoRevision
from sociable.findings.report import Report
from sociable.pipeline import Request, check

SETUP = """\
sociable: 1
accounts: {shop: {platform: x, handle: "@shop"}}
automations:
  - {id: back, account: shop, when: followed, do: [{follow: event.user}]}
"""


def git(*arguments: str) -> None:
    identity = ["-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    git("init", "-q")
    (tmp_path / "social").mkdir()
    (tmp_path / "social/a.yml").write_text(SETUP, encoding="utf-8")
    (tmp_path / "sociable.toml").write_text('exclude = ["social/drafts/"]\n', encoding="utf-8")
    git("add", ".")
    git("commit", "-qm", "agreed")
    return tmp_path


def trusted(*paths: str) -> Report:
    return check(Request(paths or (".",), trusted_from="HEAD"))


def rules(report: Report) -> set[str]:
    return {each.rule for each in report.findings}


def test_a_proposed_configuration_does_not_count() -> None:
    Path("sociable.toml").write_text('ignore = ["courtesy"]\n', encoding="utf-8")
    Path("social/sociable.toml").write_text('ignore = ["courtesy"]\n', encoding="utf-8")
    assert "auto-follow-back" not in rules(check(Request((".",))))
    assert "auto-follow-back" in rules(trusted())
    assert "auto-follow-back" in rules(trusted("social"))


def test_what_was_agreed_counts() -> None:
    Path("social/drafts").mkdir()
    Path("social/drafts/b.yml").write_text(SETUP.replace("shop", "club"), encoding="utf-8")
    Path("sociable.toml").unlink()
    assert trusted().files == ("social/a.yml",)
    assert trusted("social").files == ("social/a.yml",)


def test_a_proposed_suppression_does_not_count_until_it_is_agreed() -> None:
    accepted = SETUP.replace("  - {id", "  # sociable: ignore[auto-follow-back] -- they asked\n  - {id")
    Path("social/a.yml").write_text(accepted, encoding="utf-8")
    assert "auto-follow-back" not in rules(check(Request((".",))))
    assert {"auto-follow-back", "untrusted-suppression"} <= rules(trusted())
    git("commit", "-qam", "agreed")
    assert {"auto-follow-back", "untrusted-suppression"}.isdisjoint(rules(trusted()))


def test_a_comment_that_was_agreed_may_move_but_not_grow() -> None:
    comment = "# sociable: ignore[auto-follow-back] -- they asked"
    Path("social/a.yml").write_text(f"{comment}\n{SETUP}", encoding="utf-8")
    git("commit", "-qam", "agreed")
    for line, told in ((comment, False), (f"#{comment} us", True), (comment.replace("]", ", no-pause]"), True)):
        Path("social/a.yml").write_text(SETUP.replace("  - {id", f"  {line}\n  - {{id"), encoding="utf-8")
        assert ("untrusted-suppression" in rules(trusted())) is told


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "-x"])
def test_a_commit_that_is_not_there(revision: str) -> None:
    with pytest.raises(NoRevision, match=f"`{revision}`"):
        check(Request((".",), trusted_from=revision))
    assert not Path("x").exists()


def test_outside_of_a_repository(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path_factory.mktemp("bare")
    (folder / "a.yml").write_text(SETUP, encoding="utf-8")
    monkeypatch.chdir(folder)
    with pytest.raises(NoRevision, match="in no checkout of git"):
        trusted()


def test_git_runs_nothing_of_the_repository(tmp_path: Path) -> None:
    git("config", "core.fsmonitor", f"touch {tmp_path}/ran; false")
    trusted()
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize(
    "hiding",
    [
        {".gitignore": "b.yml\n"},
        {".gitignore": "social/*\n"},
        {"social/.gitignore": "*\n"},
        {"social/new/.gitignore": "/b.yml\n"},
        {"social/new/pyvenv.cfg": ""},
        {"social/pyvenv.cfg": ""},
    ],
    ids=repr,
)
def test_a_proposal_hides_nothing(hiding: dict[str, str]) -> None:
    Path("social/new").mkdir()
    Path("social/new/b.yml").write_text(SETUP.replace("shop", "club"), encoding="utf-8")
    for name, text in hiding.items():
        Path(name).write_text(text, encoding="utf-8")
    assert "social/new/b.yml" not in check(Request((".",))).files
    assert trusted().files == trusted("social").files == ("social/a.yml", "social/new/b.yml")


@pytest.mark.parametrize(
    ("link", "to"),
    [
        (".gitignore", "templates/.gitignore"),
        ("social/.gitignore", "../templates/.gitignore"),
        ("sociable.toml", "templates/sociable.toml"),
        ("social/sociable.toml", "../templates/sociable.toml"),
        ("social/new/sociable.toml", "../../templates/sociable.toml"),
    ],
)
def test_a_proposed_link_to_what_was_agreed_for_elsewhere_does_not_count(link: str, to: str) -> None:
    Path("templates").mkdir()
    Path("templates/.gitignore").write_text("*\n", encoding="utf-8")
    Path("templates/sociable.toml").write_text('ignore = ["courtesy"]\n', encoding="utf-8")
    git("add", "--force", ".")
    git("commit", "-qm", "agreed for templates")
    Path("social/new").mkdir()
    Path("social/new/b.yml").write_text(SETUP.replace("shop", "club"), encoding="utf-8")
    Path(link).unlink(missing_ok=True)
    Path(link).symlink_to(to)
    report = trusted("social")
    assert report.files == ("social/a.yml", "social/new/b.yml")
    assert [each.span.path for each in report.findings if each.rule == "auto-follow-back"] == list(report.files)


def test_a_proposed_link_to_a_folder_brings_no_other_configuration() -> None:
    Path("templates").mkdir()
    Path("templates/a.yml").write_text("sociable: 1\n", encoding="utf-8")
    Path("templates/sociable.toml").write_text('ignore = ["courtesy"]\n', encoding="utf-8")
    git("add", ".")
    git("commit", "-qm", "agreed for templates")
    Path("templates/a.yml").write_text(SETUP, encoding="utf-8")
    Path("new").symlink_to("templates")
    assert "auto-follow-back" in rules(trusted("new/a.yml"))


@pytest.mark.parametrize("name", [".gitignore", "social/.gitignore", "social/new/.gitignore"])
def test_what_was_agreed_to_be_ignored_still_is(name: str) -> None:
    Path("social/new").mkdir()
    Path("social/new/b.yml").write_text(SETUP.replace("shop", "club"), encoding="utf-8")
    Path(name).write_text("b.yml\n", encoding="utf-8")
    git("add", name)
    git("commit", "-qm", "agreed")
    Path(name).unlink()
    assert trusted().files == trusted("social").files == ("social/a.yml",)
