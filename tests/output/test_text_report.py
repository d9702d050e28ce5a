import re
from io import StringIO
from typing import Any

import pytest
from sociable.findings.finding import SEVERITIES, Change, Clause, Fix
from sociable.findings.problem import READING_RULES
from sociable.findings.report import Coverage, Entry, Fixes, Part, Report, Skipped
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
        shown.index(words) for words in ("1. `shop-thanks` on @shop", "2. `blog-back` on @blog", "back to 1")
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


PLACE = span(COUNCIL, "council")
FIX = Fix("safe", "write `a`", PLACE, Change("set", "step"))
ENTRY = Entry("a", "b", "info", (), "c", "d.yml", "e")
NOT_READ = Coverage("n8n", (Part("Odd\x1b[31m", PLACE, "not-understood", "unknown-node"), Part("Post", PLACE, "told")))


def last_lines(of: Report) -> str:
    """The end of a report, as one line."""
    return " ".join(written(of, width=400).split("\n\n")[-1].split())


@pytest.mark.parametrize(
    ("safeties", "says"),
    [
        (("safe",), "1 can be fixed with --fix"),
        (("safe", "safe", "unsafe"), f"2 can be fixed with --fix, 1 more with --unsafe-fixes{text_report._UNSAFE}"),
        (("unsafe", "unsafe"), f"2 can be fixed with --unsafe-fixes{text_report._UNSAFE}"),
    ],
)
def test_how_many_can_be_fixed(safeties: tuple[str, ...], says: str) -> None:
    found = (finding(PLACE, str(at))._replace(fix=FIX._replace(safety=each)) for at, each in enumerate(safeties))
    assert last_lines(report(*found)).endswith(f"; {says}")


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"fixes": Fixes(2, 0)}, "2 fixed"),
        ({"fixes": Fixes(0, 3)}, f"0 fixed, 3 more can be with --unsafe-fixes{text_report._UNSAFE}"),
        ({"suppressed": (finding(PLACE),)}, "1 suppressed"),
        ({"kept": (finding(PLACE), finding(PLACE))}, "2 kept by the baseline"),
        ({"stale": (ENTRY,)}, "1 line of the baseline is found no more (`sociable baseline prune` takes it out)"),
        (
            {"stale": (ENTRY, ENTRY)},
            "2 lines of the baseline are found no more (`sociable baseline prune` takes them out)",
        ),
    ],
)
def test_what_is_not_told_is_counted(fields: dict[str, Any], says: str) -> None:
    lines = last_lines(report()._replace(**fields))
    assert lines == f"Nothing to report: 1 file, 14 automations on 4 accounts, 19 rules; {says}."


@pytest.mark.parametrize(
    ("severities", "says"),
    [
        (("info", "info"), "2 info"),
        (("info",), "1 info"),
        (("warning", "warning", "error"), "1 error, 2 warnings"),
    ],
)
def test_findings_are_counted_by_severity(severities: tuple[str, ...], says: str) -> None:
    found = (finding(PLACE, str(at), each) for at, each in enumerate(severities))
    assert last_lines(report(*found)).endswith(f"{says} in 1 file (14 automations on 4 accounts, 19 rules)")


def test_a_file_that_could_not_be_read_is_counted_and_one_that_was_is_not_twice() -> None:
    found = (finding(PLACE, each) for each in ("some-rule", next(iter(READING_RULES))))
    assert "in 2 files" in last_lines(report(*found)._replace(files=("other.yml",)))
    assert "in 1 file " in last_lines(report(finding(PLACE))._replace(files=("other.yml",)))


def test_counts_by_rule_stand_below_each_other() -> None:
    many = [finding(PLACE, "often", message=str(each)) for each in range(12)]
    shown = written(report(finding(PLACE, "once", "error"), *many))
    assert "\n   1 error   once\n  12 warning often\n" in shown


def test_what_of_another_tool_was_understood() -> None:
    of = report()._replace(coverage={"w\x1b.json": NOT_READ})
    assert written(of, width=100).startswith(
        "w\\u{1b}.json: read as n8n, 1 of 2 nodes that start or act understood (-v lists the rest)\n"
    )
    assert written(of, width=100, verbose=True).splitlines()[:2] == [
        r"w\u{1b}.json: read as n8n, 1 of 2 nodes that start or act understood",
        r"  clients/council/automations.yml:5:14 “Odd\u{1b}[31m”: there is no row for this kind of node",
    ]


CLAUSES = (
    Clause(
        "when", "a", True, "it says so", PLACE, (Clause("", "b", True, "for this", None, (), "as below"),), "as it is"
    ),
    Clause("unless", "c", False, "nothing says so", None, (), "nobody asked"),
)


@pytest.mark.parametrize("of", [STORY, LOOP, EDGES, NOTHING], ids=["story", "loop", "edges", "nothing"])
def test_colours_change_no_word(of: Report) -> None:
    told = of._replace(
        findings=tuple(each._replace(why_held=CLAUSES) for each in of.findings) * 3,
        coverage={"w.json": NOT_READ},
        configured_by=("sociable.toml",),
    )
    for verbose in (False, True):
        coloured = written(told, colour=True, verbose=verbose)
        assert re.sub(r"\x1b\[[0-9;]+m", "", coloured) == written(told, verbose=verbose)
        assert coloured.count("\x1b[0m") * 2 == coloured.count("\x1b[")


@pytest.mark.parametrize("severity", SEVERITIES)
def test_what_a_severity_is_said_of_has_its_colour(severity: str) -> None:
    codes = {"error": "1;31", "warning": "1;35", "info": "1;36"}
    out = StringIO()
    text_report.write(report(*(finding(PLACE, "a", severity) for _ in range(5))), out, Style(True, verbose=True))
    lead = f"\x1b[{codes[severity]}m"
    assert f"{lead}{severity}[a] \x1b[0m" in out.getvalue()
    assert f"{lead}  5 {severity:<8}\x1b[0m" in out.getvalue()


def test_what_held_has_its_labels_in_bold() -> None:
    shown = written(report(finding(PLACE, why_held=CLAUSES)), colour=True)
    assert re.search(r"\x1b\[1m  because: +\x1b\[0m", shown)
    assert re.search(r"\x1b\[1m  no excuse: +\x1b\[0m", shown)
