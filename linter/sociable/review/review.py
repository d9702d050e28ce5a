"""From what was found to what is told: how grave, accepted or not, there before or new, wanted or not."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date

from sociable.config.effective import Configuration
from sociable.findings.finding import Finding
from sociable.findings.problem import finding_of
from sociable.findings.report import Entry
from sociable.project.load import Project
from sociable.records.record import Record
from sociable.review.gravity import Gravity
from sociable.review.selection import Before, Wanted, touched, touching
from sociable.review.suppressed import Registered, Rules, suppressed
from sociable.review.suppression_places import in_comments, in_configuration, in_notes
from sociable.rulebook.former_names import FormerNames
from sociable.setup.model import NOTHING
from sociable.text.wording import both


class Scope(Record):
    """What of a project is looked at: ``whole`` if all its files were read, ``touching`` the files asked about.

    ``before`` is what was found at some former time, if that is known.
    """

    whole: bool = True
    touching: Collection[str] | None = None
    before: Before | None = None


class Reviewed(Record):
    """Findings that are told, those that were accepted, those of the baseline, what is only in it, and the register.

    ``renamed`` are lines of the baseline that call a rule by a former name.
    """

    told: list[Finding]
    suppressed: list[Finding]
    kept: list[Finding]
    stale: list[Entry]
    register: list[Registered]
    renamed: Sequence[Entry] = ()

    @property
    def remarks(self) -> Iterator[str]:
        """What somebody should know who goes by that baseline."""
        if self.renamed:
            names = both(dict.fromkeys(each.rule for each in self.renamed))
            yield f"the baseline calls rules by former names ({names}): `sociable baseline update` writes them anew"


class Standards(Record):
    """By what to review: the configuration, the categories of all rules by name, the names of those that ran, and when.

    ``former`` are the names that rules had once.
    ``baseline`` is the path of one, or empty. ``trusted`` gives the text of a file in the commit that is trusted, if
    only what stands there is to count.
    """

    config: Configuration
    categories: Mapping[str, str]
    ran: Collection[str]
    today: date
    baseline: str = ""
    trusted: Callable[[str], str] | None = None
    former: FormerNames = NOTHING


def reviewed(findings: list[Finding], project: Project, by: Standards, scope: Scope, wanted: Wanted) -> Reviewed:
    """Raises ``BadBaseline``."""
    weighed = Gravity(by.config, dict(by.categories), by.former).weighed(findings)
    placed, problems = in_comments(project.sources, project.documents, by.former, by.trusted)
    if by.config.value("trust-notes"):
        noted, wrong = in_notes(project.notes, by.former, by.trusted)
        placed, problems = [*placed, *noted], [*problems, *wrong]
    configured, mistakes = in_configuration(by.config, by.former)
    ran = by.ran if scope.whole else ()
    rules = Rules(by.categories, ran, by.former)
    require_reason = by.config.value("require-reason")
    sifted = suppressed(weighed, [*placed, *configured], project, rules, by.today, require_reason)
    seen: dict[str, int] = {}
    told = [*sifted.told, *(finding_of(each, seen) for each in (*problems, *mistakes, *sifted.problems))]
    hidden = sifted.suppressed
    if scope.touching is not None:
        files = touched(scope.touching, project, scope.before)
        told, hidden = touching(told, files), touching(hidden, files)
    told = list(wanted.among(told))
    kept: list[Finding] = []
    stale: list[Entry] = []
    renamed: list[Entry] = []
    if by.baseline:
        from sociable.review.baseline import compared, read_baseline

        told, kept, stale, renamed = compared(told, read_baseline(by.baseline), by.former)
        if not scope.whole or scope.touching is not None or wanted != Wanted():
            stale = []
        stale = [entry for entry in stale if entry.rule in by.ran or entry.rule not in by.categories]
    return Reviewed(told, hidden, kept, stale, sifted.register, renamed)
