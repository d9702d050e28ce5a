"""A report put together: every section from what was examined, in reading order."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from datetime import date
from functools import partial
from itertools import chain

from sociable.client_report.about_the_check.companion_to_fill import companion_to_fill
from sociable.client_report.about_the_check.how_checked import (
    checked_files,
    not_understood,
    problems,
    told_in_part,
    unread_deeds,
    unread_parts,
    unseen,
)
from sociable.client_report.about_the_check.not_seen import not_seen
from sociable.client_report.about_the_check.open_questions import questions
from sociable.client_report.about_the_check.since_last_time import LastReport, known_today, since, statuses, things_of
from sociable.client_report.automations.weekly_pace import starts
from sociable.client_report.content.content_of_check import Number, Stamp, Unseen
from sociable.client_report.content.content_of_report import NO_PICTURE, Content, Question, ToDo
from sociable.client_report.content.page_anchors import PRESSING
from sociable.client_report.content.rewriting import rewritten, with_old_sources_marked
from sociable.client_report.findings_in_order.counted import AT_ONCE, KINDS, Counting
from sociable.client_report.findings_in_order.numbering import Numbering
from sociable.client_report.findings_in_order.read_in_part import read_in_part
from sociable.client_report.findings_in_order.weight import settles
from sociable.client_report.findings_in_words.crossings import crossings
from sociable.client_report.findings_in_words.folded_findings import folded_findings
from sociable.client_report.findings_in_words.graded_findings import gravities
from sociable.client_report.findings_in_words.other_halves import other_halves
from sociable.client_report.findings_in_words.twins import told_apart
from sociable.client_report.first_page.deadlines import deadlines
from sociable.client_report.first_page.five_questions import answers
from sociable.client_report.first_page.if_nothing_changes import otherwise
from sociable.client_report.first_page.left_once_off import ended_anyhow
from sociable.client_report.first_page.to_agree_on import to_agree_on
from sociable.client_report.first_page.verdict import verdict
from sociable.client_report.first_page.what_to_pause import at_once, begin_with, grouped, pauses
from sociable.client_report.what_runs.accounts_at_a_glance import account_rows
from sociable.client_report.what_runs.around_loops import starters, with_strangers
from sociable.client_report.what_runs.chosen_stories import stories
from sociable.client_report.what_runs.links_in_words import links_in_words
from sociable.client_report.what_runs.stated_merits import merits
from sociable.client_report.wording.frame import Frame
from sociable.client_report.wording.titles import account_name, automation_title
from sociable.drawing.picture import Picture, Words, picture
from sociable.drawing.picture_scope import Wanted
from sociable.engine.judge import judge
from sociable.facts.facts import Facts
from sociable.findings.faults import ByItself
from sociable.findings.finding import SEVERITIES, Finding
from sociable.pipeline import Examination
from sociable.records.record import Record
from sociable.records.static import Any
from sociable.review.in_words_of_tool import in_words_of_tool
from sociable.rulebook.former_names import former_names
from sociable.setup.model import NOTHING
from sociable.version import __version__

_MOST_IN_TITLE = 2
"""Accounts that a title names."""


class Wishes(Record):
    """What a report is to say of itself: of which day, in whose words, compared with what."""

    today: date
    frame: Frame
    title: str = ""
    last: LastReport | None = None


def compose(examined: Examination, wishes: Wishes) -> Content:
    """The report of what was examined."""
    return without_folders(put_together(examined, wishes))


def put_together(
    examined: Examination,
    wishes: Wishes,
    between: Iterable[Finding] = (),
    heard: Set[tuple[str, str]] = frozenset(),
    lists: Mapping[str, str] = NOTHING,
) -> Content:
    """The report of what was examined, in which files lie where they do.

    ``between`` are findings that more than one client has a part in, ``heard`` is what may set off something of other
    clients, by the ids of its account and of itself. ``lists`` say whose list of people one ``between`` is about, by
    fingerprint.
    """
    frame, report = wishes.frame, examined.report
    pages = {rule.name: rule.page for rule in examined.rules}
    found, between = (*report.findings, *report.suppressed), tuple(between)
    numbering = Numbering(examined.facts, found, pages, frame, between)
    numbering.heard = heard
    not_read = unread_parts(examined.project.coverage, report.files)
    last = wishes.last
    if last is not None:
        last = known_today(last, (*found, *between), former_names(pages.values()), [things_of(examined.facts)])
    compared = statuses(numbering, last) if last is not None else {}
    faults: list[str] = []
    part = partial(_part, faults)
    numbering.in_part = part(
        "what was read in part", frozenset(), lambda: read_in_part(examined.facts, report.findings, not_read)
    )
    numbering.ended = part("what ends", {}, lambda: ended_anyhow(numbering, partial(judge, rules=examined.rules)))
    numbering.folded = part("what else was found", {}, lambda: folded_findings(numbering, partial(_alone, examined)))
    numbering.twins = part("what is found twice", {}, lambda: told_apart(numbering, frame))
    numbering.starting = part("what starts loops", {}, lambda: starters(numbering))
    numbering.other_halves = part("what has a part in something", {}, lambda: other_halves(numbering))
    days = part("by when what has to stop", {}, lambda: deadlines(numbering, wishes.today, frame))
    graded = gravities(numbering, compared, faults, frame)
    crossed = part("what touches other clients", (), lambda: crossings(numbering, compared, lists, frame))
    to_pause = part("what to switch off", (), lambda: pauses(numbering, wishes.today, frame))
    to_agree = part("what to agree on", (), lambda: to_agree_on(numbering, wishes.today, frame))
    steps = (*chain.from_iterable(each.because for each in to_pause), *to_agree)
    in_turn = dict.fromkeys(number for step in steps for number in step.numbers)
    numbering.turn = {number: at for at, number in enumerate(in_turn)}
    begin = part("what to begin with", None, lambda: begin_with(numbering, to_agree, wishes.today, frame))
    groups = part("what to switch off", (), lambda: grouped(to_pause, numbering, frame))
    fine = part("what is fine", (), lambda: merits(numbering, frame))
    drawn = _drawn(examined.facts.running, report.files, faults, frame)
    open_facts = [each for each in examined.project.open if each.span.path in report.files]
    asked = part("the questions", (), lambda: questions(numbering, open_facts, frame))
    then = part(
        "what happens if nothing is changed", None, lambda: otherwise(numbering, _asked_of_readers(asked), frame)
    )
    urgent = part("what is urgent", (), lambda: at_once(numbering, frame))
    partly = part("what was not understood", (), lambda: told_in_part(examined.project.coverage, not_read, frame))
    untold = unread_deeds(examined.project.coverage, not_read)
    to_do = ToDo(to_pause, groups, urgent, to_agree, begin, then)
    unread = problems(report.findings)
    counting = Counting(numbering, frame)
    numbers = tuple(_numbers(counting, drawn, len(asked), unread, frame))
    said = part("the verdict", (), lambda: verdict(counting, unread, to_agree, days, frame))
    made = Content(
        title=wishes.title or _title(numbering, frame),
        stamp=stamp(examined, wishes),
        verdict=said,
        answers=part("the first page", (), lambda: answers(numbering, to_do, asked, partly, frame)),
        numbers=numbers,
        counted=counting.made(),
        since=part("the last report", None, lambda: since(numbering, last, found, frame) if last else None),
        pauses=to_pause,
        pause_groups=groups,
        at_once=urgent,
        to_agree_on=to_agree,
        begin_with=begin,
        otherwise=then,
        accounts=part("the accounts", (), lambda: account_rows(numbering, frame)),
        stories=part("what was played", (), lambda: stories(numbering, untold, faults, frame)),
        gravities=graded,
        crossings=crossed,
        picture=drawn,
        links=part("the drawing in words", (), lambda: links_in_words(drawn, numbering, frame)),
        merits=fine,
        questions=asked,
        companion=part("the file that takes the answers", (), lambda: companion_to_fill(numbering)),
        files=part("the files", (), lambda: checked_files(report, examined.facts, frame)),
        unseen=(
            *part(
                "what was not understood", (), lambda: not_understood(examined.project.coverage, report.files, frame)
            ),
            *part("what was not seen", (), lambda: tuple(map(Unseen, not_seen(numbering, asked, frame)))),
            *part("what was left out", (), lambda: unseen(report, numbering, pages.values(), wishes.today, frame)),
        ),
        shared=tuple(_shared(examined.facts)),
        off=_off(examined.facts, frame),
        faults=tuple(dict.fromkeys(faults)),
    )
    marked: Content = with_old_sources_marked(made, wishes.today.isoformat(), frame.say("findings", "old"))
    return marked


def _alone(examined: Examination, rule: str) -> Iterator[Finding]:
    """What one rule says where no other speaks of the same."""
    asked = [each for each in examined.rules if each.name == rule]
    return (in_words_of_tool(each, examined.config, []) for each in judge(examined.facts, asked))


def without_folders(content: Content) -> Content:
    """Where files lie on the machine of whoever made the report is no reader's: only what tells them apart is kept."""
    folders = [os.path.dirname(each.path) for each in content.files if os.path.isabs(each.path)]
    if len({os.path.splitdrive(each)[0] for each in folders}) != 1:
        return content
    folder = os.path.commonpath(folders)
    if os.path.dirname(folder) == folder:  # the root of a drive, whose name stands in every path and address
        return content
    made: Content = rewritten(content, lambda text: text.replace(os.path.join(folder, ""), ""))
    return made


