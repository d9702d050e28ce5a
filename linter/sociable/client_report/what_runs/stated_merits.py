"""What is fine: of what nothing was found, and what is well made by facts that the files state."""

from collections.abc import Container, Iterable, Iterator, Sequence

from sociable.client_report.automations.schedule_words import dates_of, ended_on, inbox_hours_words
from sociable.client_report.automations.weekly_pace import limits, noticed, once_words
from sociable.client_report.automations.whom_to_ring import person
from sociable.client_report.content.content_of_report import Mark, Merit
from sociable.client_report.findings_in_order.numbering import Numbering
from sociable.client_report.findings_in_order.weight import TO_CHANGE
from sociable.client_report.findings_in_order.what_ends import fine_once_off, urgent
from sociable.client_report.what_runs.what_is_off import off_on_accounts
from sociable.client_report.wording.frame import Frame
from sociable.client_report.wording.nobody_is_us import of_the_account
from sociable.client_report.wording.numbers_in_words import listed_numbers, mark_of
from sociable.client_report.wording.titles import quoted, title
from sociable.drawing.phrases import when_words
from sociable.facts.account_kinds import inbox
from sociable.facts.endings import lists_of
from sociable.facts.facts import AccountFacts, AutomationFacts, StepFacts
from sociable.facts.promised_times import promised_at_any_hour
from sociable.facts.rooms import awaits_yes
from sociable.facts.unheard import is_left_unheard, speaks_for_nobody, unheard_invitation
from sociable.setup.model import Automation, Hours, PeopleList
from sociable.setup.quantities import duration_words
from sociable.setup.times import clock_time
from sociable.text.wording import short
from sociable.vocabulary.text_words import DISCLOSURES
from sociable.vocabulary.values import CONSENTS, IGNORABLE, NONE, OUT_BY, PURPOSES

_LOOKED_AT = {"once": "approved_once", "after": "approved_after"}
"""The words for persons who look, but not at each before it goes out."""

_CONFIRMED = {"yes": "confirmed", "twice": "confirmed_twice"}
"""The words for that people confirmed what they agreed to."""

_MOST_LETTERS = 90


def merits(numbering: Numbering, frame: Frame) -> tuple[Merit, ...]:
    """Automations of which nothing was found, or one thing, and accounts, with what their files say for them."""
    told, going_on, off = [], may_go_on(numbering), off_on_accounts(numbering, frame)
    then = frozenset(fine_once_off(numbering))
    for account in numbering.accounts:
        fine = tuple(
            Merit(title(each, frame), numbering.anchor(each), reasons, links=_numbers_in(each, numbering, frame))
            for each in account.automations
            if (reasons := tuple(_fine(each, numbering, going_on, then, frame)))
        )
        automations = (*fine, *off.get(account, ()))
        stated = tuple(_of_account(account, numbering, frame)) if account.automations else ()
        if stated or automations:
            links = tuple(_about_it_alone(account, numbering, frame)) if stated else ()
            told.append(Merit(title(account, frame), numbering.anchor(account), stated, automations, links))
    return tuple(told)


def may_go_on(numbering: Numbering) -> set[int]:
    """What nobody has decided on and does not have to stop."""
    return {number for number, _ in numbering.undecided()} - set(urgent(numbering))


def is_fine_but_for(automation: AutomationFacts, numbering: Numbering, going_on: Container[int], frame: Frame) -> bool:
    """Whether only remarks were found, or one thing of what may go on where its file says something for it.

    Nothing is fine that was read in part.
    """
    found = numbering.of_automation(automation)
    if automation in numbering.in_part:
        return False
    if found and numbering.gravest(found) < TO_CHANGE:
        return True
    is_one = len(found) == 1 and found[0] in going_on
    return is_one and any(True for _ in _of_automation(automation, frame, is_clean=False))


def _fine(
    automation: AutomationFacts,
    numbering: Numbering,
    going_on: Container[int],
    then: Container[AutomationFacts],
    frame: Frame,
) -> Iterator[str]:
    """That nothing was found, or little, and what its file says for it; ``then`` is fine once others are off."""
    found = numbering.about_what_it_does(automation)
    if numbers := numbering.of_automation(automation):
        key = "but_for" if numbering.gravest(numbers) < TO_CHANGE else "but_for_change"
        key = "fine_then" if automation in then else key if found else "in_file"
        if found and not is_fine_but_for(automation, numbering, going_on, frame):
            return
        yield frame.say("merits", key, numbers=frame.listed([mark_of(n, frame).name for n in numbers], len(numbers)))
    else:
        yield frame.say("merits", "clean_in_part" if automation in numbering.in_part else "clean")
    if automation.is_over:
        yield frame.say("merits", "over", day=ended_on(automation, frame))
        return
    yield from _of_automation(automation, frame, is_clean=not found)
    yield from (frame.say("merits", "doubt", doubt=each) for each in doubts(automation, numbering, frame))


