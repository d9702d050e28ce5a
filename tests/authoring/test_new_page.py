"""`sociable rules new`: the page it writes says what is missing, and passes once nothing is."""

import re
from pathlib import Path

import pytest
from sociable.authoring.format_page import format_page
from sociable.authoring.new_page import suggested_name
from sociable.errors import BrokenRules
from sociable.pipeline import Request, check
from sociable.text.source import Source

from tests.calls import called
from tests.full_disk import files_of_at_most

FILLED_IN = {
    "why that matters to people.": "It is read by nobody.",
    "what to do instead.": "Take the step out.",
}
"""What is written in place of some brackets; other words do for the rest."""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def page(here: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert called("rules new", "--in", "rules", "--category", "own", "--", "loud-mornings") == 0
    told = capsys.readouterr().out
    assert told.startswith("wrote rules/own/loud-mornings.md\n")
    assert told.endswith("run: sociable rules test rules\n")
    return here / "rules" / "own" / "loud-mornings.md"


def fill_in(page: Path, but_for: str = "") -> None:
    def words(found: re.Match[str]) -> str:
        return found[0] if found[1] == but_for else FILLED_IN.get(found[1], "some words")

    page.write_text(re.sub(r"\[fill in ([^\]]+)\]", words, page.read_text()))


def test_where_there_is_no_room_nothing_is_left(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with files_of_at_most(1000):
        assert called("rules new", "loud-mornings") == 2
    assert capsys.readouterr() == ("", "sociable: rules/own/loud-mornings.md: File too large\n")
    assert list((here / "rules" / "own").iterdir()) == []
    assert called("rules new", "loud-mornings") == 0


def to_fill_in(page: Path) -> list[str]:
    return re.findall(r"\[fill in ([^\]]+)\]", page.read_text())


def test_a_new_page_is_unfinished_and_names_each_thing_at_its_place(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert called("rules test", "rules") == 1
    first, *told, last = capsys.readouterr().out.splitlines()
    assert first == "loud-mornings: UNFINISHED (0 examples, 0 of 0 clauses needed)"
    assert last == "1 page, 1 failed"
    places = [line.partition(" still to be filled in: ") for line in told]
    assert [f"{what}]" for _, _, what in places] == [f"{what.rstrip('.')}.]" for what in to_fill_in(page)]
    lines = page.read_text().splitlines()
    for place, _, what in places:
        line, column = place.strip().removeprefix("rules/own/loud-mornings.md:").rstrip(":").split(":")
        assert lines[int(line) - 1][int(column) - 1 :].startswith(f"[fill in {what.rstrip('.')}")


def test_a_new_page_passes_once_it_is_filled_in(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill_in(page)
    assert called("rules test", "rules") == 0
    assert capsys.readouterr().out.startswith("loud-mornings: ok (3 examples, 2 of 2 clauses needed)\n")
    assert check(Request((), rules=("rules",))).rules == check(Request(())).rules + 1


def test_nothing_may_be_left_out(page: Path) -> None:
    blank = page.read_text()
    for what in to_fill_in(page):
        page.write_text(blank)
        fill_in(page, but_for=what)
        assert called("rules test", "rules") == 1, what


def test_an_unfinished_page_is_not_put_to_use(page: Path) -> None:
    with pytest.raises(BrokenRules) as broken:
        check(Request((), rules=("rules",)))
    assert len(broken.value.problems) == len(to_fill_in(page))


def test_a_new_page_is_well_laid_out(page: Path) -> None:
    text = page.read_text()
    assert format_page(Source("page.md", text)) == (text, ())


def test_nothing_is_overwritten(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page.write_text("mine")
    for category in ("own", "other"):
        assert called("rules new", "--in", "rules", "--category", category, "--", "loud-mornings") == 2
        assert "there is a rule `loud-mornings` already, in rules/own/loud-mornings.md" in capsys.readouterr().err
    assert page.read_text() == "mine"
    assert [path.name for path in page.parents[1].rglob("*")] == ["own", "loud-mornings.md"]


def test_the_name_of_a_rule_on_any_page_is_taken(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill_in(page)
    page.rename(page.with_name("renamed.md"))
    assert called("rules new", "--in", "rules", "--category", "own", "--", "loud-mornings") == 2
    assert "already, in rules/own/renamed.md" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["unfollow-shaming", "broken-yaml"])
def test_names_of_the_linter_itself_are_taken(here: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert called("rules new", "--in", "rules", "--category", "own", "--", name) == 2
    assert f"there is a rule `{name}` already" in capsys.readouterr().err
    assert list(here.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Check Unfollow Posts", "How about `unfollow-posts`?"),
        ("check_unfollow_posts", "How about `unfollow-posts`?"),
        ("shouting", ""),
        ("a-b-c-d-e", ""),
        ("-a-b", "How about `a-b`?"),
        ("../a-b", "How about `a-b`?"),
        ("", ""),
    ],
)
def test_a_name_that_does_not_fit_is_refused(
    here: Path, capsys: pytest.CaptureFixture[str], name: str, hint: str
) -> None:
    assert called("rules new", "--in", "rules", "--category", "own", "--", name) == 2
    told = capsys.readouterr().err
    assert f"`{name}` is no name for a rule: " in told
    assert told.partition("ignore unfollow-shaming.")[2].strip() == hint
    assert list(here.iterdir()) == []


def test_a_category_is_one_word(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert called("rules new", "--in", "rules", "--category", "../own", "--", "loud-mornings") == 2
    assert "`../own` is no category" in capsys.readouterr().err
    assert list(here.iterdir()) == []


def test_a_name_that_reads_badly_gets_a_hint(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert called("rules new", "--in", "rules", "--category", "own", "--", "no-loud-mornings") == 0
    expected = "People will write “ignore no-loud-mornings”; “ignore loud-mornings” would read better."
    assert expected in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("unfollow-shaming", "unfollow-shaming"),
        ("dont-shame-people", "shame-people"),
        ("don't shame people", "shame-people"),
        ("never-do-spam", ""),
        ("bulk-dm", "bulk-dm"),
    ],
)
def test_suggested_names(name: str, better: str) -> None:
    assert suggested_name(name) == better


def test_a_folder_that_cannot_be_written_is_told(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "rules").write_text("")
    assert called("rules new", "--in", "rules", "--category", "own", "--", "loud-mornings") == 2
    assert capsys.readouterr().err.startswith("sociable: rules/own/loud-mornings.md: ")
