"""Findings that somebody accepted, and what is wrong with how that was written down."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import cached_property

from sociable.findings.finding import Change, Finding, Member, Suppression
from sociable.findings.members import retold
from sociable.findings.problem import PAGELESS_RULES, Problem
from sociable.project.load import Project
from sociable.records.record import Record
from sociable.records.static import TYPE_CHECKING
from sociable.review.suppression_places import Lookup, Placed, with_day, with_rules
from sociable.rulebook.former_names import FormerNames
from sociable.setup.model import NOTHING
from sociable.text.source import Span
from sociable.text.suggest import Spellings, is_slip
from sociable.text.wording import both

if TYPE_CHECKING:
    from sociable.review.unmet_entries import Names


class Registered(Record):
    """A suppression with what it does now: how many members of findings it hides, and whether its day is over."""

    placed: Placed
    hides: int
    expired: bool

    @property
    def span(self) -> Span:
        return self.placed.span


class Suppressed(Record):
    """Findings that are told, those that are not, what is wrong with suppressions, and all of them."""

    told: list[Finding]
    suppressed: list[Finding]
    problems: list[Problem]
    register: list[Registered]


class Rules(Record):
    """Names of rules: all that there are, those that ran, and those that rules had before."""

    known: Collection[str]
    ran: Collection[str]
    former: FormerNames = NOTHING


def suppressed(
    findings: Iterable[Finding],
    placed: Sequence[Placed],
    project: Project,
    rules: Rules,
    today: date,
    require_reason: bool = True,
) -> Suppressed:
    """Take out what is suppressed. A finding that speaks for other rules too has to be suppressed for all of them."""
    judged = _Judged(placed, project, rules, today, require_reason)
    told: list[Finding] = []
    hidden: list[Finding] = []
    for finding in findings:
        if finding.rule in PAGELESS_RULES or judged.lookup.names.isdisjoint((finding.rule, *finding.also)):
            told.append(finding)
        else:
            judged.sort_out(finding, told, hidden)
    problems = [problem for each in placed for problem in judged.problems(each)]
    register = [Registered(each, judged.hides.get(each, 0), judged.is_over(each)) for each in placed]
    return Suppressed(told, hidden, problems, register)


class _Judged:
    """What each suppression has met so far."""

    def __init__(
        self, placed: Sequence[Placed], project: Project, rules: Rules, today: date, require_reason: bool
    ) -> None:
        self.lookup = Lookup(placed, project.documents)
        self.project = project
        self.rules = rules
        self.spellings = Spellings(rules.known)
        self.today = today
        self.require_reason = require_reason
        self.hides: dict[Placed, int] = {}
        self.met: dict[tuple[Placed, str], list[Finding]] = {}
        """What each name in a suppression has met at its place."""

    @cached_property
    def names(self) -> "Names":
        """What things are called."""
        from sociable.review.unmet_entries import Names

        return Names(self.project)

    def sort_out(self, finding: Finding, told: list[Finding], hidden: list[Finding]) -> None:
        """Put a finding on one side, or if only some of its members are suppressed, a part of it on each."""
        by: dict[Placed | None, list[Member]] = {}
        too: dict[Placed | None, dict[Span, None]] = {}
        for member in finding.members:
            first, *others = self._all_by(finding, member) or (None,)
            by.setdefault(first, []).append(member)
            too.setdefault(first, {}).update(dict.fromkeys(each.span for each in others))
        for each, members in by.items():
            if each is None:
                told.append(retold(finding, members))
            else:
                says = Suppression(each.says.rules, each.says.reason, each.says.until, each.span)
                hidden.append(retold(finding, members)._replace(suppressed=says, suppressed_too=tuple(too[each])))

    def _all_by(self, finding: Finding, member: Member) -> list[Placed]:
        """The suppressions that hide a member, if all rules that speak there are suppressed; the first one counts."""
        names = (finding.rule, *finding.also)
        by: dict[str, list[Placed]] = {}
        for each in self.lookup.counting_for(finding, member):
            for name in names:
                if name in each.says.rules:
                    self.met.setdefault((each, name), []).append(finding)
                    if self._counts(each):
                        by.setdefault(name, []).append(each)
        if len(by) < len(names):
            return []
        for each in dict.fromkeys(first for first, *_ in by.values()):
            self.hides[each] = self.hides.get(each, 0) + 1
        return by[finding.rule]

    def _counts(self, placed: Placed) -> bool:
        return not self.is_over(placed) and not self._lacks_reason(placed)

    def is_over(self, placed: Placed) -> bool:
        return bool(placed.says.until) and date.fromisoformat(placed.says.until) < self.today

    def _lacks_reason(self, placed: Placed) -> bool:
        return self.require_reason and not placed.says.reason

    def problems(self, placed: Placed) -> Iterable[Problem]:
        """What is wrong with a suppression: each at its place."""
        says, span = placed.says, placed.span
        if self._lacks_reason(placed):
            advice = "Say why it is fine here: ` -- ` and a few words behind the bracket."
            yield Problem("suppression-without-reason", span, "nobody says why this is accepted", advice)
        if self.is_over(placed):
            idle = placed.own and all(name in self.rules.ran and (placed, name) not in self.met for name in says.rules)
            advice = "It hides nothing any more: delete it." if idle else "Put right what it hid, or give it a new day."
            change = with_rules(placed, ()) if idle else None
            if not idle and (day := self._day_meant(says.until)):
                advice, change = f"Did you mean {day}?", with_day(placed, day)
            yield Problem("expired-suppression", span, f"this held until {says.until}", advice, change, not idle)
            return
        slips = [slip for name in placed.written for slip in self._slips(placed, name)]
        yield from _told(slips, placed)

    def _day_meant(self, until: str) -> str:
        from sociable.review.suppression_slips import day_meant

        return day_meant(until, self.today.isoformat())

    def _slips(self, placed: Placed, written: str) -> Iterable["_Slip"]:
        """What is wrong with a name, and with what it stands for today."""
        names = self.rules.former.get(written, (written,))
        if written in self.rules.former:
            message, advice = f"`{written}` is called {both(names)} now", f"Write `{', '.join(names)}`."
            yield _Slip("renamed-suppressed-rule", message, advice, written, names)
        for name in names:
            if name in PAGELESS_RULES:
                message, advice = f"`{name}` cannot be suppressed", "Put it right instead."
                yield _Slip("malformed-suppression", message, advice, name)
            elif name not in self.rules.known:
                guess = self.spellings.nearest(name)
                advice = f"Did you mean `{guess}`?" if guess else "`sociable rules list` shows them all."
                becomes, is_guess = (guess,) if guess else None, not is_slip(name, guess)
                message = f"there is no rule `{name}`"
                yield _Slip("unknown-suppressed-rule", message, advice, name, becomes, is_guess)
            elif (placed, name) not in self.met:
                if name in self.rules.ran and placed.own:
                    yield self._unused(placed, name)
            elif not self.hides.get(placed) and self._counts(placed):
                yield from self._too_narrow(placed, name)

    def _unused(self, placed: Placed, name: str) -> "_Slip":
        message = f"`{name}` has nothing to say here"
        unmet = self.names.unmet(placed.entry) if placed.entry is not None else None
        if unmet is None:
            advice = f"Delete `{name}`." if len(placed.says.rules) > 1 else "Delete it."
            return _Slip("unused-suppression", message, advice, name, ())
        if not unmet.guess:
            return _Slip("unused-suppression", message, unmet.says, name, ())
        change = Change("replace", "entry", unmet.key, unmet.guess)
        return _Slip("unused-suppression", message, unmet.says, name, is_guess=True, change=change)

    def _too_narrow(self, placed: Placed, name: str) -> Iterable["_Slip"]:
        """It names one of several rules that speak of the same step, so that the finding stays; or another hides it."""
        finding = self.met[placed, name][0]
        names = (finding.rule, *finding.also)
        if {*names} <= {*placed.says.rules}:
            message = f"another suppression hides what `{name}` says here"
            yield _Slip("unused-suppression", message, "Delete one of the two.", name, ())
            return
        if name != next(each for each in placed.says.rules if each in names):
            return  # said already
        others = both(each for each in names if each not in placed.says.rules)
        advice = f"Write `ignore[{', '.join(names)}]`, or put it right."
        yield _Slip("unused-suppression", f"it hides nothing, as {others} speaks of the same", advice, name)


class _Slip(Record):
    """What is wrong with a ``name`` in a suppression, and what it ``becomes``, if that is known, or guessed.

    ``change`` is what mends it otherwise than by another name.
    """

    rule: str
    message: str
    advice: str
    name: str
    becomes: tuple[str, ...] | None = None
    is_guess: bool = False
    change: Change | None = None


def _told(slips: Sequence[_Slip], placed: Placed) -> Iterable[Problem]:
    """Each slip with a change that mends its whole line: as far as that is safe, or all of it."""
    safely, wholly = _mended(placed, (each for each in slips if not each.is_guess)), _mended(placed, slips)
    for slip in slips:
        change = slip.change if slip.becomes is None else wholly if slip.is_guess else safely
        yield Problem(slip.rule, placed.span, slip.message, slip.advice, change, slip.is_guess)


def _mended(placed: Placed, slips: Iterable[_Slip]) -> Change | None:
    becomes = {each.name: each.becomes for each in slips if each.becomes is not None}
    today = [now for name in placed.written for now in becomes.get(name, (name,))]
    return with_rules(placed, [now for name in today for now in becomes.get(name, (name,))])