def _numbers_in(automation: AutomationFacts, numbering: Numbering, frame: Frame) -> tuple[Mark, ...]:
    """Where the numbers lead that its reasons name."""
    numbers = (*numbering.of_automation(automation), *numbering.beside(automation))
    return tuple(mark_of(number, frame) for number in numbers)


def doubts(automation: AutomationFacts, numbering: Numbering, frame: Frame) -> Iterator[str]:
    """What does not go together with what it says to people: what its file says of the account, or what others say."""
    others, number = numbering.beginnings.elsewhere(automation)
    if others:
        names = [quoted(each, frame) for each in others]
        yield frame.say("merits", "begins_alike", names=frame.listed_of(names, number))
    if word := promised_at_any_hour(automation):
        hours = inbox_hours_words(automation.account, frame)
        yield frame.say("merits", "promises", word=word, hours=hours)
    yield from _unheard(automation, frame)
    if speaks_for_nobody(automation):
        yield frame.say("merits", "invented")
    if loops := numbering.starting.get(automation):
        yield frame.say("merits", "starts_loop", numbers=listed_numbers(loops, frame)[0])
    if halves := numbering.other_halves.get(automation):
        yield frame.say("merits", "other_half", numbers=listed_numbers(halves, frame)[0])


def _unheard(automation: AutomationFacts, frame: Frame) -> Iterator[str]:
    """That people write back what nobody takes."""
    unread = frame.say("merits", "unread" if inbox(automation.account) == "unread" else "reader_unsaid")
    if word := unheard_invitation(automation):
        yield frame.say("merits", "invites", word=word, unread=unread)
    if is_left_unheard(automation):
        yield frame.say("merits", "unheard", unread=unread)


def _of_account(account: AccountFacts, numbering: Numbering, frame: Frame) -> Iterator[str]:
    """What is stated of an account, and after that what was found about it as a whole."""
    told = list(_stated(account, frame))
    yield from told
    marks = _about_it_alone(account, numbering, frame)
    if marks and (told or any(not numbering.of_automation(each) for each in account.automations)):
        names = frame.listed([each.name for each in marks], most=len(marks))
        yield frame.say("merits", "of_account" if len(marks) == 1 else "of_account_several", numbers=names)


def _about_it_alone(account: AccountFacts, numbering: Numbering, frame: Frame) -> list[Mark]:
    """What was found about an account as a whole."""
    return [mark_of(n, frame) for n in numbering.of_account(account) if account in numbering.accounts_of(n)]


def _stated(account: AccountFacts, frame: Frame) -> Iterator[str]:
    model = account.model
    if inbox(account) == "read":
        within = duration_words(model.reply_within) if model.reply_within else ""
        yield frame.say("merits", "inbox_within" if within else "inbox", who=reader(account, frame), time=within)
    if model.stopped_by:
        yield frame.say("merits", "pause", who=person(model.stopped_by, frame))
    if model.operator != "unstated":
        yield frame.say("merits", "operator", who=person(model.operator, frame))
    if model.automated_label == "yes":
        yield frame.say("merits", "label")


def reader(account: AccountFacts, frame: Frame) -> str:
    """Who reads what people write, and at which hours, where the file says it."""
    who, hours = person(account.model.inbox_read_by, frame), inbox_hours_words(account, frame)
    return frame.say("glance", "reads_at", who=who, hours=hours) if who and hours else who


def _said_each_time(automation: AutomationFacts, outward: Sequence[StepFacts]) -> str:
    """The words of the one thing that a schedule publishes, where they are the same each time."""
    text = outward[0].model.text if len(outward) == 1 else None
    if text is None or not automation.event.is_timed or dates_of(automation):
        return ""
    written = [part for part in text.parts if isinstance(part, str)]
    return short("".join(written), _MOST_LETTERS) if len(written) == len(text.parts) else ""


def _asked_and_told(automation: AutomationFacts, outward: Sequence[StepFacts], frame: Frame) -> Iterator[str]:
    """What people agreed to, how they end it, what they are told, who looks at it, and at which hours it runs."""
    model = automation.model
    if model.agreed_to:
        yield frame.say("merits", "agreed", what=frame.listed(_consents(model.agreed_to, frame)))
    if ways := [OUT_BY[each] for each in sorted(model.out_by) if each != NONE]:
        yield frame.say("merits", "out_by", ways=frame.listed(ways))
    if told := sorted({each for step in outward for each in step.model.disclose}):
        yield frame.say("merits", "told", what=frame.listed([DISCLOSURES[each].doc for each in told]))
    looked = {model.approval, *(step.model.approval for step in outward)}
    yield from (frame.say("merits", key) for how, key in _LOOKED_AT.items() if how in looked)
    hours = {step.model.during or model.during for step in outward}
    if len(hours) == 1 and isinstance(only := hours.pop(), Hours):
        begin, end = (clock_time(minutes * 60) for minutes in (only.begin, only.end))
        key = "hours_answers" if automation.event.asked == "yes" else "hours"
        yield frame.say("merits", key, begin=begin, end=end)


