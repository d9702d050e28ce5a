"""Stories from the press, told as automation files in `examples/incidents`: the right rule speaks of each."""

import re
from pathlib import Path

import pytest
from sociable.findings.problem import READING_RULES
from sociable.pipeline import Request, check

FOLDER = Path(__file__).parents[2] / "examples/incidents"
FILES = {path.stem: path for path in sorted(FOLDER.glob("*.yml"))}

SPOKEN_OF_BY = {
    "airline-2013": {"canned-reply-to-complaint"},
    "bank-2013": {"canned-reply-to-complaint"},
    "broadcast-2012": {"silent-inbox"},
    "condolence-2012": {"canned-reply-to-complaint"},
    "dress-2012": {"trend-hijacking"},
    "follow-tools-2019": {"follow-churn", "follow-the-followers", "welcome-dm"},
    "good-morning-2012": {"no-pause"},
    "happy-pictures-2015": {"unmoderated-echo"},
    "jersey-2014": {"unsolicited-mention"},
    "memorial-day-2022": {"no-pause"},
    "reply-spam-2026": {"unreviewed-ai-reply", "unsolicited-reply"},
    "selfies-2017": {"unmoderated-echo"},
    "sleepy-time-2013": {"no-pause"},
    "unfollow-tools-2011": {"unfollow-shaming"},
}
"""The rules that have to speak of each story, with a warning or an error."""

REPAIRS = [
    ("airline-2013", "      - reply:", "      - assign: the desk\n      - reply:"),
    ("broadcast-2012", "inbox: unread", "inbox: {read_by: the desk}"),
    ("happy-pictures-2015", "    when:", "    approval: human\n    when:"),
    ("jersey-2014", "    when:", "    approval: human\n    when:"),
    ("selfies-2017", "    when:", "    approval: human\n    when:"),
    ("sleepy-time-2013", "pause: false", "pause: duty officer"),
    ("unfollow-tools-2011", "post:", "notify:"),
]
"""One change to a story that would have kept it from happening."""


def test_there_is_a_row_for_every_story() -> None:
    assert SPOKEN_OF_BY.keys() == FILES.keys()


@pytest.mark.parametrize("name", FILES)
def test_the_right_rule_speaks(name: str) -> None:
    report = check(Request((str(FILES[name]),)))
    assert report.automations
    assert not [finding.message for finding in report.findings if finding.rule in READING_RULES]
    grave = {finding.rule for finding in report.findings if finding.severity != "info"}
    assert SPOKEN_OF_BY[name] <= grave


@pytest.mark.parametrize(("name", "before", "after"), REPAIRS)
def test_what_would_have_kept_it_from_happening(name: str, before: str, after: str) -> None:
    text = FILES[name].read_text(encoding="utf-8")
    assert before in text
    report = check(Request((), stdin=("a.yml", text.replace(before, after).encode())))
    assert report.automations
    assert [finding.rule for finding in report.findings if finding.severity != "info"] == []


@pytest.mark.parametrize("name", FILES)
def test_each_story_says_where_it_is_from_and_how_sure_it_is(name: str) -> None:
    comment, _, rest = FILES[name].read_text(encoding="utf-8").partition("\nsociable: 1\n")
    year = name.rpartition("-")[2]
    assert year in comment
    assert "\n# How sure: " in comment
    assert re.search(r"\n# Sources, seen 23 November 2026:\n(# - .+ https?://\S+\n)+", comment)
    assert '"@example_' in rest, "nobody's real account"
