"""A project's own rules: they stand beside the built-in ones, and nothing about them is passed over."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sociable.errors import BrokenRules, NoRulePages
from sociable.files import package_data
from sociable.pipeline import Request, check
from sociable.rulebook.page_files import COMPILED
from sociable.rulebook.rulebook import compile_folder, load, with_built_in

from tests.authoring.test_page_tests import CAUGHT, FINE, RULE, page
from tests.calls import called

FILE = """\
sociable: 1
accounts: {shop: {platform: facebook, handle: "@shop.example", inbox: {read_by: us}, pause: us}}
automations:
  - id: a
    account: shop
    when: {event: schedule, every: 1 day}
    do:
      - story: Good morning
"""
OWN = RULE.replace("s.verb is follow", "s.verb is story").replace(" and s.target.kind is person\n", "")
ESCAPE = "\x1b[31m"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file.yml").write_text(FILE)
    return tmp_path


def write(folder: Path, rule: str, name: str = "loud-follow", category: str = "own") -> Path:
    path = folder / category / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page(rule.replace("loud-follow", name)))
    return path


def rules_of(*own: str) -> list[str]:
    return [finding.rule for finding in check(Request(("file.yml",), rules=own)).findings]


def problems(*own: str) -> list[str]:
    with pytest.raises(BrokenRules) as broken:
        check(Request(("file.yml",), rules=own))
    return [f"{each.span}: {each.message}" for each in broken.value.problems]


def test_own_rules_are_added_to_the_built_in_ones(here: Path) -> None:
    write(here / "rules", OWN)
    write(here / "more", OWN, "other-follow")
    assert rules_of() == []
    assert rules_of("rules") == ["loud-follow"]
    assert rules_of("rules", "more") == ["loud-follow", "other-follow"]
    assert [page.path for page in with_built_in(("rules",)).rules if page.category == "own"] == [
        "rules/own/loud-follow.md"
    ]
    assert len(with_built_in(("rules",)).rules) == len(with_built_in().rules) + 1


def test_what_the_built_in_rules_share_is_there_and_own_words_are_added(here: Path) -> None:
    write(here / "rules", OWN.replace("s.verb is story", "s.verb in loud\n and s.verb not in outreach\n and loudly(s)"))
    (here / "rules" / "shared.md").write_text(
        "```rule\nlist loud = [story, post]\n\ndefine loudly(s: step) means\n    s.verb in loud\n```\n"
    )
    assert rules_of("rules") == ["loud-follow"]


def test_own_words_are_not_there_for_other_folders(here: Path) -> None:
    write(here / "rules", OWN.replace("is story", "in loud"))
    write(here / "more", OWN.replace("is story", "in loud"), "other-follow")
    (here / "rules" / "shared.md").write_text("```rule\nlist loud = [story]\n```\n")
    assert problems("rules", "more") == ["more/own/other-follow.md:8:16: `loud` is no list"]


def test_what_the_built_in_rules_share_is_not_said_anew(here: Path) -> None:
    write(here / "rules", OWN)
    (here / "rules" / "shared.md").write_text("```rule\nlist outreach = [story]\n```\n")
    assert problems("rules") == ["rules/shared.md:2:1: there already is a list or define `outreach`"]


@pytest.mark.parametrize(
    ("name", "where"), [("unfollow-shaming", "unfollow-shaming.md"), ("not-understood", "reading itself")]
)
def test_a_name_of_the_linter_itself_is_taken(here: Path, name: str, where: str) -> None:
    write(here / "rules", OWN, name)
    (told,) = problems("rules")
    assert told.startswith(f"rules/own/{name}.md:4:1: `{name}` is already the name of a rule, in ")
    assert told.endswith(where)


def test_a_name_that_exists_twice_is_told_with_both_pages(here: Path) -> None:
    write(here / "rules", OWN)
    write(here / "rules", OWN, category="zoo")
    write(here / "more", OWN)
    assert problems("rules", "more") == [
        f"{path}/loud-follow.md:4:1: `loud-follow` is already the name of a rule, in rules/own/loud-follow.md"
        for path in ("rules/zoo", "more/own")
    ]


def test_every_problem_of_every_page_is_told(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here / "rules", OWN.replace("is story", "is tory").replace("s.is_approved", "s.is_aproved"))
    write(here / "rules", OWN.replace("report s", "report"), "other-follow")
    write(here / "more", OWN.replace("warning", "grave"), "third-follow")
    assert called("check", "file.yml", "--rules", "rules", "--rules", "more") == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.splitlines() == [
        "sociable: rules/own/loud-follow.md:8:6: `tory` is no verb. Did you mean `story`?",
        "sociable: rules/own/loud-follow.md:9:8: `is_aproved` is no attribute of a step. Did you mean `is_approved`?",
        "sociable: rules/own/other-follow.md:11:7: `:` cannot stand here. Expected a name.",
        "sociable: more/own/third-follow.md:5:1: `grave` is no severity. Known: `error`, `info`, `warning`.",
    ]


def test_what_lies_compiled_beside_own_pages_is_not_looked_at(here: Path) -> None:
    """Whoever can change a page could otherwise let it say one thing and do another."""
    write(here / "rules", OWN)
    index, kept = map(json.loads, compile_folder("rules").splitlines())
    kept[1] = "forged"
    (here / "rules" / COMPILED).write_text(f"{json.dumps(index)}\n{json.dumps(kept)}")
    assert [page.title for page in load("rules").rules] == ["forged"]
    assert "forged" not in [page.title for page in with_built_in(("rules",)).rules]


STRAY = """rules/own/loud-follow.md is in no category: name the folder above rules/own, \
or move the page to rules/own/own/loud-follow.md"""


@pytest.mark.parametrize(
    ("folder", "message"),
    [
        ("missing", "there is no folder missing"),
        ("file.yml", "there is no folder file.yml"),
        (
            "rules/own",
            STRAY,
        ),
        ("empty", "empty holds no rule pages: they stand in folders of it, as in empty/own/NAME.md"),
    ],
)
def test_a_folder_without_pages_is_a_mistake(
    here: Path, capsys: pytest.CaptureFixture[str], folder: str, message: str
) -> None:
    write(here / "rules", OWN)
    (here / "empty").mkdir()
    (here / "empty" / "README.md").write_text("# Rules\n", encoding="utf-8")
    with pytest.raises(NoRulePages, match=message):
        check(Request(("file.yml",), rules=(folder,)))
    runs: list[Callable[[], int]] = [
        lambda: called("check", "file.yml", "--rules", "rules", "--rules", folder),
        lambda: called("rules list", "--rules", folder),
        lambda: called("explain", "loud-follow", "--rules", folder),
        lambda: called("rules test", folder),
    ]
    for run in runs:
        assert run() == 2
        assert capsys.readouterr().err == f"sociable: {message}\n"


# ---------------------------------------------------------------------------------- at the terminal


def test_own_rules_are_listed_and_explained(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here / "rules", OWN)
    assert called("rules list", "--rules", "rules") == 0
    listed = capsys.readouterr().out
    assert "own\n  loud-follow" in listed
    assert "unfollow-shaming" in listed
    assert called("explain", "loud-follow", "--rules", "rules") == 0
    assert "`loud-follow`, a rule of *own*." in capsys.readouterr().out
    assert called("explain", "unfollow-shaming", "--rules", "rules") == 0
    assert capsys.readouterr().out.startswith("# Naming people who unfollow\n")
    assert called("explain", "loud-follow") == 2


@pytest.mark.parametrize("terminal", [False, True])
def test_own_pages_send_nothing_to_the_terminal_but_text(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], terminal: bool
) -> None:
    path = write(here / "rules", OWN)
    path.write_text(path.read_text().replace("# Loud", f"# {ESCAPE}Loud").replace("one of", f"{ESCAPE} one of"))
    assert called("rules list", "--rules", "rules") == 0
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    assert called("explain", "loud-follow", "--rules", "rules") == 0
    path.write_text(path.read_text().replace("follow: event.user", "dm: Hello", 1))
    assert called("rules test", "rules") == 1
    out = capsys.readouterr().out
    assert ESCAPE not in out
    assert out.count("\\u{1b}[31m") > 2


def test_broken_own_rules_are_told_where_rules_are_looked_at(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here / "rules", OWN.replace("is story", "is tory"))
    for code in (called("rules list", "--rules", "rules"), called("explain", "x", "--rules", "rules")):
        assert code == 2
    told = capsys.readouterr()
    assert (told.out, told.err.count("`tory` is no verb")) == ("", 2)


# ------------------------------------------------------------------------------------------- tests

TESTED = RULE.replace("s.verb is follow", "s.verb in following")


def examine(*folders: str) -> int:
    return called("rules test", *folders)


def test_own_pages_are_tested_with_the_words_of_the_built_in_ones(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(here / "rules", TESTED)
    write(here / "more", TESTED.replace("following", "loud"), "other-follow")
    (here / "more" / "shared.md").write_text("```rule\nlist loud = [follow]\n```\n")
    assert examine("rules", "more") == 0
    assert capsys.readouterr().out == (
        "loud-follow: ok (4 examples, 3 of 3 clauses needed)\n"
        "other-follow: ok (4 examples, 3 of 3 clauses needed)\n"
        "2 pages, 0 failed\n"
    )


def test_own_pages_have_to_be_what_built_in_pages_are(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(here / "rules", TESTED)
    path.write_text(path.read_text().replace("## What people see\n", "").replace("- A book", "A book"))
    path.write_text(path.read_text().partition("## Sources")[0])
    assert examine("rules") == 1
    told = capsys.readouterr().out
    assert "the sections should be What people see, Caught, Fine, Sources" in told
    assert "the page names no source" in told


@pytest.mark.parametrize("again", ["unfollow-shaming", "other-follow"])
def test_names_that_are_taken_are_told_by_the_tests_too(
    here: Path, capsys: pytest.CaptureFixture[str], again: str
) -> None:
    write(here / "rules", TESTED, "other-follow")
    write(here / "more", TESTED, again)
    assert examine("rules", "more") == 1
    told = capsys.readouterr().out
    assert f"more/own/{again}.md:4:1: `{again}` is already the name of a rule, in " in told
    assert told.endswith("2 pages, 1 failed\n")


def test_a_shared_page_that_is_wrong_is_told(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here / "rules", TESTED)
    (here / "rules" / "shared.md").write_text("```rule\nlist outreach = [story]\n```\n")
    assert examine("rules") == 1
    assert "rules/shared.md:2:1: there already is a list or define `outreach`" in capsys.readouterr().out


def test_the_built_in_folder_may_be_named_by_any_path(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "link").symlink_to(package_data.folder("rules"))
    assert examine("link") == 0
    assert capsys.readouterr().out.endswith(", 0 failed\n")


def test_known_gaps_are_counted(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(here / "rules", RULE)
    path.write_text(page(caught=[*CAUGHT, FINE[0].replace("no follow", "todo: some day")]))
    assert examine("rules") == 0
    assert "loud-follow: ok (5 examples, 3 of 3 clauses needed, 1 known gap)\n" in capsys.readouterr().out
