"""Questions that somebody has who is handed a report, written down before it was: it has to answer them by itself.

Of ``examples/agency``, written in our format, and ``examples/garden-centre``, exported from other tools. Answers are
looked for in what is read, under the heading where somebody would look.
"""

import re

import pytest
from sociable.client_report.compose import compose
from sociable.client_report.pages.html_page import html
from sociable.client_report.wording.frame import built_in
from sociable.pipeline import Request, examine

from tests.client_report.parsed import Parsed
from tests.client_report.reports import ROOT, answer, wishes

FIRST = "What has to be done first, and why?"
WHO = "Who does it: which automation, on which account? And whom can one ask to change it?"
OTHERWISE = "What happens if nobody changes it?"
FINE = "What is fine, and how is that known?"
UNSEEN = "What could not be seen?"
ANSWERS = {
    "agency": {
        FIRST: (
            (
                "What to switch off first",
                "Do not switch it on again as it is: it goes against Bluesky's own rules.",
            ),
            (
                "What to switch off first",
                "“energy-thanks” on @town-energy.example: @town-energy.example follows back whoever follows it, and",
            ),
            ("What to switch off first", "“gym-thanks” on @gym-north.example"),
            ("What was found", "No. 1"),
        ),
        WHO: (
            (
                "What was found",
                "Which automation: energy-thanks on @town-energy.example, gym-thanks on @gym-north.example",
            ),
            ("What was found", "Whom to ask: Duty engineer can stop it."),
            (
                "What was found",
                "Whom to ask: No file says who can stop it: start with @gym-owner.example, who is responsible for",
            ),
            ("What was found", "Which automation: gym-sale on @gym-north.example, gym-sale on @gym-south.example"),
        ),
        OTHERWISE: (
            ("What was found", "It stops by itself once everybody has been reached"),
            ("What was found", "Here one machine says so to another, and no person has read anything"),
            ("What was found", "every automatic way of producing followers or interactions counts as spam"),
        ),
        FINE: (
            ("What people experience", "Nothing was found about this."),
            (
                "What is fine",
                "visitor-questions on @harbour-museum.example: nothing was found about it; nothing of it is noticed",
            ),
            (
                "What is fine",
                "outage-questions on @town-energy.example: nothing was found about it; answers only when",
            ),
        ),
        UNSEEN: (
            ("Questions to whoever set this up", "Who can stop all automations at once, also at night?"),
            ("Questions to whoever set this up", "How soon are people answered?"),
            ("How this was checked", "whether the files say what is really set up, only whoever set it up can say"),
            (
                "How this was checked",
                "We do not know how often people write, follow or order.",
            ),
            (
                "How this was checked",
                "Who can switch off what runs on @harbour-museum.example, @harbour_museum_shop, @gym-north.example",
            ),
            ("How this was checked", "In which countries the readers of @harbour-museum.example"),
            ("How this was checked", "How often these run: “outages” on @town-energy.example"),
            ("How this was checked", "This is no legal advice."),
        ),
    },
    "garden-centre": {
        FIRST: (
            (
                "What to switch off first",
                "Do not switch it on again as it is: it goes against Bluesky's own rules.",
            ),
            (
                "What to switch off first",
                "“Welcome new followers” on @fernhill.example (Bluesky): @fernhill.example (Bluesky) writes in private",
            ),
        ),
        WHO: (
            ("What was found", "Which automation: Welcome new followers on @fernhill.example (Bluesky)"),
            ("What was found", "Which automation: Answer comments on @fernhill.example (Instagram)"),
            ("What was found", "Which automation: Tip of the week on “Fernhill Garden Centre” (LinkedIn)"),
            ("What was found", "Which account: @fernhill.example (Bluesky)"),
            ("What was found", "Whom to ask: Petra can stop it."),
        ),
        OTHERWISE: (
            ("What was found", "They only follow the account, and a private message comes that no person"),
            ("What was found", "People who write and hear nothing conclude that nobody is there, and leave."),
            ("What was found", "When one of them is wrong, it stands under the name of the account."),
            ("What was found", "Sooner or later the AI promises something untrue"),
        ),
        FINE: (
            (
                "What is fine",
                "Tip of the week on @fernhill.example (Bluesky): nothing was found about it; a person says yes before",
            ),
            ("What is fine", "@fernhill.example (Instagram): what people write is read by Petra; Petra can stop it"),
        ),
        UNSEEN: (
            ("Questions to whoever set this up", "Who runs this account"),
            ("Questions to whoever set this up", "How soon are people answered?"),
            ("Questions to whoever set this up", "Does the profile say that it is automated?"),
            ("How this was checked", "They did not look into the tools themselves"),
            (
                "How this was checked",
                "Whether a company, an association or one person runs @fernhill.example (Bluesky)",
            ),
            ("How this was checked", "What an AI will write, in “Answer comments” on @fernhill.example (Instagram)"),
            (
                "How this was checked",
                "Whether the tools are set up as the files say, and what people really get to see.",
            ),
        ),
    },
}


