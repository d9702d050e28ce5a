"""What the files do not say, as questions to whoever set them up."""

from collections.abc import Iterable, Iterator, Mapping

from sociable.client_report.automations.weekly_pace import noticed
from sociable.client_report.content.content_of_report import Question
from sociable.client_report.findings_in_order.numbering import Numbering
from sociable.client_report.wording.frame import Frame
from sociable.client_report.wording.titles import account_name, quoted
from sociable.facts.facts import AccountFacts, AutomationFacts
from sociable.facts.open_facts import writes_to_unknown
from sociable.facts.rooms import left_open
from sociable.readers.fragment import OpenFact
from sociable.vocabulary.platforms import platform_row
from sociable.vocabulary.values import RUN_BY, UNSTATED

_UNTOLD = frozenset(("undisclosed-ai",))
"""Rules on what an AI writes to people who are perhaps not told so."""

ANSWERS: Mapping[str, tuple[str, ...]] = {
    "platform": ("platform: …",),
    "run_by": ("run_by: …",),
    "inbox": ("inbox: {read_by: …, reply_within: …}",),
    "reply_within": ("inbox: {…, reply_within: …}",),
    "pause": ("pause: …",),
    "operator": ("operator: …",),
    "automated_label": ("automated_label: …",),
    "audience": ("audience: {countries: […]}", "based_in: …"),
    "readers": ("audience: {countries: […]}",),
    "agreed_to": ("agreed_to: …",),
    "told": ("disclose: …",),
    "room": ("places: {…: {open: …}}",),
}
"""The lines in which the answer to each question is written in the file that describes the account."""


def questions(numbering: Numbering, open_facts: Iterable[OpenFact], frame: Frame) -> tuple[Question, ...]:
    """Each question once, with the accounts it is about: those on which something happens that people notice.

    ``open_facts`` are what files of other tools leave unsaid, each with its place.
    """
    asked: dict[str, list[str]] = {}
    for account in speaking(numbering):
        for fact in unsaid(account):
            asked.setdefault(fact, []).append(account_name(account, frame))
    if rooms := list(dict.fromkeys(f"“{name}”" for each in numbering.facts.automations for name in left_open(each))):
        asked["room"] = rooms
    if strangers := [quoted(each, frame) for each in numbering.facts.automations if writes_to_unknown(each)]:
        asked["agreed_to"] = strangers
    if untold := [quoted(each, frame) for each in _untold(numbering)]:
        asked["told"] = untold
    order = ("unknown", *ANSWERS)
    kinds = frame.either([frame.say("run_by", kind) for kind in RUN_BY])
    own = (
        Question(frame.say("questions", fact, kinds=kinds), tuple(asked[fact]), "; ".join(ANSWERS.get(fact, ())), fact)
        for fact in order
        if fact in asked
    )
    places: dict[str, list[str]] = {}
    for what, why, span in open_facts:
        text = frame.say("questions", "open_fact", what=what, why=why)
        places.setdefault(text, []).append(f"{span.path}:{span.line}")
    return (*own, *(Question(text, tuple(where), "") for text, where in places.items()))


def _untold(numbering: Numbering) -> list[AutomationFacts]:
    """Those by which an AI writes to people, where no file says whether they are told."""
    found = (number for number, finding in numbering.undecided() if finding.rule in _UNTOLD)
    doing = dict.fromkeys(each for number in found for each in numbering.automations_of(number))
    return [
        each for each in doing if not any(step.model.disclose or "disclose" in step.model.denied for step in each.steps)
    ]


def speaking(numbering: Numbering) -> list[AccountFacts]:
    """The accounts on which something happens that people notice."""
    return [account for account in numbering.accounts if any(map(noticed, account.automations))]


def unsaid(account: AccountFacts) -> Iterator[str]:
    """What has to be asked about an account, in the words of ``ANSWERS``; ``unknown`` where no file describes it."""
    if not account.known:
        yield "unknown"
        return
    model = account.model
    stated = {
        "platform": model.platform,
        "run_by": model.run_by,
        "inbox": model.inbox,
        "pause": model.pause,
        "operator": model.operator,
        "automated_label": model.automated_label,
    }
    if not platform_row(account.platform).has_profiles:
        del stated["automated_label"]
    yield from (fact for fact, said in stated.items() if said == UNSTATED and fact not in model.misread)
    if model.inbox == "read" and not model.reply_within:
        yield "reply_within"
    if not model.audience.countries and "audience" not in model.misread:
        yield "readers" if model.based_in or "based_in" in model.misread else "audience"
