"""What the first page answers: what first, whom to ask, what happens otherwise, what is fine, what was not seen."""

from collections.abc import Iterable, Iterator, Sequence

from sociable.client_report.about_the_check.not_seen import on_first_page
from sociable.client_report.automations.still_out import still_out
from sociable.client_report.content.content_of_report import (
    Answer,
    BeginWith,
    Consequence,
    Mark,
    Otherwise,
    Pause,
    PauseGroup,
    Question,
    Reference,
    Sentence,
    ToDo,
)
from sociable.client_report.findings_in_order.numbering import Numbering
from sociable.client_report.findings_in_order.what_ends import urgent
from sociable.client_report.first_page.if_nothing_changes import reviewed_elsewhere
from sociable.client_report.first_page.steps_in_turn import agree_in_turn, only_named, remarks
from sociable.client_report.first_page.what_is_fine import fine_by_account
from sociable.client_report.first_page.what_is_kept import what_is_kept
from sociable.client_report.first_page.who_speaks_against import laws_against
from sociable.client_report.first_page.who_stops_and_reads import who_stops_and_reads
from sociable.client_report.wording.clauses_as_sentences import told
from sociable.client_report.wording.frame import Frame
from sociable.client_report.wording.numbers_in_words import listed_numbers, mark_of
from sociable.client_report.wording.titles import account_name, quoted
from sociable.facts.facts import AccountFacts
from sociable.findings.finding import SEVERITIES

_SWITCH_OFF = ("switch_off", "switch_off_then")
"""The words for the first thing to switch off, and for the next."""

_MOST_NAMES = 6
_MOST_TOLD = 3
"""Things that are told one by one; of more it is said how many there are."""

_MOST_PEOPLE = 8
"""Things of which it is told what people see: nothing that has to stop or to change should be looked for elsewhere."""

_MOST_BY_NAME = 1
"""Automations that are named as those by which people see something; of more, the accounts are named."""


def answers(
    numbering: Numbering, to_do: ToDo, asked: Sequence[Question], partly: Sequence[Sentence], frame: Frame
) -> Iterator[Answer]:
    """The answers in the order in which somebody asks; ``asked`` are the questions that the files leave open.

    ``partly`` says which files could be read only in part.
    """
    if not numbering.facts.automations:
        return
    parts = (
        ("first", _first(numbering, to_do, asked, frame)),
        ("who", who_stops_and_reads(numbering, frame)),
        ("otherwise", _otherwise(numbering, to_do.otherwise, frame)),
        ("fine", fine_by_account(numbering, frame)),
        ("unseen", (*partly, *on_first_page(numbering, asked, frame))),
    )
    for key, sentences in parts:
        if said := tuple(sentences):
            yield Answer(frame.say("first_page", key), said)


def _first(numbering: Numbering, to_do: ToDo, asked: Sequence[Question], frame: Frame) -> Iterator[Sentence]:
    """What to switch off or to see to, then what to agree on; and the accounts on which nothing has to stop."""
    everything = None if to_do.groups else _all_of_it(to_do.pauses, numbering, frame)
    if to_do.groups:
        yield _of_many(to_do.groups[0], frame)
    elif to_do.pauses:
        yield from _switch_off(to_do.pauses, everything, frame)
    elif to_do.begin_with and not to_do.at_once and not _is_apart(to_do):
        yield _begin(to_do.begin_with, next(iter(to_do.to_agree_on), None), numbering, frame)
    elif not to_do.at_once and not to_do.to_agree_on:
        is_kept = any(finding.suppressed is not None for _, finding in numbering.everything())
        nothing = "nothing_read" if numbering.in_part else "nothing"
        yield Sentence(frame.say("first_page", "nothing_open" if is_kept else nothing))
    yield from _at_once(to_do, numbering, frame)
    if to_do.to_agree_on and everything:
        others = Mark(frame.say("first_page", "stopped_too"), "warning")
        yield Sentence(frame.say("first_page", "agree_later"), (others,))
    elif to_do.to_agree_on:
        is_begun = not (to_do.pauses or to_do.at_once or _is_apart(to_do))
        yield from agree_in_turn(to_do.to_agree_on[is_begun:], numbering, frame)
    elif to_do.begin_with and not (to_do.pauses or to_do.at_once):
        yield from only_named(remarks(to_do.begin_with.number, numbering, frame), "look_further", frame)
    yield from _spared(numbering, to_do.to_agree_on, asked, frame)


