"""A report put together: every section from what was examined, in reading order."""

from collections.abc import Iterator, Mapping
from datetime import date

from sociable.client_report.accounts_at_a_glance import account_rows
from sociable.client_report.chosen_stories import stories
from sociable.client_report.content import Content, Crossing, Gravity, Number, Stamp
from sociable.client_report.frame import Frame
from sociable.client_report.graded_findings import gravities
from sociable.client_report.how_checked import checked_files, not_understood, problems, unseen
from sociable.client_report.links_in_words import links_in_words
from sociable.client_report.numbering import Numbering
from sociable.client_report.open_questions import questions
from sociable.client_report.since_last_time import LastReport, known_today, since, statuses
from sociable.client_report.stated_merits import merits
from sociable.client_report.what_to_pause import begin_with, pauses
from sociable.drawing.phrases import account_title
from sociable.drawing.picture import TITLE, Picture, picture
from sociable.drawing.picture_scope import Wanted
from sociable.facts.facts import Facts
from sociable.findings.faults import ByItself
from sociable.findings.finding import SEVERITIES
from sociable.pipeline import Examination
from sociable.records.record import Record
from sociable.rulebook.former_names import former_names
from sociable.version import __version__


class Wishes(Record):
    """What a report is to say of itself: of which day, in whose words, compared with what."""

    today: date
    frame: Frame
    title: str = ""
    last: LastReport | None = None


def compose(examined: Examination, wishes: Wishes, crossings: tuple[Crossing, ...] = ()) -> Content:
    """The report of what was examined; ``crossings`` are findings that other clients have a part in."""
    frame, report = wishes.frame, examined.report
    pages = {rule.name: rule.page for rule in examined.rules}
    found = (*report.findings, *report.suppressed)
    numbering = Numbering(examined.facts, found, pages)
    last = wishes.last
    if last is not None:
        last = known_today(last, found, former_names(pages.values()))
    compared = statuses(numbering, last) if last is not None else {}
    graded = gravities(numbering, compared, frame)
    faults: list[str] = []
    drawn = _drawn(examined.facts, report.files, faults)
    asked = questions(numbering, [each for each in examined.project.open if each.span.path in report.files], frame)
    return Content(
        title=wishes.title or frame.say("page", "title"),
        stamp=stamp(examined, wishes),
        verdict=tuple(_verdict(examined, numbering, len(crossings), frame)),
        numbers=tuple(_numbers(graded, drawn, len(asked), problems(report.findings), frame)),
        since=since(numbering, last, found, frame) if last is not None else None,
        pauses=pauses(numbering, frame),
        begin_with=begin_with(numbering),
        accounts=account_rows(numbering, frame),
        stories=stories(numbering, faults),
        gravities=graded,
        crossings=crossings,
        picture=drawn,
        links=links_in_words(drawn, frame),
        merits=merits(numbering, frame),
        questions=asked,
        files=checked_files(report, examined.facts, frame),
        unseen=(
            *not_understood(examined.project.coverage, report.files, frame),
            *unseen(report, numbering, pages.values(), wishes.today, frame),
        ),
        faults=tuple(faults),
    )


def _drawn(facts: Facts, files: tuple[str, ...], faults: list[str]) -> Picture:
    """The drawing; an empty one where a mistake of ours leaves none."""
    with ByItself(f"the drawing of {', '.join(files)}", faults):
        return picture(facts, Wanted())
    return Picture(TITLE, "", (), (), (), (), "")


def stamp(examined: Examination, wishes: Wishes) -> Stamp:
    """When, with what and for whom it was checked."""
    return Stamp(wishes.frame.date(wishes.today), __version__, examined.report.profile, examined.report.rules)


def _verdict(examined: Examination, numbering: Numbering, crossings: int, frame: Frame) -> Iterator[str]:
    """What it comes to in one sentence, and what has to be known beside it."""
    automations = examined.facts.automations
    if not automations:
        yield frame.say("verdict", "empty")
    else:
        yield from _judged(numbering, frame)
        clean = sum(not numbering.of_automation(each) for each in automations)
        if numbering.findings and clean:
            yield frame.say("verdict", "clean_rest", clean=clean, all=frame.counted(len(automations), "automation"))
    if crossings:
        yield frame.counted(crossings, "crossing")
    if unread := problems(examined.report.findings):
        yield frame.counted(unread, "unread_verdict")


def _judged(numbering: Numbering, frame: Frame) -> Iterator[str]:
    """A sentence for the gravest there is, naming whose accounts it is about."""
    gravest = numbering.gravest(number for number, _ in numbering.undecided())
    if gravest < 0 and numbering.findings:
        yield frame.say("verdict", "all_kept")
        return
    if gravest < 0:
        yield frame.say("verdict", "nothing", automations=frame.counted(len(numbering.facts.automations), "automation"))
        return
    severity = SEVERITIES[gravest]
    numbers = {number for number, finding in numbering.undecided() if finding.severity == severity}
    accounts = [account_title(each) for each in numbering.accounts if numbers.intersection(numbering.of_account(each))]
    where = frame.listed(accounts) if accounts else frame.say("verdict", "the_files")
    yield frame.say("verdict", severity, things=frame.counted(len(numbers), f"verdict_{severity}"), accounts=where)


def _numbers(graded: tuple[Gravity, ...], drawn: Picture, asked: int, unread: int, frame: Frame) -> Iterator[Number]:
    counts: Mapping[str, int] = {each.severity: each.amount - each.kept for each in graded}
    for severity in reversed(SEVERITIES):
        count = counts.get(severity, 0)
        yield Number(count, frame.counted(count, f"tile_{severity}"), severity if count else "")
    if kept := [
        found.number for gravity in graded for group in gravity.groups for found in group.findings if found.decision
    ]:
        yield Number(len(kept), frame.counted(len(kept), "tile_kept"), f"f{kept[0]}")
    circles = len(drawn.circles)
    yield Number(circles, frame.counted(circles, "tile_circle"), "drawing" if circles else "")
    yield Number(asked, frame.counted(asked, "tile_question"), "questions" if asked else "")
    if unread:
        yield Number(unread, frame.counted(unread, "tile_unread"), "unseen")
