"""What is told first: what people notice, by name, and in one order in the headline and in what to do."""

from sociable.client_report.content.content_of_report import Content

from tests.client_report.reports import answer, report_of

FILE = """\
accounts:
  quay: {{platform: mastodon, handle: "@quay@sea.example", pause: Ann, inbox: {{read_by: Ann}}, automated_label: true}}
automations:
  - id: answers
    account: quay
    when: mentioned
    do: [{{reply: "Hello"}}]{note}
"""
IDLE = "  # sociable: ignore[no-such-rule] -- the board wants it"


def first(content: Content) -> str:
    return " ".join(each.text for each in answer(content, "first"))


def test_notes_to_the_check_come_after_what_people_notice_and_in_words() -> None:
    content = report_of(FILE.format(note=IDLE))
    told = first(content)
    assert told.index("“answers” on @quay@sea.example first") < told.index(
        "a note in a file: It was meant to keep on purpose"
    )
    assert "no-such-rule" not in told
    rules = [group.rule for gravity in content.gravities for group in gravity.groups if gravity.severity == "warning"]
    assert rules[-1] == "unknown-suppressed-rule"


def test_what_is_to_be_changed_first_is_named() -> None:
    assert "Agree on a change to “answers” on @quay@sea.example first" in first(report_of(FILE.format(note="")))
