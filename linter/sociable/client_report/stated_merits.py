"""What is well made, by facts that the files state: silence is no praise."""

from collections.abc import Iterator

from sociable.client_report.content import Merit
from sociable.client_report.frame import Frame
from sociable.client_report.numbering import Numbering
from sociable.client_report.weekly_pace import limits, noticed
from sociable.drawing.phrases import account_title
from sociable.facts.facts import AccountFacts, AutomationFacts
from sociable.findings.finding import SEVERITIES
from sociable.setup.quantities import duration_words
from sociable.vocabulary.values import IGNORABLE

_TO_CHANGE = SEVERITIES.index("warning")


def merits(numbering: Numbering, frame: Frame) -> tuple[Merit, ...]:
    """Accounts and automations of which nothing has to be changed, with what their files say for them."""
    told = []
    for account in numbering.accounts:
        for automation in account.automations:
            reasons = tuple(_of_automation(automation, frame))
            if reasons and numbering.gravest(numbering.of_automation(automation)) < _TO_CHANGE:
                name = automation.model.title or automation.id
                told.append(Merit(_on(name, account, frame), numbering.anchor(automation), reasons))
        if account.automations and (stated := tuple(_of_account(account, frame))):
            told.append(Merit(account_title(account), numbering.anchor(account), stated))
    return tuple(told)


def _on(name: str, account: AccountFacts, frame: Frame) -> str:
    return frame.say("merits", "on", automation=name, account=account_title(account))


def _of_account(account: AccountFacts, frame: Frame) -> Iterator[str]:
    model = account.model
    if model.inbox == "read":
        within = duration_words(model.reply_within) if model.reply_within else ""
        key = "inbox_within" if within else "inbox"
        yield frame.say("merits", key, who=model.inbox_read_by, time=within)
    if model.stopped_by:
        yield frame.say("merits", "pause", who=model.stopped_by)
    if model.operator != "unstated":
        yield frame.say("merits", "operator", who=model.operator)
    if model.automated_label == "yes":
        yield frame.say("merits", "label")


def _of_automation(automation: AutomationFacts, frame: Frame) -> Iterator[str]:
    """Brakes and approvals of what people notice. What a schedule posts needs none, and gets no praise for that."""
    outward, model = noticed(automation), automation.model
    if not outward:
        return
    if all(step.approved for step in outward):
        yield frame.say("merits", "approved")
    if automation.event.asked == "yes" and all(step.solicited for step in outward):
        yield frame.say("merits", "asked")
    if model.once_per is not None:
        key = "once_in" if model.once_per.seconds else f"once_per_{model.once_per.what}"
        seconds = model.once_per.seconds
        yield frame.say("merits", key, what=model.once_per.what, time=duration_words(seconds) if seconds else "")
    for limit in limits(automation):
        yield frame.say("merits", "limit", rate=limit)
    if model.ignore:
        yield frame.say("merits", "ignore", whom=frame.listed([IGNORABLE[word] for word in sorted(model.ignore)]))
    if model.stop_on:
        yield frame.say("merits", "stop_on", words=frame.listed([f"“{word}”" for word in model.stop_on]))
    if model.max_replies_per_thread:
        yield frame.say("merits", "thread", n=model.max_replies_per_thread)
    colleagues = [step.model.to for step in automation.steps if step.verb.name == "assign" and step.model.to]
    if colleagues:
        yield frame.say("merits", "handed_on", who=frame.listed(list(dict.fromkeys(colleagues))))
