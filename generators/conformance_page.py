"""The judges judged: what platforms say of scenarios, beside what the rules say of files that describe them.

Each file under ``tests/conformance/PLATFORM/`` holds one scenario; its first lines say which and what the
platform says of it:

- ``allowed``: no error and no warning;
- ``not_allowed``: for each automation an error of one of ``rules``;
- ``conditional``: for each automation a warning or information of one of ``rules`` that speaks of the ``condition``; an
  error where the same platform forbids by name what is left without it (``otherwise`` is that row). The file with
  ``met:`` fulfils the condition: no error and no warning, and no finding that speaks of the condition.

Scenarios without a file stand in ``not-judged.json``, with the reason. ``docs/conformance.md`` is made of both.
"""

import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sociable.findings.finding import SEVERITIES, Finding
from sociable.findings.problem import READING_RULES
from sociable.findings.report import Report
from sociable.pipeline import Request, check
from sociable.vocabulary.platforms import PLATFORMS

VERDICTS = {"allowed": "allowed", "conditional": "allowed on a condition", "not_allowed": "not allowed"}
REASONS = {
    "not-in-the-file": "The verdict hangs on something that no automation file says, so no honest file tells the "
    "allowed from the forbidden. These are not counted.",
    "no-rule-yet": "An automation file can say it, and no rule looks for it yet.",
    "milder": "Judged more mildly on purpose: one server's rule, or a custom, is not what the platform itself says.",
}
NOT_JUDGED = "not-judged.json"

_HEADER = re.compile(r"# (\w+): (.+)")


class Case(NamedTuple):
    """A file with its header.

    ``words`` is the scenario in our own words; ``met`` the name of the file whose condition is met in this one.
    """

    path: str
    platform: str
    scenario: str
    verdict: str
    words: str
    source: str
    address: str
    seen: str
    rules: tuple[str, ...] = ()
    condition: str = ""
    otherwise: str = ""
    met: str = ""


class Unjudged(NamedTuple):
    """A scenario without a file, and the reason: one of ``REASONS``, and in words."""

    scenario: str
    platform: str
    verdict: str
    words: str
    reason: str
    why: str
    source: str
    address: str
    seen: str


class Outcome(NamedTuple):
    """What the rules say of a case, and what of that is not as it should be."""

    case: Case
    said: tuple[str, ...]
    shortcomings: tuple[str, ...]


def read_cases(folder: str) -> list[Case]:
    """The files of a folder, by platform and name. Raises ``KeyError`` for a header without verdict or source."""
    platforms = sorted(name for name in os.listdir(folder) if name in PLATFORMS)
    return [
        _case(os.path.join(folder, platform, name), platform)
        for platform in platforms
        for name in sorted(os.listdir(os.path.join(folder, platform)))
        if name.endswith(".yml")
    ]


def _case(path: str, platform: str) -> Case:
    with open(path, encoding="utf-8") as file:
        comment = [line for line in file.read().partition("\nsociable:")[0].splitlines() if line.startswith("#")]
    head = {match[1]: match[2] for line in comment if (match := _HEADER.fullmatch(line))}
    words = " ".join(line.lstrip("# ") for line in comment if not _HEADER.fullmatch(line)).strip()
    return Case(
        path=path,
        platform=platform,
        words=words,
        rules=tuple(filter(None, head.pop("rules", "").split(", "))),
        **head,
    )


def read_unjudged(folder: str) -> list[Unjudged]:
    """The scenarios without a file. Raises ``TypeError`` for a row that lacks something or says too much."""
    with open(os.path.join(folder, NOT_JUDGED), encoding="utf-8") as file:
        return [Unjudged(**row) for row in json.load(file)]


# ----------------------------------------------------------------------------------------- judging


def outcome(case: Case, cases: Iterable[Case]) -> Outcome:
    """How a file is judged; of a file with ``met:``, ``cases`` hold the one that names the condition."""
    report = check(Request((case.path,)))
    condition = next((each.condition for each in cases if os.path.basename(each.path) == case.met), "")
    said = sorted({(-SEVERITIES.index(each.severity), each.rule, each.severity) for each in report.findings})
    return Outcome(
        case, tuple(f"{severity}: {rule}" for _, rule, severity in said), tuple(shortcomings(case, report, condition))
    )


def shortcomings(case: Case, report: Report, condition: str = "") -> Iterator[str]:
    """Why a file is not judged as its platform does, a clause each; ``condition`` is the one that is met in it."""
    if not report.automations or any(each.rule in READING_RULES for each in report.findings):
        yield "it cannot be read"
    elif case.verdict == "allowed" or case.met:
        yield from (f"{each.rule} makes {each.severity} of it" for each in report.findings if each.severity != "info")
        if condition:
            yield from (f"{each.rule} asks for what is met" for each in report.findings if _names(each, condition))
    else:
        expected = [each for each in report.findings if each.rule in case.rules]
        yield from (f"{rule} says nothing" for rule in case.rules if rule not in {each.rule for each in expected})
        for automation in _automations(case.path):
            about = [each for each in expected if automation in each.subjects or _about_accounts(each, case.path)]
            yield from (f"of {automation}, {wrong}" for wrong in _of_one(case, about))


