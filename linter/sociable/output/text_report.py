"""The report that people read in a terminal: what, where, what people see, why, and what to do."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from sociable.findings.finding import SEVERITIES, Clause, EvidenceStep, Finding, by_gravity
from sociable.findings.problem import PAGELESS_RULES, READING_RULES
from sociable.findings.report import REASONS, Coverage, Fixes, Report, RuleSummary, Skipped
from sociable.records.static import TextIO
from sociable.sources.dates import day_or_now
from sociable.text.safe import visible
from sociable.text.source import Span
from sociable.text.style import Paragraphs, Style
from sociable.text.wording import counted
from sociable.vocabulary.loop_words import STRANGERS_BOT

_INDENT = "  "
_LABEL = len(_INDENT + "what happens: ")
_MOST_RELATED = 5
_FEW_SKIPPED = 3
_MANY = 5
"""Findings from which on they are also counted by rule."""

_SAID_ONCE = ("why", "source")
_UNSAFE = " (unsafe: it changes what people see, so look at it first)"
_NO_ADVICE = "Sources are told in our own words, as of the day they were seen. This is no legal advice."
_ROLES = {"when": "because", "unless": "no excuse"}


def write(report: Report, out: TextIO, style: Style) -> None:
    """Write ``report`` in lines of at most so many columns; only the name of a place is never broken.

    With links, the name of a rule leads to its page.
    """
    page = Page(out, style)
    page.pages = report.pages_by_name()
    page.today = day_or_now(report.today)
    page.links = links_of(report.pages) if style.links else {}
    told = by_gravity(report.findings)
    folded = [] if style.infos or style.verbose else [each for each in told if each.severity == "info"]
    told = told[: len(told) - len(folded)]
    shown = told[: style.most] if style.most else told
    for finding in shown:
        page.finding(finding)
    if left := len(told) - len(shown):
        page.paragraph(f"and {counted(left, 'more finding')} (--max-findings 0 shows all)\n", style="strong")
    page.folded(folded)
    page.by_rule(told)
    page.coverage(report.coverage)
    page.configured(report.configured_by)
    page.skipped(report.skipped, nothing_else=not report.files and not report.findings)
    if shown and _rest_on_what_was_seen(shown):
        page.paragraph(_NO_ADVICE, style="faint")
    page.paragraph(summary(report), style="strong")


def _rest_on_what_was_seen(shown: Iterable[Finding]) -> bool:
    from sociable.findings.members import members_of

    return any(each.citation and each.citation.seen for finding in shown for each in members_of(finding))


class Page(Paragraphs):
    """A report that is being written, and what has been said on it already."""

    def __init__(self, out: TextIO, style: Style) -> None:
        super().__init__(out, style)
        self.verbose = style.verbose
        self.said: set[tuple[str, str]] = set()
        self.pages: dict[str, RuleSummary] = {}
        self.links: dict[str, str] = {}
        self.today = ""

    def finding(self, finding: Finding) -> None:
        from sociable.output.explanation import called

        related = finding.related if self.verbose else finding.related[:_MOST_RELATED]
        margin = margin_for((finding.span, *(other.span for other in related)))
        tag = f"{finding.severity}[{visible(finding.rule)}] "
        link = self.links.get(finding.rule, "")
        self.paragraph(finding.message, tag, len(_INDENT), style="strong", lead_style=finding.severity, lead_link=link)
        self.place(finding.span, margin, finding.severity, called(finding))
        for other in related:
            self.paragraph(f"{other.label}:", " " * (margin + 1))
            self.place(other.span, margin, "label")
        if left_out := len(finding.related) - len(related):
            self.paragraph(f"and {counted(left_out, 'more place')} (-v shows them)", " " * (margin + 1))
        if finding.loop:
            self.walk(finding.loop.walk)
            self.rehearsal(finding.loop.rehearsal)
        self.explanation(finding)
        self.clauses(finding.why_held)
        self.line()

    def folded(self, infos: list[Finding]) -> None:
        """A line for each file: what is no more than information."""
        files: dict[str, Counter[str]] = {}
        for each in infos:
            files.setdefault(each.span.path, Counter())[each.rule] += 1
        for path, rules in files.items():
            named = ", ".join(f"{rule} ({count})" if count > 1 else rule for rule, count in sorted(rules.items()))
            self.paragraph(f"{visible(path)}: {named}", "info ", len(_INDENT), lead_style="info")
        if infos:
            self.paragraph("-v tells infos in full", style="faint")
            self.line()

    def by_rule(self, told: list[Finding]) -> None:
        """How often each rule speaks, where there is so much that it gets lost."""
        if len(told) < _MANY:
            return
        counts = Counter((each.severity, each.rule) for each in told)
        margin = len(str(max(counts.values())))
        for (severity, rule), count in counts.items():
            self.paragraph(rule, f"{count:>{margin + 2}} {severity:<8}", lead_style=severity)
        self.line()

    def place(self, span: Span, margin: int, style: str, named: str = "") -> None:
        """Where it is and what its tool calls it, the lines that are there, and a mark under the first of them."""
        from sociable.output.excerpt import excerpt

        arrow, blank = self.paint("faint", "-->".rjust(margin + 3)), self.paint("faint", "|".rjust(margin + 2))
        self.line(f"{arrow} {_name(span)}{f', {visible(named)}' if named else ''}")
        for line in excerpt(span, self.width - margin - len(" | ")):
            self.line(f"{self.paint('faint', f'{line.number:>{margin}} |')} {line.text}")
            if line.number == span.line:
                self.line(f"{blank} {' ' * line.indent}{self.paint(style, '^' * line.length)}")

    def walk(self, walk: tuple[EvidenceStep, ...]) -> None:
        """The stations of a loop, numbered."""
        from sociable.output.explanation import step_sentence, step_title

        self.line(_INDENT + self.paint("label", "the loop:"))
        hang = len(f"{_INDENT}{len(walk)}. ")
        for number, step in enumerate(walk, 1):
            self.paragraph(step_title(step), f"{number}. ".rjust(hang), hang, style="strong")
            self.paragraph(step_sentence(step), " " * hang)
            if step.account != STRANGERS_BOT:
                self.line(f"{' ' * hang}{self.paint('faint', '-->')} {_name(step.span)}")
        self.paragraph("back to 1", " " * hang)

    def rehearsal(self, happenings: tuple[str, ...]) -> None:
        """The first things that happen when the loop is played."""
        if happenings:
            self.line(_INDENT + self.paint("label", "played out:"))
        hang = len(f"{_INDENT}{len(happenings)}. ")
        for number, happening in enumerate(happenings, 1):
            self.paragraph(happening, f"{number}. ".rjust(hang), hang)

    def explanation(self, finding: Finding) -> None:
        """What the rule says; what it said of an earlier finding in the same words is not said again."""
        from sociable.output.explanation import command_for, explanation

        for label, text in explanation(finding, self.today, self.pages):
            if label in _SAID_ONCE:
                if (finding.rule, text) in self.said:
                    if label == "why":
                        self.labelled(label, f"as said above, at the first `{finding.rule}`")
                    continue
                self.said.add((finding.rule, text))
            self.labelled(label, text)
        if finding.rule not in PAGELESS_RULES and (finding.rule, "") not in self.said:
            self.said.add((finding.rule, ""))
            self.labelled("more", command_for(finding.rule, self.pages.get(finding.rule)))

    def clauses(self, clauses: Iterable[Clause], labels: Mapping[str, str] = _ROLES) -> None:
        """Conditions of a rule, with what they came down to; a label for each role."""
        role = ""
        for clause in clauses:
            lead = "" if clause.role == role else f"{_INDENT}{labels[clause.role]}:"
            role = clause.role
            self.clause(clause, lead, _LABEL)

    def clause(self, clause: Clause, lead: str, hang: int, above: str = "") -> None:
        """One condition; what its parts say stands below it, further to the right as long as there is room."""
        inner = min(hang + len(_INDENT), self.width // 2)
        if clause.words in ("", above):
            inner = hang
        else:
            self.paragraph(clause.words, lead.ljust(hang), lead_style="label", style="strong")
            lead = ""
        if clause.says:
            place = f"--> {_name(clause.span)} " if clause.span else ""
            self.paragraph(clause.says, lead.ljust(inner) + place, inner, lead_style="faint")
            lead = ""
        for part in clause.parts:
            self.clause(part, lead, inner, clause.words)
            lead = ""

    def labelled(self, label: str, text: str) -> None:
        lead = f"{_INDENT}{label}:" if label else ""
        self.paragraph(text, lead.ljust(_LABEL), lead_style="do" if label == "do" else "label")

    def coverage(self, coverage: Mapping[str, Coverage]) -> None:
        """How much of each file of another tool was understood; what was not, if somebody asked."""
        for path, read in coverage.items():
            understood = f"{read.understood} of {counted(len(read.parts), 'node')} that start or act understood"
            missed = [part for part in read.parts if part.outcome == "not-understood"]
            more = " (-v lists the rest)" if missed and not self.verbose else ""
            self.paragraph(f"{visible(path)}: read as {read.read_as}, {understood}{more}", style="faint")
            for part in missed if self.verbose else ():
                line = f"{_name(part.span)} “{visible(part.called)}”: {REASONS[part.reason]}"
                self.paragraph(line, _INDENT, len(_INDENT) * 2)

    def configured(self, paths: tuple[str, ...]) -> None:
        """By which files it was configured, if somebody asked."""
        for path in paths if self.verbose else ():
            self.paragraph(f"configured by {path}", style="faint")

    def skipped(self, skipped: tuple[Skipped, ...], nothing_else: bool = False) -> None:
        """The files that were left alone; why, if somebody asked or if these few were all there is."""
        if self.verbose or (nothing_else and len(skipped) <= _FEW_SKIPPED):
            for path, reason in skipped:
                self.paragraph(f"{path}: {reason}", "skipped ", len(_INDENT), lead_style="faint")
        elif skipped:
            self.paragraph(f"skipped {counted(len(skipped), 'file')} (-v says which and why)", style="faint")


def links_of(pages: Iterable[RuleSummary]) -> dict[str, str]:
    """The addresses of the pages of rules, by name."""
    return {each.name: _address(each.path) for each in pages}


def _address(path: str) -> str:
    """A file on this machine, by the machine's name where systems do so: a terminal may be in front of another one."""
    from pathlib import Path
    from platform import node
    from urllib.parse import quote

    machine = quote(node()) if os.name == "posix" else ""
    return Path(path).absolute().as_uri().replace("file://", f"file://{machine}", 1)


