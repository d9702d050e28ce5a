"""What the options of several commands take: words, and what they stand for, declared once."""

from enum import StrEnum
from typing import Annotated

import typer

from sociable.cli.commands.check import report_formats
from sociable.cli.commands.explain import FORMS, rule_names
from sociable.cli.console import COLOURING
from sociable.findings.finding import CONFIDENCES, SEVERITIES
from sociable.output.formats import formats_of
from sociable.readers.importers import FOREIGN
from sociable.vocabulary.platforms import PLATFORMS
from sociable.vocabulary.values import PROFILES

AnswerFormat = StrEnum("AnswerFormat", {name: name for name in formats_of("answer")})  # type: ignore[misc]
ChangesFormat = StrEnum("ChangesFormat", {name: name for name in formats_of("changes")})  # type: ignore[misc]
RehearsalFormat = StrEnum("RehearsalFormat", {name: name for name in formats_of("rehearsals")})  # type: ignore[misc]
RegisterFormat = StrEnum("RegisterFormat", {name: name for name in formats_of("register")})  # type: ignore[misc]
Summary = StrEnum("Summary", {name: name for name in formats_of("fleet")})  # type: ignore[misc]
EachFormat = StrEnum("EachFormat", {name: name for name in formats_of("report")})  # type: ignore[misc]
ReportFormat = StrEnum("ReportFormat", {name: name for name in formats_of("client report")})  # type: ignore[misc]
PageFormat = StrEnum("PageFormat", {name: name for name in FORMS})  # type: ignore[misc]
Drawing = StrEnum("Drawing", {name: name for name in formats_of("picture")})  # type: ignore[misc]
Severity = StrEnum("Severity", {name: name for name in SEVERITIES})  # type: ignore[misc]
Confidence = StrEnum("Confidence", {name: name for name in CONFIDENCES})  # type: ignore[misc]
Color = StrEnum("Color", {name: name for name in COLOURING})  # type: ignore[misc]
Profile = StrEnum("Profile", {name: name for name in PROFILES})  # type: ignore[misc]
Platform = StrEnum("Platform", {name: name for name in PLATFORMS})  # type: ignore[misc]
Foreign = StrEnum("Foreign", {name: name for name in FOREIGN})  # type: ignore[misc]
AUTO = Color("auto")
AS_PAGE = PageFormat("text")
SUMMED_UP = Summary("text")
LISTED, HTML = RegisterFormat("text"), ReportFormat("html")
AS_CHANGES = ChangesFormat("text")
AS_TEXT, TIMELINE, SVG = AnswerFormat("text"), RehearsalFormat("text"), Drawing("svg")


def how_to_write(takes: str) -> str:
    """The formats, each with what it is for."""
    return f"How to write it: {'; '.join(f'{form.name} ({form.words})' for form in formats_of(takes).values())}."


HOW_TO_WRITE_PAGE = f"How to write it: {'; '.join(f'{name} ({words})' for name, words in FORMS.items())}."


class Only(StrEnum):
    """What a drawing may be reduced to."""

    LOOPS = "loops"


HERE, NONE, NO_PLATFORMS = ["."], list[str](), list[Platform]()
Paths = Annotated[list[str], typer.Argument(help="Files and folders. Without any: this folder.", show_default=False)]
PathsOrStdin = Annotated[
    list[str],
    typer.Argument(help="Files and folders; - reads standard input. Without any: this folder.", show_default=False),
]
StdinName = Annotated[str, typer.Option(metavar="NAME", help="What to call standard input.")]
OwnRules = Annotated[
    list[str],
    typer.Option(
        "--rules", metavar="FOLDER", help="Add the rule pages of this folder to the built-in ones. Repeatable."
    ),
]


ConfigPath = Annotated[
    str, typer.Option("--config", metavar="FILE", help="Go by this configuration instead of the nearest.")
]
BaselineFile = Annotated[
    str,
    typer.Option(
        "--baseline",
        metavar="FILE",
        help="Which baseline.",
        show_default="as configured, or sociable-baseline.jsonl beside the configuration",
    ),
]
Isolated = Annotated[bool, typer.Option("--isolated", help="Go by no configuration.")]
Today = Annotated[
    str, typer.Option(metavar="DAY", help="The day by which dates are judged, such as 2027-01-31. Without: today, UTC.")
]


