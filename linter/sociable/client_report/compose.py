"""A report put together: every section from what was examined, in reading order."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

from sociable.client_report.accounts_at_a_glance import account_rows
from sociable.client_report.chosen_stories import stories
from sociable.client_report.companion_to_fill import companion_to_fill
from sociable.client_report.content import Content, Crossing, Gravity, Number, Question, Stamp, Unseen
from sociable.client_report.crossings import crossings
from sociable.client_report.frame import Frame
from sociable.client_report.graded_findings import gravities
from sociable.client_report.how_checked import checked_files, not_understood, problems, unseen
from sociable.client_report.if_nothing_changes import otherwise
from sociable.client_report.links_in_words import links_in_words
from sociable.client_report.not_seen import not_seen, on_first_page
from sociable.client_report.numbering import Numbering
from sociable.client_report.open_questions import questions
from sociable.client_report.since_last_time import LastReport, known_today, since, statuses
from sociable.client_report.stated_merits import merits
from sociable.client_report.titles import account_name
from sociable.client_report.verdict import verdict
from sociable.client_report.weekly_pace import starts
from sociable.client_report.what_to_pause import at_once, begin_with, grouped, pauses, to_agree_on
from sociable.drawing.picture import TITLE, Picture, Words, picture
from sociable.drawing.picture_scope import Wanted
from sociable.facts.facts import Facts
from sociable.findings.faults import ByItself
from sociable.findings.finding import SEVERITIES, Finding
from sociable.pipeline import Examination
from sociable.records.record import Record
from sociable.rulebook.former_names import former_names
from sociable.version import __version__

_MOST_IN_TITLE = 2
"""Accounts that a title names."""


class Wishes(Record):
    """What a report is to say of itself: of which day, in whose words, compared with what."""

    today: date
    frame: Frame
    title: str = ""
    last: LastReport | None = None


def compose(examined: Examination, wishes: Wishes, between: Iterable[Finding] = ()) -> Content:
    """The report of what was examined; ``between`` are findings that more than one client has a part in."""
    frame, report = wishes.frame, examined.report
    pages = {rule.name: rule.page for rule in examined.rules}
    found = (*report.findings, *report.suppressed)
    numbering = Numbering(examined.facts, found, pages, frame, between)
    last = wishes.last
    if last is not None:
        last = known_today(last, found, former_names(pages.values()))
    compared = statuses(numbering, last) if last is not None else {}
    clean = [each for each in examined.facts.automations if not numbering.of_automation(each)]
    graded = gravities(numbering, compared, frame)
    crossed = crossings(numbering, frame)
    to_pause = pauses(numbering, wishes.today, frame)
    groups = grouped(to_pause, numbering, frame)
    faults: list[str] = []
    drawn = _drawn(examined.facts, report.files, faults, frame)
    asked = questions(numbering, [each for each in examined.project.open if each.span.path in report.files], frame)
    return Content(
        title=wishes.title or _title(numbering, frame),
        stamp=stamp(examined, wishes),
        verdict=(
            *verdict(numbering, clean, to_pause, groups, problems(report.findings), frame),
            *on_first_page(numbering, asked, frame),
        ),
        numbers=tuple(
            _numbers(graded, crossed, _circles(drawn, numbering), len(asked), problems(report.findings), frame)
        ),
        since=since(numbering, last, found, frame) if last is not None else None,
        pauses=to_pause,
        pause_groups=groups,
        at_once=at_once(numbering),
        to_agree_on=to_agree_on(numbering, wishes.today, frame),
        begin_with=begin_with(numbering),
        otherwise=otherwise(numbering, _asked_of_readers(asked), frame),
        accounts=account_rows(numbering, frame),
        stories=stories(numbering, faults, frame),
        gravities=graded,
        crossings=crossed,
        picture=drawn,
        links=links_in_words(drawn, frame),
        merits=merits(numbering, frame),
        questions=asked,
        companion=companion_to_fill(numbering),
        files=checked_files(report, examined.facts, frame),
        unseen=(
            *not_understood(examined.project.coverage, report.files, frame),
            *map(Unseen, not_seen(numbering, asked, frame)),
            *unseen(report, numbering, pages.values(), wishes.today, frame),
        ),
        faults=tuple(faults),
    )


def _asked_of_readers(asked: Iterable[Question]) -> int:
    """The number of the question where readers live, or 0."""
    return next((number for number, each in enumerate(asked, 1) if each.key == "audience"), 0)


def _title(numbering: Numbering, frame: Frame) -> str:
    """What the report is called: by whose accounts it is about, unless only some of them could be named."""
    names = [account_name(account, frame) for account in numbering.accounts]
    if not names:
        return frame.say("page", "title")
    if len(names) > _MOST_IN_TITLE:
        return frame.say("page", "titled_many", accounts=frame.counted(len(names), "account"))
    return frame.say("page", "titled", accounts=frame.listed(names))


def amounts(graded: Iterable[Gravity], crossed: Iterable[Crossing] = ()) -> Counter[str]:
    """How much of each severity nobody has accepted."""
    counts = Counter({each.severity: each.amount - each.kept for each in graded})
    counts.update(each.severity for each in crossed if not each.kept)
    return counts


def _drawn(facts: Facts, files: tuple[str, ...], faults: list[str], frame: Frame) -> Picture:
    """The drawing; an empty one where a mistake of ours leaves none."""
    words = Words(partial(starts, frame=frame), partial(account_name, frame=frame))
    with ByItself(f"the drawing of {', '.join(files)}", faults):
        return _by_title(picture(facts, Wanted(), words), facts)
    return Picture(TITLE, "", (), (), (), (), "")


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


def _circles(drawn: Picture, numbering: Numbering) -> Counter[str]:
    """How many circles stand where; one that accounts of others are on too cannot be drawn."""
    crossing = sum(finding.loop is not None for _, finding in numbering.crossing())
    return Counter({"drawing": len(drawn.circles), "crossing": crossing})


def _numbers(
    graded: tuple[Gravity, ...],
    crossed: tuple[Crossing, ...],
    circles: Counter[str],
    asked: int,
    unread: int,
    frame: Frame,
) -> Iterator[Number]:
    own, counts = amounts(graded), amounts(graded, crossed)
    for severity in reversed(SEVERITIES):
        anchor = severity if own[severity] else "crossing" if counts[severity] else ""
        yield Number(counts[severity], frame.counted(counts[severity], f"tile_{severity}"), anchor, severity)
    if kept := [
        found.number for gravity in graded for group in gravity.groups for found in group.findings if found.decision
    ]:
        yield Number(len(kept), frame.counted(len(kept), "tile_kept"), f"f{kept[0]}")
    anchor = next(iter(+circles), "")
    yield Number(circles.total(), frame.counted(circles.total(), "tile_circle"), anchor)
    yield Number(asked, frame.counted(asked, "tile_question"), "questions" if asked else "")
    if unread:
        yield Number(unread, frame.counted(unread, "tile_unread"), "unseen")