FIRST_PAGE = {
    "agency": {
        "first": (
            "Switch off “energy-thanks” on @town-energy.example: @town-energy.example follows back whoever follows it",
            "Then “gym-thanks” on @gym-north.example",
            "Then, in time, agree on a change to “gym-sale” on @gym-north.example and “gym-sale” on @gym-south.example",
            "publish the same thing on Bluesky (in “gym-sale”) (No. 3). It runs on 2 January 2027 at 09:00",
            "Nothing has to stop now on @harbour-museum.example (nothing was found that people notice, but 2 questions",
        ),
        "who": (
            "On @town-energy.example: duty engineer can stop it; what people write there is read by customer service.",
            "start with @gym-owner.example, who is responsible",
        ),
        "otherwise": (
            "On @town-energy.example and @gym-north.example people see: A new follower is followed back",
            "Bluesky (No. 1, No. 2 and No. 4): An account that breaks its rules can be restricted",
        ),
        "fine": ("On @harbour-museum.example this is everything: “picture-of-the-day”, “visitor-questions” and “",),
        "unseen": (
            "who can switch off what runs on all accounts but @town-energy.example",
            "Whether they are switched on, and set up as the files say",
        ),
    },
    "garden-centre": {
        "first": (
            "Switch off “Welcome new followers” on @fernhill.example (Bluesky)",
            "“Tip of the week” on @fernhill.example (Bluesky) has the same switch, so switching it off stops that too",
            "or agree until then what to change in it.",
            "Petra can stop it; “Tip of the week” on",
            "“Fernhill Garden Centre” (LinkedIn) publishes what an AI wrote, and no person reads it first (No. 3).",
            "Then agree soon, because of the law in the European Union, if readers live there (“Regulation (EU)",
            "And on a change to @fernhill.example (Bluesky): @fernhill.example (Bluesky) speaks in public",
            "Nothing has to stop now on @fernhill.example (Instagram)",
        ),
        "who": (
            "On @fernhill.example (Bluesky): Petra can stop it; nobody reads what people write there.",
            "ask Petra, who can stop all that runs on the account; what people write there is read by the same.",
        ),
        "otherwise": (
            "a private message comes that no person wrote",
            "If readers live there, the law in the European Union may be broken by No. 2",
            "Ask a lawyer.",
        ),
        "fine": ("On @fernhill.example (Bluesky): “Tip of the week” (but one switch with what No. 3 is about).",),
        "unseen": ("in which countries the readers of all 3 accounts live", "what an AI will write, in 3 automations"),
    },
    "silent-thinker": {
        "first": (
            "Nothing has to be done today. Look at this first:",
            "publish the same thing on Mastodon (in “evening-blog” and “listening-evening-blog”) (No. 1)",
            "Then look at @thinker@example.social (“Speaking without listening”, No. 2)",
        ),
        "who": (
            "only that it belongs to one person: find out who has the password",
            "start with the thinker, who reads what people",
        ),
        "otherwise": ("On @thinker@example.social people see: People ask something under a post",),
        "fine": (
            "In 3 of 5 automations nothing was found.",
            "On @thinker@example.social: “morning-thought” (but it begins with the same sentence as",
        ),
        "unseen": ("who can switch off what runs on", "in which countries the readers"),
    },
    "shaming-council": {
        "first": (
            "Switch off “name-and-shame” on @example_council: @example_council tells everyone who it was that left",
            "Then one of these two, not both: “good-council-news” on @good_council or “council-news” on @example",
            "With one of them off, the other may go on; if only one of them is still in use",
        ),
        "who": (
            "On @example_council: no file names anybody, only that it belongs to a public body: find out who has",
            "On @good_council: duty officer can stop it; what people write there is read by press office",
        ),
        "otherwise": (
            "A person who quietly left finds their name in public",
            "X (No. 1): An app that",
            "X (No. 2): An account that",
        ),
        "fine": ("On @good_council: “count-who-left” and “questions-to-the-office”",),
        "unseen": (
            "who can switch off what runs on @example_council",
            "who reads what people write to @example_council",
        ),
    },
}
"""What the first page has to answer by itself, by the keys of its questions."""


@pytest.mark.parametrize("example", FIRST_PAGE)
def test_the_first_page_answers(example: str) -> None:
    content = compose(examine(Request((str(ROOT / "examples" / example),))), wishes())
    for key, said in FIRST_PAGE[example].items():
        told = " ".join(each.text for each in answer(content, key))
        for each in said:
            assert each in told, key
    page = html(content, built_in())
    assert page.index('class="says answers"') < page.index("<nav")


def sections(example: str) -> dict[str, str]:
    """What is read below each heading of the second level."""
    page = html(compose(examine(Request((str(ROOT / "examples" / example),))), wishes()), built_in())
    pieces = re.split(r"<h2 id=\"[a-z]+-h\">(.*?)</h2>", page[page.index("<main") : page.index("</main>")])
    return {title: _read(piece) for title, piece in zip(pieces[1::2], pieces[2::2], strict=True)}


def _read(piece: str) -> str:
    text = re.sub(r"<[^>]+>", " ", piece)
    return re.sub(r" ([.,:;)])", r"\1", " ".join(Parsed(f"<p>{text}</p>").text.split()))


@pytest.mark.parametrize("example", ANSWERS)
def test_the_report_answers(example: str) -> None:
    read = sections(example)
    for question, answers in ANSWERS[example].items():
        for heading, expected in answers:
            (section,) = (text for title, text in read.items() if title.startswith(heading))
            assert expected in section, question
