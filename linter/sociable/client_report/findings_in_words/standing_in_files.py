"""Where something stands that is about a file alone, in words, and whose matter it is."""

from collections.abc import Iterator, Sequence

from sociable.client_report.automations.whom_to_ring import whom_to_ask
from sociable.client_report.content.content_of_report import Mark, Sentence
from sociable.client_report.findings_in_order.numbering import Numbering
from sociable.client_report.wording.frame import Frame
from sociable.client_report.wording.titles import quoted
from sociable.facts.facts import AccountFacts, AutomationFacts

_KEYS = frozenset(("secret-in-file",))
"""Rules about what opens something elsewhere: it is made anew there, and not only taken out."""


def stands_where(number: int, numbering: Numbering, frame: Frame) -> Sentence:
    """``in the step “Send” of “Welcome” on @a, in a.json, line 95``; nothing of a finding about more than its file."""
    if numbering.is_cured_in_profile(number):
        marks = tuple(Mark(quoted(each, frame), numbering.anchor(each)) for each in numbering.accounts_of(number))
        return Sentence(frame.say("stands", "in_profile", name=frame.listed([each.name for each in marks])), marks)
    finding, site = numbering.finding(number), numbering.site(number)
    if numbering.automations_of(number) or numbering.accounts_of(number):
        return Sentence("")
    place = frame.say("findings", "place", path=finding.span.path, line=finding.span.line)
    things: Sequence[AutomationFacts | AccountFacts] = site.automations or site.accounts
    names = [quoted(each, frame) for each in things]
    marks = tuple(Mark(name, numbering.anchor(each)) for name, each in zip(names, things, strict=True))
    if site.automations:
        key = "in_step" if site.step else "in_automation"
        return Sentence(frame.say("stands", key, step=site.step, name=frame.listed(names), place=place), marks)
    if site.accounts:
        return Sentence(frame.say("stands", "at_account", name=frame.listed(names), place=place), marks)
    is_note = finding.span.source.line(finding.span.line).lstrip().startswith("#")
    return Sentence(frame.say("stands", "in_note" if is_note else "in_file", place=place))


def whose_matter(number: int, numbering: Numbering, frame: Frame) -> Iterator[str]:
    """Whom to ask about a finding, as clauses; whoever keeps the file, where nobody can stop what only stands there."""
    accounts, is_done = numbering.concerned(number), numbering.is_done(number)
    is_key = numbering.finding(number).rule in _KEYS
    if accounts and not is_key and (is_done or any(each.model.stopped_by for each in accounts)):
        to_stop = bool(numbering.automations_of(number))
        yield from whom_to_ask(accounts, numbering.named, frame, to_stop=to_stop, most=numbering.most_asked)
    if not is_done:
        file, used_by = numbering.finding(number).span.path, numbering.site(number).automations
        names = frame.listed([quoted(each, frame) for each in used_by]) if used_by else ""
        key = ("of_key_used" if used_by else "of_key") if is_key else "of_file"
        yield frame.say("ring", key, file=file, names=names)