def _of_lists(automation: AutomationFacts, frame: Frame) -> Iterator[str]:
    """What those agreed to who stand on the lists that it turns to, and how they end it."""
    for people in lists_of(automation):
        if said := list(_of_list(people, automation.model, frame)):
            yield frame.say("merits", "on_list", list=people.id.name, said=frame.listed(said))


def _of_list(people: PeopleList, own: Automation, frame: Frame) -> Iterator[str]:
    """What is said of a list that an automation does not say itself."""
    if agreed := _consents(people.agreed_to, frame):
        confirmed = frame.say("merits", _CONFIRMED[people.confirmed]) if people.confirmed in _CONFIRMED else ""
        yield frame.say("merits", "list_agreed", what=frame.listed(agreed), confirmed=confirmed)
    if ways := [OUT_BY[each] for each in sorted(people.out_by - own.out_by) if each != NONE]:
        yield frame.say("merits", "list_out_by", ways=frame.listed(ways))
    if words := [f"“{word}”" for word in people.stop_on if word not in own.stop_on]:
        yield frame.say("merits", "list_stop_on", words=frame.either(words))


def _consents(agreed_to: Iterable[str], frame: Frame) -> list[str]:
    """What people agreed to; what the vocabulary calls it is nothing that anybody said, and stands in no quotes."""
    return [
        frame.say("merits", "of_kind", kind=each, what=PURPOSES[each])
        if each in PURPOSES
        else CONSENTS[each].removeprefix("to ")
        if each in CONSENTS
        else f"“{each}”"
        for each in agreed_to
    ]


def _approved(automation: AutomationFacts, frame: Frame) -> str:
    """That somebody says yes, with who it is, or what the tool calls the step that asks them, where that is said."""
    asking = [step.model for step in automation.steps if step.verb.in_run == "asks"]
    if called := [f"“{model.origin.called}”" for model in asking if model.origin.called]:
        return frame.say("merits", "approved_at", steps=frame.listed(list(dict.fromkeys(called))))
    if who := [model.to for model in asking if model.to]:
        return frame.say("merits", "approved_by", who=frame.listed(list(dict.fromkeys(who))))
    return frame.say("merits", "approved")


def _passed_over(model: Automation, frame: Frame) -> Iterator[str]:
    """Whom an automation passes over: sorts of people, and lists of the file's own by their names."""
    for word in sorted(model.ignore):
        if word == "own_accounts":
            yield frame.say("plain", word)
        elif word in IGNORABLE:
            yield IGNORABLE[word]
        elif "ignore" not in model.misread:  # or it names nobody, and passes over nobody
            yield f"“{word}”"


def _of_automation(automation: AutomationFacts, frame: Frame, *, is_clean: bool) -> Iterator[str]:
    """Brakes and approvals, and who takes over. What a schedule posts needs none, and gets no praise for that.

    Its words are told where it ``is_clean``: they may be what was found.
    """
    outward = noticed(automation)
    answers = automation.event.asked == "yes"
    hands_over = any(step.verb.hands_over for step in automation.steps)
    if not outward:
        yield frame.say("merits", "unanswered" if answers and not hands_over else "unnoticed")
    elif all(map(awaits_yes, outward)):
        yield _approved(automation, frame)
    if is_clean and (said := _said_each_time(automation, outward)):
        yield frame.say("merits", "says", text=said)
    if outward and automation.event.asked == "yes" and all(step.solicited for step in outward):
        yield frame.say("merits", "asked", when=of_the_account(when_words(automation)))
    yield from _asked_and_told(automation, outward, frame)
    yield from _of_lists(automation, frame)
    yield from _brakes(automation, frame)
    colleagues = [step.model.to for step in automation.steps if step.verb.hands_over and step.model.to]
    if colleagues:
        yield frame.say("merits", "handed_on", who=frame.listed(list(dict.fromkeys(colleagues))))


def _other_side(automation: AutomationFacts) -> tuple[str, str]:
    """The words for brakes, with what each also keeps from whoever comes after: to be handed on, or answered."""
    if any(step.verb.hands_over for step in automation.steps):
        return "once_hands_on", "limit_hands_on"
    answers = automation.event.asked == "yes" and noticed(automation)
    return ("once_answers", "limit_answers") if answers else ("once", "limit")


def _brakes(automation: AutomationFacts, frame: Frame) -> Iterator[str]:
    """How often at most it acts, on whom not, and what ends it."""
    model = automation.model
    once, limited = _other_side(automation)
    if model.once_per is not None:
        key = once if model.once_per.what == "user" else "once"
        yield frame.say("merits", key, how_often=once_words(model.once_per, frame))
    for limit in limits(automation):
        yield frame.say("merits", limited, rate=limit)
    if passed_over := list(_passed_over(model, frame)):
        yield frame.say("merits", "ignore", whom=frame.listed(passed_over))
    if model.stop_on:
        yield frame.say("merits", "stop_on", words=frame.either([f"“{word}”" for word in model.stop_on]))
    if model.max_replies_per_thread:
        yield frame.say("merits", "thread", n=model.max_replies_per_thread)