def _is_apart(to_do: ToDo) -> bool:
    """Whether what comes first has its day within a few days or is off, and so is told in words of its own."""
    return bool(to_do.to_agree_on) and bool(to_do.to_agree_on[0].near or to_do.to_agree_on[0].is_off)


def _switch_off(pauses: Sequence[Pause], everything: Sentence | None, frame: Frame) -> Iterator[Sentence]:
    """The first things to switch off, each with why and by when; of the others how many there are.

    ``everything`` says that nothing is left on, where that is so.
    """
    before, noted = "", set[Sentence]()
    if everything:
        yield everything
    most = _MOST_NAMES if everything else _MOST_TOLD
    for at, pause in enumerate(pauses[:most]):
        numbers = [n for each in pause.because for n in each.numbers]
        listed, marks = listed_numbers(numbers, frame, _MOST_NAMES)
        notes = [] if everything and at else [each for each in pause.notes if each not in noted]
        said = frame.say(
            "first_page",
            "not_yet" if pause.instead else "switch_off_one" if everything else _SWITCH_OFF[at > 0],
            name=pause.name.text,
            message=told(pause.because[0].message).removesuffix("."),
            numbers=listed,
            due="" if pause.due == before or (everything and at) else told(pause.due),
            notes=" ".join(told(each.text) for each in notes),
            do=pause.instead,
        )
        before = pause.due
        noted.update(pause.notes)
        further = (mark for each in notes for mark in each.links)
        yield Sentence(" ".join(said.split()), (*pause.name.links[:_MOST_NAMES], *marks, *further))
    if (left := len(pauses) - most) > 0:
        words = frame.counted(left, "further_of_all" if everything else "further_pause")
        yield Sentence(words, (Mark(words.rstrip("."), "pause"),))


def _all_of_it(pauses: Sequence[Pause], numbering: Numbering, frame: Frame) -> Sentence | None:
    """That nothing is left on, where that is so: nobody has to look for what may go on."""
    off = {each.name.links[0].anchor for each in pauses if len(each.name.links) == 1}
    automations = numbering.facts.automations
    left_on = (each for each in automations if off.isdisjoint((numbering.anchor(each), numbering.anchor(each.account))))
    if len(automations) <= 1 or any(left_on):
        return None
    names = [account_name(each, frame) for each in numbering.accounts if each.automations]
    counted = frame.counted(len(automations), "all_automations")
    marks = (Mark(counted, "pause"),)
    out = " ".join(map(told, still_out(automations, frame)))
    said = frame.say("first_page", "all_off", counted=counted, accounts=frame.listed(names), out=out)
    return Sentence(said.rstrip(), marks)


def _of_many(group: PauseGroup, frame: Frame) -> Sentence:
    """The same where no single one is the first: what so many do, and by when to see to it."""
    said = frame.say(
        "first_page", "first_of_many", counted=group.counted, message=told(group.message), due=told(group.due)
    )
    return Sentence(said, (Mark(group.counted, "pause"),))


def _at_once(to_do: ToDo, numbering: Numbering, frame: Frame) -> Iterator[Sentence]:
    """What cannot wait though nothing can be switched off against it, each with where it stands and what to do."""
    key = "at_once_too" if to_do.pauses else "at_once"
    for each in to_do.at_once[:_MOST_TOLD]:
        number = mark_of(each.number, frame)
        said = frame.say(
            "first_page",
            "in_profile" if numbering.is_cured_in_profile(each.number) else key,
            message=told(each.message).removesuffix("."),
            number=number.name,
            stands=each.stands.text,
            do=" ".join(each.do),
        )
        key = "at_once_too"
        yield Sentence(said, (number, *each.stands.links))
    if (left := len(to_do.at_once) - _MOST_TOLD) > 0:
        words = frame.counted(left, "further_at_once")
        yield Sentence(words, (Mark(words.rstrip("."), "pause"),))


