"""Whom to ask, on the first page: of each account who can stop what runs there, and who reads what people write."""

from collections.abc import Iterator, Set

from sociable.client_report.automations.whom_to_ring import answers_of, of_accounts, whom_to_ring
from sociable.client_report.content.content_of_report import Sentence
from sociable.client_report.findings_in_order.numbering import Numbering
from sociable.client_report.findings_in_order.what_ends import is_to_see_to, urgent
from sociable.client_report.findings_in_words.standing_in_files import whose_matter
from sociable.client_report.what_runs.stated_merits import reader
from sociable.client_report.wording.clauses_as_sentences import told
from sociable.client_report.wording.frame import Frame
from sociable.client_report.wording.numbers_in_words import listed_numbers
from sociable.facts.facts import AccountFacts

_MOST_ASKED = 5
"""Accounts of which it is said whom to ask."""

_MOST_NAMES = 6
_MOST_TOLD = 3


def who_stops_and_reads(numbering: Numbering, frame: Frame) -> Iterator[Sentence]:
    """Those accounts first where somebody is named who can stop it, and of these where the gravest was found."""
    concerned = dict.fromkeys(account for number, _ in numbering.undecided() for account in numbering.concerned(number))
    stopping = set(urgent(numbering))
    accounts = dict.fromkeys((*concerned, *numbering.accounts))
    answers = answers_of(accounts, lambda each: _of(each, stopping, numbering, frame), frame)
    for clause in of_accounts(answers, _MOST_ASKED, frame):
        yield Sentence(told(clause))
    yield from _of_files(numbering, frame)


def _of(account: AccountFacts, stopping: Set[int], numbering: Numbering, frame: Frame) -> str:
    """Whom to ask about it, and whoever can stop it as such only where something has to stop."""
    stops = not stopping.isdisjoint(numbering.of_account(account))
    asked = whom_to_ring(account, numbering.named, frame, to_stop=stops)
    return "; ".join(filter(None, (asked, _reading(account, frame))))


def _reading(account: AccountFacts, frame: Frame) -> str:
    """Who reads what people write there, or that nobody does; nothing where it is said already, or not known."""
    model = account.model
    if model.inbox == "unread":
        return frame.say("ring", "nobody_reads") if account.automations else ""
    if not model.stopped_by or not model.inbox_read_by:
        return ""
    if model.inbox_read_by == model.stopped_by:
        return frame.say("ring", "reads_too")
    return frame.say("ring", "read_by", who=reader(account, frame))


def _of_files(numbering: Numbering, frame: Frame) -> Iterator[Sentence]:
    """Whose matter it is what only stands in a file, such as a password."""
    in_files: dict[str, list[int]] = {}
    for number in urgent(numbering):
        if is_to_see_to(number, numbering) and not numbering.is_done(number):
            in_files.setdefault(" ".join(map(told, whose_matter(number, numbering, frame))), []).append(number)
    for answer, numbers in list(in_files.items())[:_MOST_TOLD]:
        listed, marks = listed_numbers(numbers, frame, _MOST_NAMES)
        yield Sentence(told(frame.say("ring", "of_numbers", numbers=listed, answer=answer)), marks)
