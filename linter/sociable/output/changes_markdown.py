"""What a change does to people, as a comment on a pull request."""

from collections.abc import Iterator
from functools import partial

from sociable.output.changes_text import WORSE, called, milder_parts, new_parts, quiet_parts, summary, unread
from sociable.output.markdown_report import LONGEST, inert, unfolding
from sociable.records.static import TextIO
from sociable.review.compare import Comparison
from sociable.sources.dates import day_or_now
from sociable.text.style import Style


def write(changes: Comparison, out: TextIO, style: Style) -> None:
    """Write the summary, and each part under its heading; as much as a comment holds."""
    out.write(f"### sociable: what changes for people\n\n{inert(summary(changes))}\n")
    left = LONGEST
    for entry in _entries(changes):
        left -= len(entry)
        if left < 0:
            out.write("\nThere is more than a comment holds: `sociable diff` tells all of it.\n")
            return
        out.write(entry)


def _entries(changes: Comparison) -> Iterator[str]:
    told = partial(unfolding, today=day_or_now(changes.today), pages={page.name: page for page in changes.pages})
    for line in unread(changes):
        yield f"\n{inert(line)}\n"
    for heading, findings in new_parts(changes):
        yield _heading(heading, len(findings))
        yield from map(told, findings)
    if changes.worse:
        yield _heading(WORSE, len(changes.worse))
    for each in changes.worse:
        yield f"\nWas {called(each.was)}:\n{told(each.finding)}"
    for heading, lines in (*quiet_parts(changes), *milder_parts(changes)):
        if lines:
            yield f"{_heading(heading, len(lines))}\n"
            yield from (f"- {inert(line)}\n" for line in lines)


def _heading(words: str, count: int) -> str:
    return f"\n#### {words} ({count})\n"
