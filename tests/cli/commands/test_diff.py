"""`sociable diff`: two states, side by side or in git."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from sociable.output.formats import formats_of

from tests.calls import called
from tests.goldens import comparing_with

SCHEMAS = Path(__file__).parents[3] / "schemas"
BEFORE = """\
sociable: 1
accounts:
  shop: {platform: x, handle: "@shop", inbox: {read_by: Ann}}
  club: {platform: mastodon, handle: "@club@x.example", inbox: {read_by: Ann}}
automations:
  - {id: back, account: shop, when: followed, do: [follow: event.user]}
  - {id: club-back, account: club, when: followed, do: [follow: event.user]}
  - {id: shame, account: shop, when: unfollowed, do: [post: "{{ event.user.handle }} left us"]}
"""
AFTER = """\
sociable: 1
accounts:
  shop: {platform: x, handle: "@shop", inbox: {read_by: Ann}}
  club: {platform: instagram, handle: "@club", inbox: {read_by: Ann}}
automations:
  - {id: back, account: shop, when: followed, do: [follow: event.user]}
  - {id: club-back, account: club, when: followed, do: [follow: event.user]}
  - {id: greet, account: shop, when: followed, do: [dm: Buy now!]}
  - {id: thanks, account: shop, when: mentioned, do: [reply: "Thank you, {{ event.user.handle }}!"]}
