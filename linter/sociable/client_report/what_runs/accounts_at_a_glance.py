"""Accounts and what they do, in words."""

from sociable.client_report.about_the_check.open_questions import unsaid
from sociable.client_report.automations.weekly_pace import noticed, starts, weekly, weekly_of_account
from sociable.client_report.automations.whom_to_ring import person
from sociable.client_report.content.content_of_report import AccountRow, AutomationRow
from sociable.client_report.findings_in_order.numbering import Numbering
from sociable.client_report.what_runs.stated_merits import reader
from sociable.client_report.wording.frame import Frame
from sociable.client_report.wording.titles import account_name, automation_title
from sociable.drawing.labels import deed_line
from sociable.drawing.phrases import deed_words, platform_title
from sociable.facts.facts import AccountFacts, AutomationFacts
from sociable.facts.rooms import awaits_yes
from sociable.setup.quantities import duration_words
from sociable.vocabulary.platforms import PLATFORMS
from sociable.vocabulary.values import RUN_BY


def account_rows(numbering: Numbering, frame: Frame) -> tuple[AccountRow, ...]:
    """Every account, those that no file describes last."""
    return tuple(_row(account, numbering, frame) for account in numbering.accounts)


def _row(account: AccountFacts, numbering: Numbering, frame: Frame) -> AccountRow:
    model = account.model
    known = PLATFORMS.get(account.platform)
    name = account_name(account, frame)
    platform = known.title if known else platform_title(account) if not account.known else ""
    platform = "" if platform and platform in name else platform
    many = [frame.counted(model.stands_for, "account")] if model.stands_for > 1 else []
    return AccountRow(
        anchor=numbering.anchor(account),
        name=name,
        platform=", ".join(filter(None, [platform, *many])),
        run_by=_run_by(account, frame),
        client=frame.say("glance", "client", client=model.client) if model.client else "",
        read_by=_read_by(account, frame),
        stopped_by=frame.say("glance", "nobody_stops") if model.pause == "no" else person(model.stopped_by, frame),
        weekly=weekly_of_account(account, frame),
        automations=tuple(_automation(each, numbering, frame) for each in account.automations),
        findings=numbering.of_account(account),
        asked=any(map(noticed, account.automations)) and any(unsaid(account)),
    )


def _run_by(account: AccountFacts, frame: Frame) -> str:
    """Who runs it; that nobody asks, where nothing happens there that people notice, and else nothing."""
    if account.model.run_by in RUN_BY:
        return frame.say("run_by", account.model.run_by)
    return "" if any(map(noticed, account.automations)) else frame.say("glance", "run_by_unasked")


def _read_by(account: AccountFacts, frame: Frame) -> str:
    if account.model.inbox == "unread":
        return frame.say("glance", "nobody_reads")
    who, within = reader(account, frame), account.model.reply_within
    return frame.say("glance", "reads_within", who=who, time=duration_words(within)) if within else who


def _automation(automation: AutomationFacts, numbering: Numbering, frame: Frame) -> AutomationRow:
    deeds = list(
        dict.fromkeys(
            deed_line(deed_words(step), awaits_yes(step))
            for step in noticed(automation) or [each for each in automation.steps if each.reached]
        )
    )
    loops = numbering.starting.get(automation, ())
    if loops:
        deeds[-1:] = [frame.say("links", "starts_loop", deed=each) for each in deeds[-1:]]
    return AutomationRow(
        anchor=numbering.anchor(automation),
        name=automation_title(automation),
        when=starts(automation, frame),
        deeds=tuple(deeds),
        weekly=weekly(automation, frame),
        findings=tuple(dict.fromkeys((*numbering.of_automation(automation), *numbering.beside(automation)))),
    )
