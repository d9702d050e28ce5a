"""The commands for others than whoever types them: a report for a client, servers for editors and assistants."""

from typing import Annotated

import typer

from sociable.cli.declared_command import Command
from sociable.cli.option_types import (
    HERE,
    HTML,
    NONE,
    OwnRules,
    Paths,
    Preview,
    ProfileName,
    ReportFormat,
    how_to_write,
)

for_others = typer.Typer()


@for_others.command(cls=Command)
def report(
    paths: Paths = HERE,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Where to write it. Without: standard output.")
    ] = "",
    form: Annotated[ReportFormat, typer.Option("--format", "-f", help=how_to_write("client report"))] = HTML,
    title: Annotated[str, typer.Option(metavar="WORDS", help="What to write above it, such as for whom it is.")] = "",
    profile: ProfileName = None,
    own_rules: OwnRules = NONE,
    preview: Preview = False,
    redact: Annotated[
        bool, typer.Option("--redact", help="Leave out excerpts of files, and names and addresses of people.")
    ] = False,
    since: Annotated[
        str,
        typer.Option(metavar="FILE", help="Compare with what `check --format json` wrote, or with a baseline."),
    ] = "",
    clients: Annotated[
        str,
        typer.Option(
            metavar="folders|FILE",
            help="A report for each client, and an index, in the folder --output. Whose an account is it says itself "
            "(`client:`); else `folders` goes by the configuration, and then takes each folder or file that describes "
            "accounts for a client, or that holds their automations where one file describes all; a TOML file goes by "
            "its own table [clients]. A table that is called so is `./folders`.",
        ),
    ] = "",
    today: Annotated[
        str, typer.Option(metavar="DATE", help="The day of the report, as 2026-11-28. Without: today.")
    ] = "",
    words: Annotated[
        str, typer.Option(metavar="FILE", help="The words around what was found, in another language.")
    ] = "",
) -> None:
    """Write a report for somebody who opens no terminal: what people experience, what to change, what to ask."""


@for_others.command(cls=Command)
def server(
    stdio: Annotated[
        bool, typer.Option("--stdio", help="Over standard input and output, as always: some editors say so.")
    ] = False,
) -> None:
    """Talk to an editor (LSP, over standard input and output): findings as you type, what words mean, what fits."""


@for_others.command(cls=Command)
def mcp(
    project: Annotated[
        str | None,
        typer.Option(
            metavar="FOLDER",
            help="What may be read: this folder and what is below. Without: that of the nearest configuration.",
        ),
    ] = None,
) -> None:
    """Talk to an assistant that writes automations (MCP, over standard input and output), so that it can check them."""
