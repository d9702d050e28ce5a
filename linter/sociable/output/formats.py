"""Tell what was found. A format decides nothing, and is imported only when it is asked for."""

from typing import TextIO

from sociable.findings.report import Report

FORMATS = {
    "text": "for people: excerpt, what people see, why, what to do",
    "json": "everything, as schemas/findings.schema.json describes it",
    "sarif": "SARIF 2.1.0, for code scanning and editors",
    "github": "annotations on a GitHub pull request",
}

ANSWER_FORMATS = ("text", "json")
"""How the answer to a question may be written: `linter/sociable/output/answers.py`."""


def write(
    report: Report,
    out: TextIO,
    form: str,
    *,
    colour: bool = False,
    width: int = 80,
    verbose: bool = False,
    links: bool = False,
) -> None:
    """Write ``report`` in one of ``FORMATS``; colour, width, verbosity and links matter to people only."""
    match form:
        case "text":
            from sociable.output import text_report

            text_report.write(report, out, colour=colour, width=width, verbose=verbose, links=links)
        case "json":
            from sociable.output import json_report

            json_report.write(report, out)
        case "sarif":
            from sociable.output import sarif

            sarif.write(report, out)
        case "github":
            from sociable.output import github

            github.write(report, out)
        case _:
            raise ValueError(f"{form!r} is not one of {', '.join(FORMATS)}")
