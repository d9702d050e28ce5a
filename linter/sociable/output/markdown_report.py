"""A comment on a pull request, or the summary of a build: GitHub and GitLab draw it."""

import re
from collections.abc import Mapping

from sociable.findings.finding import Finding, by_gravity
from sociable.findings.members import sources_of
from sociable.findings.report import Report, RuleSummary
from sociable.output.explanation import explanation, step_sentence, step_title
from sociable.output.text_report import summary
from sociable.records.static import TextIO
from sociable.sources.dates import day_or_now
from sociable.text.safe import one_line
from sociable.text.style import Style

_SIGNS = {"error": "🛑", "warning": "⚠️", "info": "💡"}
LONGEST = 60_000
"""Characters: a comment on GitHub holds 65,536."""

_ACTS = re.compile(r"[\\`*_\[\]!|~$:]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "@": "&#64;&#8203;", "#": "&#35;&#8203;"}
"""What has no width behind a sign keeps servers from sending word to whoever is called what follows."""
_ADDRESS = re.compile(r"https://[\w./%?=+-]+$")


def write(report: Report, out: TextIO, style: Style) -> None:
    """Write the summary, and what is told of each finding to be unfolded, the gravest first."""
    out.write(f"### sociable\n\n{inert(summary(report))}\n")
    told = by_gravity(report.findings)
    left, today, pages = LONGEST, day_or_now(report.today), report.pages_by_name()
    for number, finding in enumerate(told):
        entry = unfolding(finding, today, pages)
        left -= len(entry)
        if left < 0 or (style.most and number >= style.most):
            out.write(f"\nAnd {len(told) - number} more.\n")
            return
        out.write(entry)


def inert(text: str) -> str:
    """A text on one line in which nothing acts: no link, no mention, no picture, no HTML."""
    text = _ACTS.sub(lambda sign: f"\\{sign[0]}", one_line(text))
    return "".join(_ENTITIES.get(each, each) for each in text)


def _address_in(text: str, finding: Finding) -> str:
    """The address in what is said of a source, if readers can safely follow it."""
    cited = {each.citation.address for each, *_ in sources_of(finding) if each.citation is not None}
    address = max((each for each in cited if each in text), key=len, default="")
    return address if _ADDRESS.match(address) else ""


def unfolding(finding: Finding, today: str, pages: Mapping[str, RuleSummary]) -> str:
    """A line, and behind it what is told of a finding."""
    place = f"({inert(str(finding.span))}, {inert(finding.rule)})"
    head = f"{_SIGNS[finding.severity]} <b>{inert(finding.message)}</b> {place}"
    lines = ["", "<details>", f"<summary>{_html(head)}</summary>", ""]
    if finding.loop:
        steps = enumerate(finding.loop.walk, 1)
        lines += [f"{number}. {inert(f'{step_title(step)}: {step_sentence(step)}')}" for number, step in steps]
        lines.append("")
    for label, text in explanation(finding, today, pages):
        said = inert(text)
        if label == "source" and (address := _address_in(text, finding)):
            said = said.replace(inert(address), f"<{one_line(address)}>")
        lines.append(f"- **{label}:** {said}" if label else f"  {said}")
    return "\n".join([*lines, "", "</details>", ""])


def _html(text: str) -> str:
    """In a summary no backslash is needed, as it is HTML; no link either, as some servers take it for Markdown."""
    plain = re.sub(r"\\([^A-Za-z0-9\s])", r"\1", text)
    return plain.replace("[", "&#91;").replace("]", "&#93;")
