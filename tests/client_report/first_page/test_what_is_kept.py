"""What goes on because somebody decided to keep it: told, and never as if nothing had been found."""

import re

from sociable.client_report.compose import compose
from sociable.client_report.pages.markdown_page import markdown
from sociable.client_report.wording.frame import built_in

from tests.client_report.reports import answer, examined, report_of, wishes

KEPT = """\
accounts:
  praxis: {{platform: instagram, handle: "@praxis", run_by: business, inbox: {{read_by: Lea}}, pause: {pause}}}
automations:
  - id: Hello
    account: praxis
    when: followed
    do: [{{follow: event.user}}]  # sociable: ignore[auto-follow-back]{until} -- the board wants it
"""


def said(key: str, text: str) -> str:
    return " ".join(each.text for each in answer(report_of(text), key))


def test_where_all_of_it_is_accepted_what_goes_on_is_told_with_its_day_and_what_is_against_it() -> None:
    text = KEPT.format(pause="Lea", until=" until=2027-12-01")
    then = said("otherwise", text)
    assert "kept on purpose until 1 December 2027: @praxis follows back whoever follows it" in then
    assert "(No. 1)" in then
    assert "People see: A new follower is followed back" in then
    assert "It goes against Instagram's own rules." in then
    assert built_in().say("first_page", "otherwise_nothing") not in then
    assert built_in().say("first_page", "otherwise_kept") in then
    assert said("first", text) == built_in().say("first_page", "nothing_open")


def test_without_a_day_none_is_told() -> None:
    assert "as it is kept on purpose: @praxis" in said("otherwise", KEPT.format(pause="Lea", until=""))


def test_of_many_decisions_the_first_are_told_and_the_others_counted() -> None:
    more = "".join(
        f"  - {{id: x{n}, account: praxis, when: followed, do: [{{follow: event.user}}]}}"
        "  # sociable: ignore[auto-follow-back] -- so\n"
        for n in range(4)
    )
    then = said("otherwise", KEPT.format(pause="Lea", until="") + more)
    kept = then.count("as it is kept on purpose")
    left = re.search(r"(\d+) more (?:is|are) kept on purpose", then)
    assert kept == 3
    assert left is not None


def test_a_rule_that_fits_what_is_accepted_is_not_said_to_fit_nothing() -> None:
    post = "  - {id: ad, account: praxis, when: {event: schedule, every: 1 day}, do: [{post: Hello}]}\n"
    text = markdown(compose(examined(KEPT.format(pause="false", until="") + post), wishes()), built_in())
    assert "Agree on a change to @praxis first" in text
    assert "Of the rules of Instagram" not in text