"""
golden = comparing_with("output")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796083200")  # on this day no source is old
    for name, text in (("old", BEFORE), ("new", AFTER)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "social.yml").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def checkout(here: Path) -> Path:
    folder = here / "checkout"
    folder.mkdir()
    git(folder, "init", "-q")
    (folder / "social").mkdir()
    (folder / "social/a.yml").write_text(BEFORE, encoding="utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "before")
    return folder


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


def changes(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, set[str]]:
    """The rules by what became of what they say."""
    assert called("diff", *arguments, "--format", "json") in (0, 1)
    document = json.loads(capsys.readouterr().out)
    told: dict[str, set[str]] = {}
    for each in document["changes"]:
        told.setdefault(each["change"], set()).add((each["finding"] or each["gone"])["rule"])
    return told


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_as_it_was_last_read_and_accepted(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert called("diff", "old", "new", "--format", form) == 1
    golden(f"changes.{form}.txt", capsys.readouterr().out)


def test_json_keeps_to_its_schema(capsys: pytest.CaptureFixture[str]) -> None:
    documents = [json.loads((SCHEMAS / f"{name}.schema.json").read_text()) for name in ("changes", "findings")]
    registry: Registry[Any] = Registry().with_resources(
        (each["$id"], Resource.from_contents(each)) for each in documents
    )
    validator = Draft202012Validator(documents[0], registry=registry)
    for pair in (("old", "new"), ("new", "old"), ("old", "old")):
        called("diff", *pair, "--format", "json")
        document = json.loads(capsys.readouterr().out)
        assert list(validator.iter_errors(document)) == []
        listed = [each["change"] for each in document["changes"]]
        assert all(document["summary"][name] >= listed.count(name) > 0 for name in set(listed))


def test_nothing_to_show_is_exit_code_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert called("diff", "old", "old") == 0
    assert capsys.readouterr().out.startswith("Nothing changes for people: ")


def test_two_files_are_compared_whatever_they_are_called(capsys: pytest.CaptureFixture[str]) -> None:
    Path("other.yml").write_text(BEFORE, encoding="utf-8")
    assert called("diff", "old/social.yml", "other.yml") == 0
    assert called("diff", "other.yml", "new/social.yml") == 1
    assert "welcome-dm" in capsys.readouterr().out


def test_both_are_judged_as_the_new_one_is_configured(capsys: pytest.CaptureFixture[str]) -> None:
    Path("old/sociable.toml").write_text('ignore = ["unfollow-shaming"]\n', encoding="utf-8")
    assert "unfollow-shaming" in changes(capsys, "old", "new")["gone"]
    Path("new/sociable.toml").write_text('ignore = ["unfollow-shaming"]\nexclude = ["none/"]\n', encoding="utf-8")
    assert "unfollow-shaming" not in changes(capsys, "old", "new").get("gone", set())
    Path("new/sociable.toml").write_text('severity = {auto-follow-back = "error"}\n', encoding="utf-8")
    assert "worse" not in changes(capsys, "old", "new")


def test_each_project_of_several_is_judged_by_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    for side, text in (("old", BEFORE), ("new", AFTER)):
        Path(side, "client").mkdir()
        Path(side, "client/social.yml").write_text(text, encoding="utf-8")
    Path("new/client/sociable.toml").write_text('select = ["welcome-dm"]\n', encoding="utf-8")
    called("diff", "old", "new", "--format", "json")
    rows = json.loads(capsys.readouterr().out)["changes"]
    of_client = {(each["finding"] or each["gone"])["rule"] for each in rows if "client/" in json.dumps(each)}
    assert of_client == {"welcome-dm"}


def test_what_somebody_accepts_people_meet_all_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    accepted = AFTER.replace(
        "do: [dm: Buy now!]}", "do: [dm: Buy now!]} # sociable: ignore[welcome-dm, no-opt-out] -- a test"
    )
    Path("new/social.yml").write_text(accepted, encoding="utf-8")
    assert "welcome-dm" in changes(capsys, "old", "new")["new"]
    called("diff", "old", "new")
    told = capsys.readouterr().out
    assert "New, and accepted (1)" in told
    assert "(a test)" in told
    assert called("diff", "new", "new") == 0


def test_a_baseline_hides_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    Path("new/sociable.toml").write_text('baseline = "kept.jsonl"\n', encoding="utf-8")
    assert called("baseline create", "new") == 0
    capsys.readouterr()
    assert "welcome-dm" in changes(capsys, "old", "new")["new"]


def test_what_makes_no_sense_is_told_and_not_compared(capsys: pytest.CaptureFixture[str]) -> None:
    Path("new/social.yml").write_text(f"{AFTER}nonsense: 3\n", encoding="utf-8")
    called("diff", "old", "new")
    assert "Not compared, because it makes no sense: 1 place now." in capsys.readouterr().out


def test_since_a_commit(checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(checkout)
    assert called("diff", "--since", "HEAD") == 0
    (checkout / "social/a.yml").write_text(AFTER, encoding="utf-8")
    capsys.readouterr()
    assert called("diff", "--since", "HEAD") == 1
    told = capsys.readouterr().out
    assert "social/a.yml: error[unfollow-shaming]" in told  # as it was called, not where it was laid out
    assert "social/a.yml:8:" in told


def test_a_file_that_was_renamed_deleted_or_added(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(checkout / "social")
    Path("a.yml").rename("b.yml")
    assert called("diff", "--since", "HEAD") == 0
    capsys.readouterr()
    assert "auto-follow-back" in changes(capsys, "--since", "HEAD", "a.yml")["gone"]
    assert "auto-follow-back" in changes(capsys, "--since", "HEAD", "b.yml")["new"]


def test_git_runs_nothing_that_a_repository_asks_for(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    trace = tmp_path / "ran"
    hook = checkout / "spy"
    hook.write_text(f"#!/bin/sh\ntouch '{trace}'\n")
    hook.chmod(0o755)
    git(checkout, "config", "core.fsmonitor", str(hook))
    git(checkout, "config", "diff.external", str(hook))
    git(checkout, "config", "core.hooksPath", str(checkout))
    (checkout / ".gitattributes").write_text("*.yml filter=spy\n", encoding="utf-8")
    git(checkout, "add", ".gitattributes")
    git(checkout, "commit", "-qm", "a filter")
    git(checkout, "config", "filter.spy.smudge", str(hook))
    trace.unlink(missing_ok=True)  # what git ran for this test itself
    monkeypatch.chdir(checkout)
    assert called("diff", "--since", "HEAD") == 0
    assert called("check", "--since", "HEAD", "--no-cache") in (0, 1)
    assert called("check", "--trusted-from", "HEAD", "--no-cache") in (0, 1)
    assert not trace.exists()


def test_a_commit_is_read_as_it_is_whatever_its_attributes_and_links(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(checkout)
    Path(".gitattributes").write_text("a.yml export-ignore\nb.yml export-subst\n", encoding="utf-8")
    Path("b.yml").write_text(BEFORE.replace("@shop", "@$Format:%h$"), encoding="utf-8")
    Path("out.yml").symlink_to(checkout.parent / "new/social.yml")
    Path("up.yml").symlink_to("../new/social.yml")
    git(checkout, "add", ".")
    git(checkout, "commit", "-qm", "attributes and links")
    assert called("diff", "--since", "HEAD", "social", "b.yml") == 0
    assert capsys.readouterr().out.startswith("Nothing changes for people: ")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "name two files or folders"),
        (("old",), "name two files or folders"),
        (("old", "new", "old"), "name two files or folders"),
        (("old", "gone"), "there is no file or folder `gone`"),
        (("old", "new", "--output", "new/social.yml"), "is one of the files that are read"),
    ],
)
def test_calls_that_make_no_sense(arguments: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert called("diff", *arguments) == 2
    assert message in capsys.readouterr().err


def test_revisions_that_make_no_sense(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(checkout)
    for revision, paths, message in (
        ("nosuch", (), "git knows no commit `nosuch`"),
        ("--output=x", (), "is no commit"),
        ("HEAD", ("nosuch.yml",), "neither here nor in HEAD"),
        ("HEAD", ("social", ".."), "is not in the same checkout"),
    ):
        assert called("diff", f"--since={revision}", *paths) == 2
        assert message in capsys.readouterr().err


def test_nothing_to_compare(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "empty").mkdir()
    assert called("diff", "empty", "empty") == 3


def test_every_format_can_be_written_to_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    for form in formats_of("changes"):
        assert called("diff", "old", "new", "--format", form, "--output", "out") == 1
        assert "welcome-dm" in Path("out").read_text(encoding="utf-8")
    assert capsys.readouterr().out == ""


def test_what_lies_in_submodules_is_compared_with_what_lay_there(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    upper = checkout.parent / "upper"
    upper.mkdir()
    git(upper, "init", "-q")
    git(upper, "-c", "protocol.file.allow=always", "submodule", "add", "-q", str(checkout), "of clients/harbour")
    git(upper, "commit", "-qm", "a submodule")
    monkeypatch.chdir(upper)
    assert called("diff", "--since", "HEAD") == 0
    capsys.readouterr()
    Path("of clients/harbour/social/a.yml").write_text(AFTER, encoding="utf-8")
    assert changes(capsys, "--since", "HEAD")["new"] == changes(capsys, str(checkout), "of clients/harbour")["new"]
    git(upper / "of clients/harbour", "commit", "-qam", "after")
    assert called("diff", "--since", "HEAD") == 1  # in the commit, it is where it was
    git(upper, "commit", "-qam", "taken over")
    assert called("diff", "--since", "HEAD") == 0


def test_a_submodule_that_lacks_the_commit_is_told(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    unknown = "0123456789" * 4
    git(checkout, "init", "-q", "inner")
    git(checkout, "update-index", "--add", "--cacheinfo", f"160000,{unknown},inner")
    git(checkout, "commit", "-qm", "a submodule that nobody has fetched")
    monkeypatch.chdir(checkout)
    assert called("diff", "--since", "HEAD") == 2
    assert "the submodule inner lacks the commit that it was at then" in capsys.readouterr().err


def test_a_repository_without_files_beside_it_is_told(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    git(checkout, "clone", "-q", "--bare", ".", "../bare.git")
    for folder in (checkout.parent / "bare.git", checkout / ".git"):
        monkeypatch.chdir(folder)
        assert called("diff", "--since", "HEAD") == 2
        assert "a repository of git without files beside it" in capsys.readouterr().err