def _begin(begin: BeginWith, to_change: Reference | None, numbering: Numbering, frame: Frame) -> Sentence:
    """Where nothing has to be switched off: what to agree on or to look at first, and what goes on meanwhile."""
    number = mark_of(begin.number, frame)
    happens = told(begin.happens) if begin.happens else ""
    if begin.weekly:
        happens = frame.say("first_page", "weekly", happens=happens, weekly=begin.weekly)
    law = next(iter(laws_against((begin.number,), numbering, frame)), "")
    said = frame.say(
        "first_page",
        ("begin_law" if law else "begin") if to_change else "look",
        who=law,
        names=(to_change and to_change.names.text) or frame.say("first_page", "of_a_file"),
        number=number.name,
        message=told(begin.message).removesuffix("."),
        happens=happens,
        out=" ".join(map(told, begin.out)),
    )
    counted = [Mark(begin.weekly, numbering.anchor(each)) for each in numbering.automations_of(begin.number)[:1]]
    names = to_change.names.links if to_change else ()
    return Sentence(" ".join(said.split()), (*names, number, *counted))


def _spared(
    numbering: Numbering, to_agree_on: Sequence[Reference], asked: Sequence[Question], frame: Frame
) -> Iterator[Sentence]:
    """The accounts on which nothing has to stop, where it has to on others: each reader looks for their own.

    Those on which something has its day within a few days are none of these.
    """
    stops = any(
        numbering.finding(number).severity == SEVERITIES[-1] and numbering.is_done(number)
        for number in urgent(numbering)
    )
    pressing = {*urgent(numbering), *(number for each in to_agree_on if each.near for number in each.numbers)}
    spared = [each for each in numbering.accounts if pressing.isdisjoint(numbering.of_account(each))]
    if stops and spared:
        told_of = [_left_on(each, numbering, asked, frame) for each in spared[:_MOST_NAMES]]
        names = [each.text for each in told_of]
        if (left := len(spared) - len(names)) > 0:
            names.append(frame.counted(left, "more"))
        listed = frame.listed(names, most=len(names))
        marks = tuple(mark for each in told_of for mark in each.links)
        yield Sentence(frame.say("first_page", "spared", accounts=listed), marks)


def _left_on(account: AccountFacts, numbering: Numbering, asked: Sequence[Question], frame: Frame) -> Sentence:
    """An account with what was found there all the same, or how many questions are open where nothing was."""
    name = account_name(account, frame)
    links = [Mark(name, numbering.anchor(account))]
    open_questions = sum(name in each.accounts for each in asked)
    if noticed := _noticed(account, numbering):
        titles = numbering.by_title(noticed)
        shown = list(titles.items())[:_MOST_TOLD]
        parts = []
        for title, of in shown:
            listed, marks = listed_numbers(of, frame, _MOST_NAMES)
            parts.append(frame.say("first_page", "spared_titled", title=title, numbers=listed))
            links += marks
        if (left := len(titles) - len(shown)) > 0:
            parts.append(frame.counted(left, "more"))
        found = frame.say("first_page", "spared_but", titles=frame.listed(parts, most=len(parts)))
    elif open_questions:
        found = frame.say("first_page", "spared_open", questions=frame.counted(open_questions, "open_question"))
    else:
        found = frame.say("first_page", "spared_clean")
    return Sentence(frame.say("first_page", "spared_account", account=name, found=found), tuple(links))


def _otherwise(numbering: Numbering, then: Otherwise | None, frame: Frame) -> Iterator[Sentence]:
    """What people go on seeing, and what platforms and laws may do about it, the gravest first."""
    kept = list(what_is_kept(numbering, frame))
    if then is None:
        yield from (*kept, Sentence(frame.say("first_page", "otherwise_kept" if kept else "otherwise_nothing")))
        return
    for each in then.people[:_MOST_PEOPLE]:
        yield _people(each, numbering, frame)
    if (left := len(then.people) - _MOST_PEOPLE) > 0:
        words = frame.counted(left, "further_otherwise")
        yield Sentence(words, (Mark(words.rstrip("."), "otherwise"),))
    if then.off.text:
        yield then.off
    if spared := [each for each in numbering.accounts if each.automations and not _noticed(each, numbering)]:
        names = frame.listed([account_name(each, frame) for each in spared])
        yield Sentence(frame.say("first_page", "otherwise_spared", accounts=names))
    outcomes = sorted(_joined(then.accounts, frame), key=lambda each: not each.outcome)[:_MOST_TOLD]
    for outcome in outcomes:
        yield _outcome(outcome, frame)
    yield from _by_law(then.law, "law", frame)
    yield from _by_law(then.law_if, "law_if", frame)
    if not (outcomes or then.law or then.law_if):
        yield from then.silent[:1]
    yield from kept