def _of_one(case: Case, findings: Sequence[Finding]) -> Iterator[str]:
    """What is wrong with what is said of one automation."""
    if case.verdict == "not_allowed":
        if not any(each.severity == "error" for each in findings):
            yield "there is no error"
        if any(each.platform != case.platform for each in findings):
            yield "another platform is spoken of"
        return
    naming = [each for each in findings if _names(each, case.condition)]
    wanted = {"error"} if case.otherwise else {"warning", "info"}
    if not naming:
        yield "nothing names the condition"
    elif not {each.severity for each in naming} <= wanted:
        yield f"the condition is named by something other than {' or '.join(sorted(wanted))}"


def _names(finding: Finding, condition: str) -> bool:
    return condition in " ".join((finding.message, finding.why, finding.advice))


def _automations(path: str) -> list[str]:
    return re.findall(r"^  - id: (\S+)$", _text(path), re.MULTILINE)


def _about_accounts(finding: Finding, path: str) -> bool:
    """A finding about an account is about all its automations."""
    accounts = re.findall(r"^  ([\w-]+):", _text(path).partition("\nautomations:")[0], re.MULTILINE)
    return set(finding.subjects) <= set(accounts)


def _text(path: str) -> str:
    with open(path, encoding="utf-8") as file:
        return file.read()


# ----------------------------------------------------------------------------------------- the page


def conformance_page(folder: str) -> str:
    """``docs/conformance.md``: each scenario, the platform's verdict and what the rules say of it."""
    cases = read_cases(folder)
    outcomes = [outcome(case, cases) for case in cases]
    unjudged = read_unjudged(folder)
    parts = [_INTRODUCTION, _summary(outcomes, unjudged)]
    for platform in dict.fromkeys(case.platform for case in cases):
        rows = [_row(each) for each in outcomes if each.case.platform == platform]
        parts.append("\n".join((f"## {PLATFORMS[platform].title}", "", *_HEADS, *rows)))
    parts.append("## Without a file")
    for reason, meaning in REASONS.items():
        rows = [_unjudged_row(each) for each in unjudged if each.reason == reason]
        if rows:
            heads = ("| platform | scenario | it says | why | source |", "| --- | --- | --- | --- | --- |")
            parts.append("\n".join((meaning, "", *heads, *rows)))
    return "\n\n".join(parts) + "\n"


_INTRODUCTION = """\
# What platforms say, and what sociable says

<!-- Made by `make generated` from the files in tests/conformance. -->

Platforms name scenarios themselves and say whether they allow them. Each is told here in our own words and written as
an automation file; the last but one column is what a check says of that file. What a platform forbids should be an
error, what it allows neither error nor warning, and a condition should be named as long as it is not met."""

_HEADS = ("| scenario | the platform says | sociable says | source |", "| --- | --- | --- | --- |")


def share(outcomes: Sequence[Outcome], unjudged: Sequence[Unjudged]) -> tuple[int, int]:
    """How many scenarios are judged as their platform does, of all that an automation file can describe."""
    wrong = {each.case.scenario for each in outcomes if each.shortcomings}
    encoded = {each.case.scenario for each in outcomes}
    return len(encoded - wrong), len(encoded) + sum(each.reason != "not-in-the-file" for each in unjudged)


def _summary(outcomes: Sequence[Outcome], unjudged: Sequence[Unjudged]) -> str:
    right, of = share(outcomes, unjudged)
    reasons = Counter(each.reason for each in unjudged)
    alarms = sum(bool(each.shortcomings) and each.case.verdict == "allowed" for each in outcomes)
    waiting = f"For {reasons['no-rule-yet']} there is no rule yet. " if reasons["no-rule-yet"] else ""
    return f"""\
Of {of} scenarios that an automation file can describe, **{right}** are judged as the platform judges them: \
{100 * right / of:.1f} %. {waiting}{reasons["milder"]} are judged more mildly on purpose. \
Of the allowed ones, {alarms} get an error or a warning. {reasons["not-in-the-file"]} more hang on something that \
no file says."""


def _row(judged: Outcome) -> str:
    case = judged.case
    name = f"[{case.scenario}](../tests/conformance/{case.platform}/{os.path.basename(case.path)})"
    said = "<br>".join(judged.said) or "nothing"
    wrong = "".join(f"<br>**not as it should be:** {each}" for each in judged.shortcomings)
    verdict = f"{VERDICTS[case.verdict]}{', which is met here' if case.met else ''}"
    return f"| {case.words} ({name}) | {verdict} | {said}{wrong} | {_source(case)} |"


def _unjudged_row(row: Unjudged) -> str:
    platform, verdict = PLATFORMS[row.platform].title, VERDICTS[row.verdict]
    return f"| {platform} | {row.words} (`{row.scenario}`) | {verdict} | {row.why} | {_source(row)} |"


def _source(row: Case | Unjudged) -> str:
    return f"[{row.source}]({row.address}), {row.seen}"
