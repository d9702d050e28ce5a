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
"""


def finding(fix: str, report: str = 's: "x"') -> Finding:
    tail = f'because "b"\nsuggest "c"\nfix {fix}' if fix else 'because "b"\nsuggest "c"'
    (only,) = found(facts(STORY), rule("step s", report=f"report {report}", tail=tail))
    return only


def told(fix: str, form: str = "text", report: str = 's: "x"') -> str:
    out = StringIO()
    write("report", Report((finding(fix, report),), ("a.yml",), (), 1, 1, 1), out, form, Style(width=100))
    return out.getvalue()


@pytest.mark.parametrize(
    ("fix", "safety", "words", "place"),
    [
        ("unsafe: replace s with notify", "unsafe", "replace this step by a private `notify`", "dm"),
        ("unsafe: replace s with reply", "unsafe", "replace this step by `reply`", "dm"),
        ("unsafe: remove s.automation", "unsafe", "take this automation out", "hello"),
        ("safe: set approval of s to human", "safe", "write `approval: human` in this step", "dm"),
    ],
)
def test_what_to_change(fix: str, safety: str, words: str, place: str) -> None:
    change = finding(fix).fix
    assert change is not None
    assert (change.safety, change.words, change.span.text) == (safety, words, place)


def test_a_rule_need_not_know_what_to_change() -> None:
    assert finding("").fix is None
    assert "fix (" not in told("")
    assert '"fix": null' in told("", "json")


def test_it_is_told_after_the_advice() -> None:
    lines = told("unsafe: replace s with notify").splitlines()
    number = lines.index("  do:           c")
    assert lines[number + 1] == "  fix (unsafe): replace this step by a private `notify`."


def test_where_it_is_elsewhere_its_place_is_told() -> None:
    assert "  fix (unsafe): take this step out (a.yml:9:9)." in told("unsafe: remove s", report='s.text: "x"')
    assert "take this automation out (a.yml:5:9)." in told("unsafe: remove s.automation")


@pytest.mark.parametrize("form", ["github", "sarif"])
def test_other_formats_tell_it_as_a_paragraph(form: str) -> None:
    assert "Fix (unsafe): take this step out." in told("unsafe: remove s", form)


def test_programs_get_it_in_parts() -> None:
    assert '"fix": {"safety": "safe", "words": "write `approval: human` in this step", "place": {' in told(
        "safe: set approval of s to human", "json"
    )
