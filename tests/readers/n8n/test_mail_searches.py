"""What a search of a mailbox says of every mail that it finds."""

import pytest
from sociable.readers.n8n.mail_searches import asked_of_mails

from tests.readers.n8n.exports import fragment, line, node


@pytest.mark.parametrize(
    ("search", "asked"),
    [
        ("New sale of ", [("subject", "New sale of")]),
        ("from:shop@example.org subject:(new sale) is:unread", [("from", "shop@example.org"), ("subject", "new sale")]),
        ('subject:"your order" -from:me label:shop', [("subject", "your order")]),
        ("invoice OR bill", []),
        ("{from:a from:b}", []),
        ("from:{{ $json.who }}", []),
        ("is:unread in:inbox", []),
        ('["UNSEEN", ["SUBJECT", "s3"], ["FROM", "a@example.org"]]', [("subject", "s3"), ("from", "a@example.org")]),
        ('["UNSEEN"]', []),
        ("", []),
    ],
)
def test_what_every_mail_has(search: str, asked: list[tuple[str, str]]) -> None:
    assert list(asked_of_mails(search)) == asked


ANSWER = node("Answer", "gmail", {"operation": "reply", "messageId": "={{ $json.id }}", "message": "Hi"}, version=2.1)


def test_a_mailbox_that_is_searched_for_words_waits_for_them() -> None:
    trigger = node("Mail", "gmailTrigger", {"filters": {"q": "subject:(keys lost) from:desk@example.org"}}, version=1.2)
    (automation,) = fragment(line(trigger, ANSWER)).automations
    assert automation.trigger.narrowed["contains"] == ("keys lost",)
    assert automation.only_from == ("desk@example.org",)


def test_a_mailbox_that_is_not_searched_waits_for_nothing() -> None:
    (automation,) = fragment(line(node("Mail", "gmailTrigger", {}, version=1.2), ANSWER)).automations
    assert (automation.trigger.narrowed, automation.only_from) == ({}, ())
