"""Whatever acts where it is printed, in each place of a finding, in each format: each in its turn."""

import re
from collections.abc import Callable

import pytest
from sociable.findings.finding import Citation, Related
from sociable.findings.report import Report, Skipped
from sociable.output.formats import formats_of, written
from sociable.text.source import Source, Span
from sociable.text.style import Style

from tests.output.builders import COUNCIL, finding, report, span

ACTS = re.compile(r"##\w*\[|section_(?:start|end):|[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069]")
BEGINS = re.compile(r"^\s*::", re.MULTILINE)
SAID = [
    *("::error::x", "##[error]x", "##vso[task.complete]x", "section_start:1:x"),
    *("\x1b[31mx", "\x9b1m", "\u202ex", "\u200bx"),
]
KEY = "gh" + "p_" + "a1B2" * 9
PLACE = span(COUNCIL, "council")


def of(**parts: str) -> Report:
    return report(finding(PLACE, severity="error", **parts))  # type: ignore[arg-type]


def with_source(path: str, text: str) -> Report:
    return report(finding(Span(Source(path, text), 0, len(text)), severity="error"))


PLACES: dict[str, Callable[[str], Report]] = {
    "rule": lambda said: of(rule=said),
    "message": lambda said: of(message=said),
    "people see": lambda said: of(people_see=said),
    "why": lambda said: of(why=said),
    "advice": lambda said: of(advice=said),
    "subject": lambda said: report(finding(PLACE, subjects=(said,))),
    "path": lambda said: with_source(said, "x: 1"),
    "text": lambda said: with_source("a.yml", said),
    "text behind another": lambda said: with_source("a.yml", f"a: {said}\nb: {said}\n"),
    "related words": lambda said: report(finding(PLACE, related=(Related(PLACE, said),))),
    "related path": lambda said: report(finding(PLACE, related=(Related(Span(Source(said, "x"), 0, 1), "here"),))),
    "source": lambda said: report(finding(PLACE, citation=Citation(said, "https://example.org", said, said))),
    "address of the source": lambda said: report(
        finding(PLACE, citation=Citation("X", f"https://example.org/{said}", "seen", "this"))
    ),
    "skipped path": lambda said: report(finding(PLACE), skipped=(Skipped(said, "why"),)),
    "skipped reason": lambda said: report(finding(PLACE), skipped=(Skipped("a.yml", said),)),
}


@pytest.mark.parametrize("form", formats_of("report"))
@pytest.mark.parametrize("place", PLACES)
def test_nothing_acts_and_no_key_is_shown(place: str, form: str) -> None:
    for said in SAID:
        for style in (Style(verbose=True), Style(), Style(colour=False, width=20)):
            text = written("report", PLACES[place](said), form, style)
            assert not ACTS.search(text), (said, text)
            if form != "github":
                assert not BEGINS.search(text), (said, text)
    for said in (KEY, f"\n{KEY}", f"é{KEY} {KEY}"):
        assert KEY[-8:] not in written("report", PLACES[place](said), form, Style(verbose=True))


def test_each_place_is_shown_somewhere() -> None:
    """Else nothing would be tried."""
    for place, made in PLACES.items():
        texts = [written("report", made("shown here"), form, Style(verbose=True)) for form in formats_of("report")]
        assert any("shown" in text for text in texts), place
