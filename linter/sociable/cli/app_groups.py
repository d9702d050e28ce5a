"""The commands that stand below another word: `rules test`, `baseline create`."""

from typing import Annotated

import typer

from sociable.cli.commands.explain import rule_names
from sociable.cli.declared_command import Command
from sociable.cli.option_types import (
    HERE,
    NONE,
    AlsoOn,
    BaselineFile,
    ConfigPath,
    OwnRules,
    Paths,
    Platform,
    Preview,
    RuleFolders,
    RuleFoldersBeside,
)

rules = typer.Typer(help="Look at the rules, and test their pages.", no_args_is_help=True)
baseline = typer.Typer(help="Keep what was there before, and tell only what is new.", no_args_is_help=True)
config_app = typer.Typer(help="Look at what is configured.", no_args_is_help=True)
facts = typer.Typer(help="Look at what platforms and law say, and how long ago somebody looked.", no_args_is_help=True)

cache = typer.Typer(help="Look at what is kept of earlier checks, and delete it.", no_args_is_help=True)


@cache.command("show", cls=Command)
def show_cache() -> None:
    """Say where the cache is and how much it holds."""


@cache.command("clear", cls=Command)
def clear_cache() -> None:
    """Delete what is kept of earlier checks. Nothing is lost but time: the next ones check anew."""


@baseline.command("create", cls=Command)
def create_baseline(
    paths: Paths = HERE,
    output: BaselineFile = "",
    own_rules: OwnRules = NONE,
    preview: Preview = False,
    config: ConfigPath = "",
) -> None:
    """Write down what is found now, so that only what is new is told from now on."""


@baseline.command("update", cls=Command)
def update_baseline(
    paths: Paths = HERE,
    output: BaselineFile = "",
    own_rules: OwnRules = NONE,
    preview: Preview = False,
    config: ConfigPath = "",
    grow: Annotated[bool, typer.Option("--grow", help="Also write down what is new.")] = False,
) -> None:
    """Take out what is not found any more, follow what was edited, and say both; nothing new comes in by itself."""


@baseline.command("prune", cls=Command)
def prune_baseline(
    paths: Paths = HERE,
    output: BaselineFile = "",
    own_rules: OwnRules = NONE,
    preview: Preview = False,
    config: ConfigPath = "",
) -> None:
    """Take out what is not found any more."""


@baseline.command("show", cls=Command)
def show_baseline(
    paths: Paths = HERE,
    output: BaselineFile = "",
    own_rules: OwnRules = NONE,
    preview: Preview = False,
    config: ConfigPath = "",
) -> None:
    """List what was written down, and what of it is not found any more."""


@config_app.command("show", cls=Command)
def show_config(
    path: Annotated[str, typer.Argument(help="A file or folder. Without: this folder.", show_default=False)] = ".",
    config: ConfigPath = "",
) -> None:
    """Show each setting that holds for a file, with the file and line that it comes from."""


@rules.command("list", cls=Command)
def list_rules(
    platform: Annotated[
        Platform | None,
        typer.Option(
            metavar="PLATFORM",
            help="Only what applies there, with the severity it has there; `sociable explain platforms` lists them.",
        ),
    ] = None,
    own_rules: OwnRules = NONE,
) -> None:
    """List every rule with its severity and what it is about."""


@rules.command("test", cls=Command)
def run_rule_tests(
    folders: RuleFolders = NONE,
) -> None:
    """Run the examples of rule pages, and find clauses that no example needs."""


@rules.command("overlap", cls=Command)
def find_overlaps(
    folders: RuleFoldersBeside = NONE,
    paths: AlsoOn = NONE,
) -> None:
    """List rules that speak of the same step of an example, and how that is meant. Exit code 1 if nobody says so."""


@rules.command("format", cls=Command)
def format_rules(
    paths: Annotated[
        list[str],
        typer.Argument(
            help="Pages and folders of rule pages; - reads standard input. Without any: the built-in rules."
        ),
    ] = NONE,
    only_check: Annotated[
        bool, typer.Option("--check", help="Change nothing: exit code 1 if a page is not well laid out.")
    ] = False,
) -> None:
    """Lay out the rules on rule pages in one way; everything else on a page stays as it is."""


@rules.command("new", cls=Command)
def new_rule(
    name: Annotated[str, typer.Argument(help="What people will write after “ignore”, such as unfollow-shaming.")],
    folder: Annotated[str, typer.Option("--in", metavar="FOLDER", help="Your folder of rule pages.")] = "rules",
    category: Annotated[str, typer.Option(help="The folder inside it: what the rule is about.")] = "own",
) -> None:
    """Write a page for a rule of your own, with words still to be filled in."""


@facts.command("list", cls=Command)
def list_facts(
    platform: Annotated[
        Platform | None,
        typer.Option(metavar="PLATFORM", help="Only what holds there; `sociable explain platforms` lists them."),
    ] = None,
    rule: Annotated[str, typer.Option(help="Only what this rule rests on.", autocompletion=rule_names)] = "",
) -> None:
    """List every fact with what it says and the gravest severity it can carry, and every limit and length of a text."""


@facts.command("show", cls=Command)
def show_fact(
    fact: Annotated[str, typer.Argument(help="The id of a fact, such as X-01, or of a figure, such as LIM-001.")],
) -> None:
    """Show a fact, a limit or a length, the document it stands in, and the rules that rest on it."""


@facts.command("stale", cls=Command)
def stale_facts(
    today: Annotated[str, typer.Option(metavar="DATE", help="Which day it is, as 2026-11-28. Without: this one.")] = "",
) -> None:
    """List the facts, limits and lengths that were seen more than a year ago. Exit code 1 if there are any."""
