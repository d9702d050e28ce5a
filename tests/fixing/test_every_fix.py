"""Every fix of every example and case: what it leaves as it is, and that nothing gets worse."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from sociable.findings.finding import SEVERITIES, Finding
from sociable.findings.report import Report
from sociable.fixing.rounds import Fixed, edited
from sociable.pipeline import check
from sociable.rulebook.rulebook import load
from sociable.vocabulary.values import DEFAULT_PROFILE

from tests.fixing.fixing import asked, fixed
from tests.setups import example_texts

ROOT = Path(__file__).parents[2]
FOLDERS = ("examples", "tests/kinds/inputs", "../shared/cases/inputs")


@cache
def texts() -> dict[str, bytes]:
    """Every file there is, once; those that lie outside of the project only where they are there."""
    found = {name: text.encode("utf-8", "surrogatepass") for name, text in example_texts().items()}
    paths = [path for folder in FOLDERS for path in sorted((ROOT / folder).glob("*.y*ml"))]
    by_text = {text: name for name, text in found.items()}
    for path in paths:
        by_text.setdefault(path.read_bytes(), "/".join(path.parts[-3:]))
    return {name: text for text, name in by_text.items()}


def gravity(report: Report) -> tuple[int, ...]:
    """How many findings there are of each severity, the gravest first; accepted ones count."""
    counts = Counter(each.severity for each in (*report.findings, *report.suppressed, *report.kept))
    return tuple(counts[severity] for severity in reversed(SEVERITIES))


def by_itself(finding: Finding, data: bytes) -> None:
    """Put the edits of one fix in, and look for all other bytes where they were."""
    assert finding.fix is not None
    edits = sorted(finding.fix.edits, key=lambda each: each.span.start)
    source = edits[0].span.source
    changed = edited(data, source, edits)
    at = before = 0
    for edit in edits:
        start, end = (len(source.text[:offset].encode()) for offset in edit.span[1:])
        assert changed[at : at + start - before] == data[before:start]
        at += start - before
        assert changed[at : at + len(edit.text.encode())] == edit.text.encode()
        at, before = at + len(edit.text.encode()), end
    assert changed[at:] == data[before:]


def ends_by_itself(finding: Finding, before: Report, data: bytes) -> None:
    """Put the edits of one fix in, and look that its finding is gone and that nothing else goes wrong for it.

    What this finding was told instead of may come to light, and of our own loop what a stranger's machine makes of it.
    """
    assert finding.fix is not None
    edits = sorted(finding.fix.edits, key=lambda each: each.span.start)
    after = check(asked(edited(data, edits[0].span.source, edits)))
    assert finding.fingerprint not in {each.fingerprint for each in after.findings}
    known = Counter(each.rule for each in before.findings)
    grave = Counter(each.rule for each in after.findings if each.severity != "info")
    expected = {*COMES_TO_LIGHT.get(finding.rule, ()), *finding.also}
    assert set(grave - known) <= expected, finding.rule


COMES_TO_LIGHT = {
    **dict.fromkeys(("message-loop", "reply-loop", "repost-ring", "runaway-branch"), ("mirror-loop",)),
    "auto-follow-loop": ("mirror-loop", "follow-the-followers"),
    "auto-follow-back": ("mirror-loop", "follow-the-followers", "unfollow-retaliation"),
    "judged-by-machine": ("hidden-criticism",),
    "no-limit": ("repost-ring",),  # with a limit it grows no more, and `runaway-branch` is silent
}
"""Rules that look at what another one has told already, or that only speak once nothing graver goes round."""


@pytest.mark.parametrize("name", texts())
def test_a_fix_changes_what_it_says_and_makes_nothing_worse(name: str) -> None:
    data = texts()[name]
    before = check(asked(data))
    mended = [each for each in before.findings if each.fix and each.fix.edits]
    for each in mended:
        by_itself(each, data)
        ends_by_itself(each, before, data)
    if mended and (found := fixed(data)).contents:
        assert found.fixed
        assert gravity(found.report) <= gravity(before)


PAGES = [page for page in load(str(Path(ROOT, "rules"))).rules if page.rule.fix]


@pytest.mark.parametrize("name", [page.name for page in PAGES])
def test_a_rule_with_a_fix_has_an_example_that_it_mends(name: str) -> None:
    assert next(mended_by(name), None)


def fixed_for(name: str, text: str) -> Fixed:
    """What the fix of one page comes to, under the first profile for which that page is."""
    (page,) = (each for each in PAGES if each.name == name)
    profile = next(iter(page.rule.profiles), DEFAULT_PROFILE)
    return fixed(text.encode(), profile=profile, select=(name,))


def mended_by(name: str) -> Iterator[tuple[str, Fixed]]:
    """The examples of a page that its own fix mends, and what that comes to."""
    for text in (text for title, text in example_texts().items() if title.startswith(f"{name}: ")):
        found = fixed_for(name, text)
        if any(each.rule == name for each in found.fixed):
            yield text, found


@pytest.mark.parametrize("ends", ["\r\n", "\r"], ids=repr)
@pytest.mark.parametrize("name", [page.name for page in PAGES])
def test_a_fix_keeps_the_line_ends_of_a_file(name: str, ends: str) -> None:
    text, found = next(mended_by(name))
    others = fixed_for(name, text.replace("\n", ends))
    assert others.contents == {path: data.replace(b"\n", ends.encode()) for path, data in found.contents.items()}


def test_many_rules_have_a_fix() -> None:
    assert len(PAGES) >= 15
