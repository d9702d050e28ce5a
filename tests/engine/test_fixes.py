"""What a finding says to change."""

from io import StringIO

import pytest
from sociable.findings.finding import Finding
from sociable.findings.report import Report
from sociable.output.formats import write
from sociable.text.style import Style

from tests.engine.rules import found, rule
from tests.setups import facts

STORY = """
accounts: {shop: {platform: x}}
automations:
  - id: hello
    account: shop
    when: followed
    do:
      - dm:
          text: Hello
      - notify: us
"""


def finding(fix: str, report: str = 's: "x"') -> Finding:
    (only,) = found(facts(STORY), rule("step s", "s.verb is dm", report=f"report {report}", tail=_tail(fix)))
    return only


def _tail(fix: str) -> str:
    return f'because "b"\nsuggest "c"\nfix {fix}' if fix else 'because "b"\nsuggest "c"'


def told(fix: str, form: str = "text", report: str = 's: "x"') -> str:
    out = StringIO()
    write("report", Report((finding(fix, report),), ("a.yml",), (), 1, 1, 1), out, form, Style(width=100))
    return out.getvalue()


@pytest.mark.parametrize(
    ("fix", "safety", "words", "place"),
    [
        ("unsafe: replace s with notify", "unsafe", "replace this step by a `notify`, which nobody outside sees", "dm"),
        ("unsafe: replace s with reply", "unsafe", "replace this step by `reply`", "dm"),
        ("unsafe: remove s.automation", "unsafe", "take this automation out", "hello"),
        ("safe: set visibility of s to private", "safe", "write `visibility: private` in this step", "dm"),
        ('safe: set limit of s to "20 per day"', "safe", "write `limit: 20 per day` in this step", "dm"),
        (
            "safe: add own_accounts to ignore of s.automation",
            "safe",
            "add `own_accounts` to `ignore:` of this automation",
            "hello",
        ),
        ('unsafe: begin s.text with "Hi. "', "unsafe", "begin this text with “Hi.”", "Hello"),
        (
            "safe when s.via is unstated: set visibility of s to private",
            "safe",
            "write `visibility: private` in this step",
            "dm",
        ),
    ],
)
def test_what_to_change(fix: str, safety: str, words: str, place: str) -> None:
    change = finding(fix).fix
    assert change is not None
    assert (change.safety, change.words, change.span.text) == (safety, words, place)


def test_there_is_none_where_its_condition_does_not_hold() -> None:
    assert finding("safe when s.via is browser: set visibility of s to private").fix is None


def test_an_automation_of_which_nothing_would_be_left_is_switched_off() -> None:
    (only,) = found(facts(STORY.replace("      - notify: us\n", "")), rule("step s", tail=_tail("unsafe: remove s")))
    assert only.fix is not None
    assert only.fix.words == "switch this automation off (`enabled: false`): it does nothing else"
    assert (only.fix.span.text, only.fix.change.key, only.fix.change.word) == ("hello", "enabled", "false")


def test_a_rule_need_not_know_what_to_change() -> None:
    assert finding("").fix is None
    assert "fix (" not in told("")
    assert '"fix": null' in told("", "json")


def test_it_is_told_after_the_advice() -> None:
    lines = told("unsafe: replace s with notify").splitlines()
    number = lines.index("  do:           c")
    assert lines[number + 1] == "  fix (unsafe): replace this step by a `notify`, which nobody outside sees."


def test_where_it_is_elsewhere_its_place_is_told() -> None:
    assert "  fix (unsafe): take this step out (a.yml:9:9)." in told("unsafe: remove s", report='s.text: "x"')
    assert "take this automation out (a.yml:5:9)." in told("unsafe: remove s.automation")


@pytest.mark.parametrize("form", ["github", "sarif"])
def test_other_formats_tell_it_as_a_paragraph(form: str) -> None:
    assert "Fix (unsafe): take this step out." in told("unsafe: remove s", form)


def test_programs_get_it_in_parts() -> None:
    assert '"fix": {"safety": "safe", "words": "write `visibility: private` in this step", "place": {' in told(
        "safe: set visibility of s to private", "json"
    )
