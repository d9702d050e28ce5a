"""What a change does to people, for people: what is new and what got worse in full, the rest a line each."""

from collections.abc import Iterable, Iterator

from sociable.findings.finding import Finding, by_gravity
from sociable.output.text_report import Page, links_of
from sociable.records.static import TextIO
from sociable.review.compare import Changed, Comparison
from sociable.sources.dates import day_or_now
from sociable.text.style import Style
from sociable.text.wording import counted, sentence

NEW_LOOPS, NEW = "New loops", "People will newly meet"
ACCEPTED, INFOS = "New, and accepted", "New, for your information"
WORSE, BETTER, EDITED, GONE = "Worse", "Better", "Edited, and still found", "What stops"


def write(changes: Comparison, out: TextIO, style: Style) -> None:
    """Write each part under its heading, the gravest first, and a summary."""
    page = Page(out, style)
    page.pages = {each.name: each for each in changes.pages}
    page.today = day_or_now(changes.today)
    page.links = links_of(changes.pages) if style.links else {}
    for heading, findings in new_parts(changes):
        _heading(page, heading, len(findings))
        for finding in findings:
            page.finding(finding)
    for heading, lines in quiet_parts(changes):
        _lines(page, heading, lines)
    if changes.worse:
        _heading(page, WORSE, len(changes.worse))
    for each in changes.worse:
        page.paragraph(f"was {called(each.was)}:", style="label")
        page.finding(each.finding)
    for heading, lines in milder_parts(changes):
        _lines(page, heading, lines)
    for line in unread(changes):
        page.paragraph(line, style="warning")
    page.paragraph(summary(changes), style="strong")


def new_parts(changes: Comparison) -> Iterator[tuple[str, list[Finding]]]:
    """What is new, is more than an info and was accepted by nobody: loops before everything else."""
    loud = [each for each in by_gravity(changes.new) if each.suppressed is None and each.severity != "info"]
    loops, others = [each for each in loud if each.loop], [each for each in loud if not each.loop]
    yield from ((heading, part) for heading, part in ((NEW_LOOPS, loops), (NEW, others)) if part)


def quiet_parts(changes: Comparison) -> Iterator[tuple[str, list[str]]]:
    """What is new and accepted by somebody, which people meet all the same, and infos, a line each."""
    new = by_gravity(changes.new)
    yield ACCEPTED, [line_of(each, each.suppressed.reason) for each in new if each.suppressed]
    yield INFOS, [line_of(each) for each in new if each.severity == "info" and not each.suppressed]


def milder_parts(changes: Comparison) -> Iterator[tuple[str, list[str]]]:
    """What got better, what was edited without getting better, and what is gone, a line each."""
    yield BETTER, [line_of(each.finding, f"was {called(each.was)}") for each in changes.better]
    yield EDITED, [line_of(each.finding) for each in changes.edited]
    yield GONE, [f"{each.file}: {each.severity}[{each.rule}] {each.message}" for each in changes.gone]


def line_of(finding: Finding, remark: str = "") -> str:
    """A finding in a line."""
    behind = f" ({remark})" if remark else ""
    return f"{finding.span}: {finding.severity}[{finding.rule}] {finding.message}{behind}"


def called(severity: str) -> str:
    """A severity with its article."""
    return {"info": "an info", "warning": "a warning", "error": "an error"}[severity]


def unread(changes: Comparison) -> Iterator[str]:
    """How much was not compared, because nobody can tell what it says."""
    counts = zip(changes.unread, ("before", "now"), strict=True)
    if places := ", ".join(f"{counted(count, 'place')} {when}" for count, when in counts if count):
        yield f"Not compared, because it makes no sense: {places}. `sociable check` says why."


def summary(changes: Comparison) -> str:
    """How much of what."""
    as_before = counted(changes.kept, "finding")
    if not changes:
        return f"Nothing changes for people: {as_before} as before."
    loops = len(changes.loops)
    counts = (
        (sum(len(each.members) for each in changes.new), f"new ({counted(loops, 'loop')})" if loops else "new"),
        (_places(changes.worse), "worse"),
        (_places(changes.better), "better"),
        (_places(changes.edited), "edited"),
        (len(changes.gone), "gone"),
        (changes.kept, "as before"),
    )
    return sentence(", ".join(f"{count} {what}" for count, what in counts if count))


def _places(parts: Iterable[Changed]) -> int:
    return sum(len(each.finding.members) for each in parts)


def _heading(page: Page, heading: str, count: int) -> None:
    page.paragraph(f"{heading} ({count})", style="strong")
    page.line()


def _lines(page: Page, heading: str, lines: Iterable[str]) -> None:
    lines = [*lines]
    if lines:
        _heading(page, heading, len(lines))
        for line in lines:
            page.paragraph(line, "  ", 4)
        page.line()