def _part(faults: list[str], name: str, instead: Any, make: Callable[[], Any]) -> Any:
    """A part of the report, and in its place nothing where a mistake of ours keeps it from being made."""
    with ByItself(f"the part of the report on {name}", faults):
        made = make()
        return tuple(made) if isinstance(made, Iterator) else made
    return instead


def _shared(facts: Facts) -> Iterator[str]:
    """What runs on several accounts, and so counts once in its file and once on each of them."""
    accounts = Counter((each.span.path, each.id) for each in facts.automations)
    titles = {(each.span.path, each.id): automation_title(each) for each in facts.automations}
    yield from (titles[place] for place, count in accounts.items() if count > 1)


def _off(facts: Facts, frame: Frame) -> str:
    """How an automation is switched off, and where files of our own format are, what their note of it does not do."""
    notes = any(not each.model.origin.importer for each in facts.automations)
    return frame.say("checked", "off_noted" if notes else "off")


def _asked_of_readers(asked: Iterable[Question]) -> int:
    """The number of the question where readers live, or 0."""
    return next((number for number, each in enumerate(asked, 1) if each.key in ("audience", "readers")), 0)


def _title(numbering: Numbering, frame: Frame) -> str:
    """What the report is called: by whose accounts it is about, unless only some of them could be named."""
    names = [account_name(account, frame) for account in numbering.accounts]
    if not names:
        return frame.say("page", "title")
    if len(names) > _MOST_IN_TITLE:
        return frame.say("page", "titled_many", accounts=frame.counted(len(names), "account"))
    key = "titled_one" if len(numbering.facts.automations) == 1 else "titled"
    return frame.say("page", key, accounts=frame.listed(names))