def _by_law(laws: Iterable[Consequence], key: str, frame: Frame) -> Iterator[Sentence]:
    """Where what may break a law; which law, and what comes of it, stands below."""
    where: dict[tuple[int, ...], dict[str, None]] = {}
    for each in laws:
        where.setdefault(each.numbers, {}).update(dict.fromkeys(each.places))
    for numbers, names in list(where.items())[:_MOST_TOLD]:
        listed, marks = listed_numbers(numbers, frame, _MOST_NAMES)
        below = frame.say("first_page", "law_below")
        places = (frame.either if key == "law_if" else frame.listed)(list(names), _MOST_TOLD)
        said = frame.say("first_page", key, numbers=listed, places=places, below=below)
        yield Sentence(said, (*marks, Mark(below, "otherwise")))


def _joined(outcomes: Iterable[Consequence], frame: Frame) -> Iterator[Consequence]:
    """Those that come to the same in the same words as one, with the names and the numbers of all."""
    joined: dict[tuple[str, str], list[Consequence]] = {}
    for each in outcomes:
        joined.setdefault((each.where, each.outcome or each.unknown), []).append(each)
    for same in joined.values():
        names = list(dict.fromkeys(each.name for each in same))
        numbers = sorted({number for each in same for number in each.numbers})
        yield same[0]._replace(name=frame.listed(names, most=len(names)), numbers=tuple(numbers))


def _noticed(account: AccountFacts, numbering: Numbering) -> list[int]:
    return [number for number in numbering.of_account(account) if numbering.is_noticed(number)]


def _people(found: Reference, numbering: Numbering, frame: Frame) -> Sentence:
    accounts = list(dict.fromkeys(each for n in found.numbers for each in numbering.concerned(n)))
    listed, marks = listed_numbers(found.numbers, frame, _MOST_NAMES)
    if not any(map(numbering.is_done, found.numbers)):
        return Sentence(frame.say("first_page", "people", people=found.message, numbers=listed), tuple(marks))
    names = [Mark(account_name(each, frame), numbering.anchor(each)) for each in accounts]
    on = frame.listed([each.name for each in names])
    if elsewhere := reviewed_elsewhere(found.numbers, numbering):
        on = frame.say("first_page", "by", platforms=frame.listed(elsewhere), accounts=on)
    elif by := _by_which(found.numbers, numbering, frame):
        shown = frame.listed([each.name for each in by])
        said = frame.say("first_page", "people_by", automations=shown, people=found.message, numbers=listed)
        return Sentence(said, (*by, *marks))
    said = frame.say("first_page", "people_on", accounts=on, people=found.message, numbers=listed)
    return Sentence(said, (*names[:_MOST_TOLD], *marks))


def _by_which(numbers: Iterable[int], numbering: Numbering, frame: Frame) -> list[Mark]:
    """The automations by which people see it; none where they are many, or something is about an account as a whole."""
    of_each = [numbering.automations_of(number) for number in numbers]
    doing = dict.fromkeys(each for automations in of_each for each in automations)
    if not all(of_each) or len(doing) > _MOST_BY_NAME:
        return []
    return [Mark(quoted(each, frame), numbering.anchor(each)) for each in doing]


def _outcome(outcome: Consequence, frame: Frame) -> Sentence:
    """What a platform or a law may do, in the words of its gravest source, and under which condition."""
    listed, marks = listed_numbers(outcome.numbers, frame, _MOST_NAMES)
    key = "outcome" if outcome.outcome else "outcome_open"
    says = told(outcome.outcome or outcome.unknown)
    said = frame.say("first_page", key, name=outcome.name, numbers=listed, where=outcome.where, says=says)
    return Sentence(" ".join(said.split()), tuple(marks))
