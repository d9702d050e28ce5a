"""What the options of several commands take: words, and what they stand for, declared once."""

from enum import StrEnum
from typing import Annotated

import typer

from sociable.cli.console import COLOURING
from sociable.findings.finding import CONFIDENCES, SEVERITIES
from sociable.output.formats import formats_of
from sociable.vocabulary.platforms import PLATFORMS
from sociable.vocabulary.values import PROFILES

AnswerFormat = StrEnum("AnswerFormat", {name: name for name in formats_of("answer")})  # type: ignore[misc]
RehearsalFormat = StrEnum("RehearsalFormat", {name: name for name in formats_of("rehearsals")})  # type: ignore[misc]
RegisterFormat = StrEnum("RegisterFormat", {name: name for name in formats_of("register")})  # type: ignore[misc]
Drawing = StrEnum("Drawing", {name: name for name in formats_of("picture")})  # type: ignore[misc]
Severity = StrEnum("Severity", {name: name for name in SEVERITIES})  # type: ignore[misc]
Confidence = StrEnum("Confidence", {name: name for name in CONFIDENCES})  # type: ignore[misc]
Color = StrEnum("Color", {name: name for name in COLOURING})  # type: ignore[misc]
Profile = StrEnum("Profile", {name: name for name in PROFILES})  # type: ignore[misc]
Platform = StrEnum("Platform", {name: name for name in PLATFORMS})  # type: ignore[misc]
AUTO = Color("auto")
LISTED = RegisterFormat("text")
AS_TEXT, TIMELINE, SVG = AnswerFormat("text"), RehearsalFormat("text"), Drawing("svg")


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