def _drawn(facts: Facts, files: tuple[str, ...], faults: list[str], frame: Frame) -> Picture:
    """The drawing; an empty one where a mistake of ours leaves none."""
    words = Words(partial(starts, frame=frame), partial(account_name, frame=frame))
    with ByItself(f"the drawing of {', '.join(files)}", faults):
        return _by_title(picture(facts, Wanted(), words), facts)
    return NO_PICTURE


def _by_title(drawn: Picture, facts: Facts) -> Picture:
    """Without the ids of automations that have a title: in files of other tools they are long, and no reader's."""
    titled = {each.id for each in facts.automations if each.model.title}
    return drawn._replace(
        boxes=tuple(
            box._replace(cards=tuple(card._replace(id=card.name) if card.id in titled else card for card in box.cards))
            for box in drawn.boxes
        )
    )


def stamp(examined: Examination, wishes: Wishes) -> Stamp:
    """When, with what and for whom it was checked."""
    return Stamp(wishes.frame.date(wishes.today), __version__, examined.report.profile, examined.report.rules)


def _numbers(counting: Counting, drawn: Picture, asked: int, unread: int, frame: Frame) -> Iterator[Number]:
    yield from _found(counting, frame)
    yield from _loops(counting, drawn, frame)
    yield Number(asked, frame.counted(asked, "tile_question"), "questions" if asked else "")
    if unread:
        yield Number(unread, frame.counted(unread, "tile_unread"), "unseen")


def _found(counting: Counting, frame: Frame) -> Iterator[Number]:
    """What was found, the gravest first; what is best off while people talk stands in the place of no errors."""
    stopping = (AT_ONCE, PRESSING)
    instead = any(map(counting.of, stopping))
    for kind in KINDS:
        numbers, is_gravity = counting.of(kind), kind in SEVERITIES
        if numbers or (is_gravity and not (kind == SEVERITIES[-1] and instead)):
            severity = kind if is_gravity else SEVERITIES[-1] if kind in stopping else ""
            yield Number(len(numbers), frame.counted(len(numbers), f"tile_{kind}"), counting.anchor(numbers), severity)


def _loops(counting: Counting, drawn: Picture, frame: Frame) -> Iterator[Number]:
    """How many loops there are; one that accounts of others are on too cannot be drawn."""
    numbering = counting.numbering
    amount = sum(loop.alike for loop in drawn.loops)
    crossing = [number for number, finding in numbering.crossing() if finding.loop is not None]
    key = "tile_loop_ends" if all(map(settles, (*numbering.findings, *numbering.crossings))) else "tile_loop"
    if amount or not crossing:
        words = frame.counted(amount, key)
        if strangers := with_strangers(numbering):
            words = f"{words}; {frame.counted(len(strangers), 'with_strangers')}"
        yield Number(amount, words, "drawing" if amount else "")
    if crossing:
        words = f"{frame.counted(len(crossing), key)}{frame.counted(len(crossing), 'with_others')}"
        yield Number(len(crossing), words, counting.anchor(crossing, f"{len(crossing)} {words}"))