def margin_for(spans: Iterable[Span]) -> int:
    """The columns that line numbers take, so that excerpts of all these places stand below each other."""
    from sociable.output.excerpt import shown_lines

    return max(len(str(shown_lines(span)[-1])) for span in spans)


def _name(span: Span) -> str:
    return f"{visible(span.path)}:{span.line}:{span.column}"


def summary(report: Report) -> str:
    """How much was found, in how much, and what was left untold and why."""
    broken = (finding.span.path for finding in report.findings if finding.rule in READING_RULES)
    files, accounts = counted(len({*report.files, *broken}), "file"), counted(report.accounts, "account")
    setup = f"{counted(report.automations, 'automation')} on {accounts}, {counted(report.rules, 'rule')}"
    severities = [finding.severity for finding in report.findings]
    counts = [_severity_count(severity, severities.count(severity)) for severity in reversed(SEVERITIES)]
    beside = "".join(f"; {words}" for words in _beside(report) if words)
    if severities:
        return f"{', '.join(filter(None, counts))} in {files} ({setup}){beside}"
    if report.files:
        return f"Nothing to report: {files}, {setup}{beside}."
    return "Nothing was checked: no automation files found. `sociable init` writes a first one."


def _beside(report: Report) -> Iterator[str]:
    yield fixes_words(report.fixes) if report.fixes else _fixable(report.findings)
    if report.suppressed:
        yield f"{_places(report.suppressed)} suppressed"
    if report.kept:
        yield f"{_places(report.kept)} kept by the baseline"
    if report.stale:
        one = len(report.stale) == 1
        lines = "1 line of the baseline is" if one else f"{len(report.stale)} lines of the baseline are"
        yield f"{lines} found no more (`sociable baseline prune` takes {'it' if one else 'them'} out)"


def fixes_words(fixes: Fixes) -> str:
    """How many findings were fixed, and how many more could be."""
    more = f", {fixes.more} more can be with --unsafe-fixes{_UNSAFE}" if fixes.more else ""
    return f"{fixes.fixed} fixed{more}"


def _fixable(findings: Iterable[Finding]) -> str:
    """How many findings could be fixed, and by typing what."""
    counts = Counter(each.fix.safety for each in findings if each.fix is not None)
    ways = (("safe", "--fix"), ("unsafe", "--unsafe-fixes"))
    words = [f"{counts[safety]} {{}} with {typed}" for safety, typed in ways if counts[safety]]
    told = ", ".join(each.format("more" if number else "can be fixed") for number, each in enumerate(words))
    return f"{told}{_UNSAFE}" if counts["unsafe"] else told


def _places(findings: Iterable[Finding]) -> int:
    """How many there are as a baseline and a suppression count: one on two accounts is two."""
    return sum(len(finding.members) or 1 for finding in findings)


def _severity_count(severity: str, count: int) -> str:
    if severity == "info" and count:
        return f"{count} info"
    return counted(count, severity) if count else ""
