"""Questions that somebody has who is handed a report, written down before it was: it has to answer them by itself.

Of ``examples/agency``. The answers are looked for in what is read, under the heading where somebody would look.
"""

import re

import pytest
from sociable.client_report.compose import compose
from sociable.client_report.frame import built_in
from sociable.client_report.html_page import html

from tests.client_report.parsed import Parsed
from tests.client_report.reports import agency, wishes

QUESTIONS = {
    "What has to be done first?": (
        ("What to switch off first", "switch these off"),
        ("What to switch off first", "energy-thanks on @town-energy.example ( No. 1)"),
        ("What was found", "No. 1"),
    ),
    "Who does it?": (
        ("What was found", "Who does it: energy-thanks on @town-energy.example, gym-thanks on @gym-north.example"),
        ("What was found", "Who does it: gym-sale on @gym-north.example, gym-sale on @gym-south.example"),
    ),
    "What happens if nobody changes it?": (
        ("What was found", "It stops by itself once everybody has been reached"),
        ("What was found", "a community grows in which nobody reads anything"),
        ("What was found", "every automatic way of producing followers or interactions counts as spam"),
    ),
    "What is fine?": (
        ("What people experience", "Nothing was found about this."),
        (
            "What is well made",
            "visitor-questions: nothing of it is noticed outside; hands people on to visitor",
        ),
        ("What is well made", "outage-questions: answers only people who asked; acts once for each person in 1 day"),
    ),
    "What could not be seen?": (
        ("Questions to whoever set this up", "Who can stop all automations at once, also at night?"),
        ("Questions to whoever set this up", "How soon are people answered?"),
        ("How this was checked", "whether the files say what is really set up, whoever set it up answers for"),
        ("How this was checked", "How often people write, follow or order is in no file"),
        ("How this was checked", "This is no legal advice."),
    ),
}


@pytest.fixture(scope="module")
def sections() -> dict[str, str]:
    """What is read below each heading of the second level."""
    page = html(compose(agency(), wishes()), built_in())
    pieces = re.split(r"<h2 id=\"[a-z]+-h\">(.*?)</h2>", page[page.index("<main") : page.index("</main>")])
    return {title: _read(piece) for title, piece in zip(pieces[1::2], pieces[2::2], strict=True)}


def _read(piece: str) -> str:
    text = re.sub(r"<[^>]+>", " ", piece)
    return re.sub(r" ([.,:;)])", r"\1", " ".join(Parsed(f"<p>{text}</p>").text.split()))


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_report_answers(question: str, sections: dict[str, str]) -> None:
    for heading, answer in QUESTIONS[question]:
        (section,) = (text for title, text in sections.items() if title.startswith(heading))
        assert answer in section