Output = Annotated[
    str, typer.Option("--output", "-o", metavar="FILE", help="Where to write it. Without: standard output.")
]
ProfileName = Annotated[
    Profile | None,
    typer.Option(help="For whom to check: some rules only matter to some.", show_default="as configured"),
]
Project = Annotated[
    str | None,
    typer.Option(
        metavar="FOLDER",
        help="Read everything below this folder too, but tell only what touches PATHS. For hooks that pass changed "
        "files.",
    ),
]
Since = Annotated[
    str,
    typer.Option(
        metavar="REV",
        help="Tell only what has come of changes since this commit of git, deleted files included. For hooks: HEAD.",
    ),
]
Forms = Annotated[
    list[str],
    typer.Option(
        "--format",
        "-f",
        metavar="FORM[:FILE]",
        help=f"{how_to_write('report')} With a file after a colon, it is written there. Repeatable.",
        show_default="text",
        autocompletion=report_formats,
    ),
]
Preview = Annotated[
    bool, typer.Option("--preview", help="Also run rules that are new in this version. Else as configured.")
]
FailOn = Annotated[
    Severity | None,
    typer.Option(help="The mildest finding that gives exit code 1.", show_default="as configured, or warning"),
]
Select = Annotated[
    list[str],
    typer.Option(
        metavar="RULES",
        help="Run these rules or categories only. Repeatable, or with commas.",
        autocompletion=rule_names,
    ),
]
Ignore = Annotated[
    list[str],
    typer.Option(
        metavar="RULES",
        help="Leave out these rules or categories. Repeatable, or with commas.",
        autocompletion=rule_names,
    ),
]
Platforms = Annotated[
    list[Platform],
    typer.Option(
        "--platform",
        metavar="PLATFORM",
        help="Tell only what is about this platform (as `sociable explain platforms` lists them), or about none. "
        "Repeatable.",
    ),
]
Accounts = Annotated[
    list[str], typer.Option("--account", metavar="ID", help="Tell only what is about this account. Repeatable.")
]
AtLeastGrave = Annotated[
    Severity | None, typer.Option(help="Tell only what is at least so grave; info tells infos in full.")
]
AtLeastSure = Annotated[Confidence | None, typer.Option(help="Tell only what is at least so sure.")]
TrustedFrom = Annotated[
    str,
    typer.Option(
        metavar="REV",
        help=(
            "Take configuration, suppressions, baseline, own rules and .gitignore from this commit, "
            "for strangers' proposals."
        ),
    ),
]
MaxFindings = Annotated[
    int | None,
    typer.Option(
        min=0,
        metavar="NUMBER",
        help="Tell at most so many, the gravest first; 0: all.",
        show_default="50 on a terminal, else all",
    ),
]
MinCoverage = Annotated[
    str,
    typer.Option(
        metavar="PERCENT",
        help="Exit code 1 for a file of another tool of which less is understood, such as 80%.",
    ),
]
ReadAs = Annotated[
    Foreign | None,
    typer.Option(
        "--as",
        help="The format that the files named here are in, where they are not recognised by what is in them.",
        show_default="as recognised",
    ),
]
NoCache = Annotated[
    bool,
    typer.Option("--no-cache", help="Check anew, also what was checked before as it is now, and keep nothing."),
]
WhyNot = Annotated[
    str | None,
    typer.Option(
        metavar="RULE[:AUTOMATION]",
        help="Instead of a report: say why this rule says nothing, of this automation or of what comes nearest.",
    ),
]
Fix = Annotated[
    bool, typer.Option("--fix", help="Apply safe fixes to the files, and report what is left. docs/fixes.md")
]
UnsafeFixes = Annotated[
    bool, typer.Option("--unsafe-fixes", help="With --fix or --diff: also the fixes that somebody has to look at.")
]
Diff = Annotated[
    bool,
    typer.Option("--diff", help="Instead of a report: show what --fix would change, and change nothing."),
]
RuleFolders = Annotated[list[str], typer.Argument(help="Folders of rule pages. Without any: the built-in rules.")]
RuleFoldersBeside = Annotated[
    list[str], typer.Argument(help="Folders of rule pages, looked at together with the built-in rules.")
]
AlsoOn = Annotated[
    list[str], typer.Option("--on", metavar="PATH", help="Also run the rules over these automation files. Repeatable.")
]
