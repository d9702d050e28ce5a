"""`sociable rules overlap`: two rules at one step, and whether a page says how that is meant."""

from pathlib import Path

import pytest
from sociable.files import package_data

from tests.authoring.test_page_tests import RULE, page
from tests.calls import called

OVERALL = "1 pair of rules at one step, {} unresolved"
FILE = """\
sociable: 1
accounts: {shop: {platform: x, handle: "@shop", inbox: {read_by: jane}}}
automations:
  - {id: a, account: shop, when: {event: schedule, every: 1 day}, do: [story: Hello]}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Rules in the place of the built-in ones."""
    rules = tmp_path / "rules"
    (rules / "loud").mkdir(parents=True)
    monkeypatch.setattr(package_data, "folder", lambda _name: str(rules))
    monkeypatch.chdir(tmp_path)
    return rules


def write(folder: Path, name: str, head: str = "", rule: str = RULE) -> None:
    text = rule.replace("loud-follow", name)
    first = next(line for line in text.splitlines() if line.startswith("severity"))
    (folder / "loud" / f"{name}.md").write_text(page(text.replace(first, f"{head or first}", 1)))


def told(capsys: pytest.CaptureFixture[str], *paths: str) -> tuple[int, list[str]]:
    code = called("rules overlap", *(f"--on={path}" for path in paths))
    return code, capsys.readouterr().out.splitlines()


def test_a_pair_without_a_word_is_unresolved(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder, "one-rule")
    write(folder, "other-rule")
    code, lines = told(capsys)
    assert code == 1
    assert lines[0] == "one-rule and other-rule: UNRESOLVED, say `subsumes` or `beside` on one of their pages"
    assert lines[1].startswith("  rules/loud/one-rule.md:")
    assert lines[-1] == OVERALL.format(1)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('beside other-rule: "it says a, this b"', "side by side: it says a, this b"),
        ("subsumes other-rule", "one-rule subsumes other-rule"),
    ],
)
def test_a_word_on_either_page_resolves_it(
    line: str, said: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder, "one-rule", f"severity warning\n{line}")
    write(folder, "other-rule", "severity warning")
    code, lines = told(capsys)
    assert (code, lines[0], lines[-1]) == (0, f"one-rule and other-rule: {said}", OVERALL.format(0))


def test_a_category_stands_for_all_of_its_rules_where_they_meet(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder, "one-rule", 'severity warning\nbeside loud, courtesy: "it says how much"\nbeside third-rule: "third"')
    write(folder, "other-rule", "severity warning")
    write(folder, "third-rule", "severity warning\nsubsumes other-rule")
    code, lines = told(capsys)
    pairs = [line for line in lines if not line.startswith(" ")]
    assert (code, pairs[:-1]) == (
        0,
        [
            "one-rule and other-rule: side by side: it says how much",
            "one-rule and third-rule: side by side: third",
            "other-rule and third-rule: third-rule subsumes other-rule",
        ],
    )


def test_a_graver_one_is_told_all_the_same_in_any_profile(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder, "one-rule", "severity warning\nsubsumes other-rule")
    write(folder, "other-rule", "severity info\nseverity error in personal")
    code, lines = told(capsys)
    assert code == 1
    assert lines[0] == (
        "one-rule and other-rule: UNRESOLVED (one-rule subsumes other-rule), "
        "but where the other one is graver both are told"
    )


def test_rules_of_different_profiles_never_meet(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder, "one-rule", "severity warning\nprofile strict")
    write(folder, "other-rule", "severity warning\nprofile personal")
    assert told(capsys) == (0, ["0 pairs of rules at one step, 0 unresolved"])


def test_a_word_that_nothing_needs_is_no_resolution(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder, "one-rule", 'severity warning\nbeside quiet-rule: "it says a, this b"')
    write(folder, "quiet-rule", rule=RULE.replace("s.verb is follow", "s.verb is vote"))
    code, lines = told(capsys)
    assert code == 1
    assert lines[0] == (
        "one-rule and quiet-rule: UNRESOLVED (side by side: it says a, this b), but no example has both at one step"
    )


def test_files_are_looked_at_too(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two rules that meet in no example and at a story, of which only a file has one."""
    told_of_stories = RULE.replace("s.verb is follow", "s.verb is story").split("when")[0] + "when s.verb is story\n"
    rest = RULE[RULE.index("\nreport") :]
    write(folder, "one-rule", rule=told_of_stories + rest)
    write(folder, "other-rule", rule=told_of_stories + rest)
    Path("a.yml").write_text(FILE)
    assert told(capsys) == (0, ["0 pairs of rules at one step, 0 unresolved"])
    code, lines = told(capsys, "a.yml")
    assert (code, lines[1]) == (1, f"  a.yml:4:{FILE.splitlines()[3].index('story') + 1}")
    assert told(capsys, "missing.yml") == (2, [])


def test_the_built_in_rules_are_all_resolved(capsys: pytest.CaptureFixture[str]) -> None:
    code, lines = told(capsys)
    assert [line for line in lines if "UNRESOLVED" in line] == []
    assert code == 0
    assert len(lines) > 20
