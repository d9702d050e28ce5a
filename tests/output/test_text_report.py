from io import StringIO

import pytest
from sociable.findings.problem import READING_RULES
from sociable.findings.report import Report, Skipped
from sociable.output import text_report
from sociable.text.style import Style

from tests.output.builders import CLEAN, COUNCIL, EDGES, LOOP, NOTHING, STORY, finding, report, span


def written(of: Report, *, colour: bool = False, width: int = 80, verbose: bool = False) -> str:
    out = StringIO()
    text_report.write(of, out, Style(colour, width, verbose))
    return out.getvalue()


def test_what_a_rule_says_again_in_the_same_words_is_said_once() -> None:
    shown = written(STORY)
    assert shown.count("error[unfollow-shaming]") == 2
    assert shown.count("why:          Leaving is not an offence") == 1
    assert shown.count("people see:   Everyone who follows") == 2
    assert shown.count("sociable explain unfollow-shaming") == 1
    assert shown.count("do:           Keep it to yourselves") == 2


def test_what_a_rule_says_in_other_words_is_said_each_time() -> None:
    place = span(COUNCIL, "council")
    shown = written(report(*(finding(place, why=f"Reason {number}.", people_see="Same.") for number in (1, 2))))
    assert "Reason 1." in shown
    assert "Reason 2." in shown
    assert shown.count("Same.") == 2


def test_two_rules_may_say_the_same() -> None:
    place = span(COUNCIL, "council")
    assert written(report(finding(place, "one", why="Same."), finding(place, "two", why="Same."))).count("Same.") == 2


@pytest.mark.parametrize("rule", READING_RULES)
def test_reading_has_no_page_to_explain(rule: str) -> None:
    assert "sociable explain" not in written(report(finding(span(COUNCIL, "council"), rule, "error")))


def test_findings_come_in_the_order_of_the_report() -> None:
    shown = written(
        report(*(finding(span(COUNCIL, word), message=word) for word in ("help-desk", "council", "weekly")))
    )
    assert shown.index("] help-desk") < shown.index("] council") < shown.index("] weekly")


@pytest.mark.parametrize(
    ("of", "line"),
    [
        (STORY, "3 errors, 1 warning, 1 info in 1 file (14 automations on 4 accounts, 19 rules)"),
        (LOOP, "1 error, 1 warning in 2 files (14 automations on 4 accounts, 19 rules)"),
        (CLEAN, "Nothing to report: 1 file, 14 automations on 4 accounts, 19 rules."),
        (NOTHING, "Nothing was checked: no automation files found. `sociable init` writes a first one."),
        (Report((), ("a.yml",), (), 1, 1, 1), "Nothing to report: 1 file, 1 automation on 1 account, 1 rule."),
    ],
)
def test_the_last_line_sums_up(of: Report, line: str) -> None:
    assert " ".join(written(of).split()).endswith(line)


@pytest.mark.parametrize(
    ("count", "line"),
    [
        (1, "skipped 1 file (-v says which and why)"),
        (3, "skipped 3 files (-v says which and why)"),
    ],
)
def test_skipped_files_are_counted(count: int, line: str) -> None:
    skipped = tuple(Skipped(f"{number}.yml", "no automations") for number in range(count))
    assert line in written(report(skipped=skipped)).splitlines()
    assert "skipped" not in written(report())


@pytest.mark.parametrize(("count", "listed"), [(1, 1), (3, 3), (4, 0)])
def test_why_files_were_skipped_if_nothing_else_is_there(count: int, listed: int) -> None:
    skipped = tuple(Skipped(f"{number}.yml", "no automations") for number in range(count))
    shown = written(report(skipped=skipped)._replace(files=(), findings=()))
    assert shown.count(".yml: no automations") == listed
    assert ("-v says which" in shown) == (not listed)


def test_verbose_lists_skipped_files_and_all_related_places() -> None:
    shown = written(STORY, verbose=True)
    assert "skipped notes/todo.yaml: has no `automations` and no `accounts`" in shown
    assert "-v" not in shown
    assert "copy 8:" not in written(EDGES)
    assert "and 3 more places (-v shows them)" in written(EDGES)
    assert "copy 8:" in written(EDGES, verbose=True)


def test_a_loop_is_walked_through() -> None:
    shown = written(LOOP)
    first, second, back = (
        shown.index(words) for words in ("1. shop-thanks on @shop", "2. blog-back on @blog", "back to 1")
    )
    assert first < second < back
    assert "when @blog follows @shop, @shop follows @blog" in shown
    assert "--> clients/blog.yml:6:9" in shown
    assert "what happens: It settles." in shown
    assert "Nothing ends it sooner because: no step waits" in shown
    assert "In this loop too: `shop-follows`, `blog-follows`, `cafe-follows`." in " ".join(shown.split())
    assert "may happen:   Every round writes a new reply." in shown


def test_colour_is_there_only_when_asked_for() -> None:
    assert "\x1b" not in written(STORY)
    assert "\x1b[1;31merror[unfollow-shaming] \x1b[0m" in written(STORY, colour=True)


@pytest.mark.parametrize("width", [0, 40])
def test_no_terminal_is_too_narrow(width: int) -> None:
    lines = [line for line in written(STORY, width=width).splitlines() if "-->" not in line and "://" not in line]
    assert max(map(len, lines)) <= 40


@pytest.mark.parametrize("width", range(20, 60))
def test_no_line_that_is_begun_for_want_of_room_is_a_command(width: int) -> None:
    said = finding(span(COUNCIL, "council"), message="some words ::error::x and ::stop-commands::y")
    assert not [line for line in written(report(said), width=width).splitlines() if line.lstrip().startswith("::")]
