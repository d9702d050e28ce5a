"""What there is to type: every command with its arguments and options, declared once.

A command does what `run` of its file in `commands/` does; the functions here only declare. Ordinary calls never come
here: `fast_options` reads them by a table made from these declarations.
"""

from io import StringIO
from typing import Annotated

import typer

from sociable.cli import console
from sociable.cli.app_for_others import for_others
from sociable.cli.app_groups import baseline, cache, config_app, facts, rules
from sociable.cli.commands.explain import explained_names
from sociable.cli.declared_command import Command
from sociable.cli.option_types import (
    AS_CHANGES,
    AS_PAGE,
    AS_TEXT,
    AUTO,
    HERE,
    HOW_TO_WRITE_PAGE,
    LISTED,
    NO_PLATFORMS,
    NONE,
    SUMMED_UP,
    SVG,
    TIMELINE,
    Accounts,
    AnswerFormat,
    AtLeastGrave,
    AtLeastSure,
    ChangesFormat,
    Color,
    ConfigPath,
    Diff,
    Drawing,
    EachFormat,
    FailOn,
    Fix,
    Forms,
    Ignore,
    Isolated,
    MaxFindings,
    MinCoverage,
    NoCache,
    Only,
    Output,
    OwnRules,
    PageFormat,
    Paths,
    PathsOrStdin,
    Platforms,
    Preview,
    ProfileName,
    Project,
    ReadAs,
    RegisterFormat,
    RehearsalFormat,
    Select,
    Since,
    StdinName,
    Summary,
    Today,
    TrustedFrom,
    UnsafeFixes,
    WhyNot,
    how_to_write,
)
from sociable.cli.wrong_values import wrong_value
from sociable.rehearsal.timeline import DEFAULT_ROUNDS
from sociable.text.safe import visible
from sociable.version import __version__

app = typer.Typer(
    name="sociable",
    help="Find out what your social automations would do to people, before they do it.",
    epilog="Exit codes: 0 nothing found, 1 findings, 2 a mistake in the call, 3 nothing to lint.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(for_others)
app.add_typer(rules, name="rules")
app.add_typer(baseline, name="baseline")
app.add_typer(config_app, name="config")
app.add_typer(facts, name="facts")
app.add_typer(cache, name="cache")


def run(arguments: list[str]) -> int:
    """Parse and run. Returns the exit code."""
    try:
        result = app(arguments, prog_name="sociable", standalone_mode=False)
    except typer.Exit as done:
        return done.exit_code
    except typer.Abort:
        return console.INTERRUPTED
    except SystemExit as left:  # Typer makes 1 of a closed pipe, which would say that something was found
        if isinstance(left.__context__, BrokenPipeError):
            raise left.__context__ from None
        raise
    except Exception as error:
        if not hasattr(error, "format_message"):
            raise
        if wrong := wrong_value(arguments):
            return console.complain(wrong)
        shown = StringIO()
        error.show(file=shown)  # type: ignore[attr-defined]
        return console.tell(map(visible, shown.getvalue().splitlines()), console.FAILED)
    return result if isinstance(result, int) else console.CLEAN


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"sociable {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and leave.")
    ] = False,
) -> None:
    """Options that stand before a command."""


@app.command(cls=Command)
def check(
    paths: PathsOrStdin = HERE,
    forms: Forms = NONE,
    output: Output = "",
    fail_on: FailOn = None,
    profile: ProfileName = None,
    project: Project = None,
    allow_nothing: Annotated[
        bool, typer.Option("--allow-nothing", help="No automation file at all is fine: exit code 0, not 3.")
    ] = False,
    stdin_filename: StdinName = "stdin.yml",
    verbose: Annotated[
        bool,
        typer.Option(
            "--verbose", "-v", help="Tell everything in full: infos, all places, skipped files, the configuration."
        ),
    ] = False,
    own_rules: OwnRules = NONE,
    preview: Preview = False,
    select: Select = NONE,
    ignore: Ignore = NONE,
    platforms: Platforms = NO_PLATFORMS,
    accounts: Accounts = NONE,
    severity: AtLeastGrave = None,
    confidence: AtLeastSure = None,
    config: ConfigPath = "",
    isolated: Isolated = False,
    trusted_from: TrustedFrom = "",
    today: Today = "",
    baseline: Annotated[str, typer.Option(metavar="FILE", help="Tell only what this baseline does not hold.")] = "",
    no_baseline: Annotated[bool, typer.Option("--no-baseline", help="Go by no baseline.")] = False,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Instead of findings: how many there are of which rule.")
    ] = False,
    max_findings: MaxFindings = None,
    list_files: Annotated[
        bool, typer.Option("--list-files", help="Instead of checking: list the automation files that would be.")
    ] = False,
    color: Annotated[Color, typer.Option(help="Whether to write in colour.")] = AUTO,
    why: Annotated[
        bool, typer.Option("--why", help="Say for each finding which conditions held, because of which line.")
    ] = False,
    min_coverage: MinCoverage = "0%",
    watch: Annotated[bool, typer.Option("--watch", help="Check again whenever a file changes, until Ctrl-C.")] = False,
    read_as: ReadAs = None,
    why_not: WhyNot = None,
    fix: Fix = False,
    unsafe_fixes: UnsafeFixes = False,
    diff: Diff = False,
    no_cache: NoCache = False,
    since: Since = "",
) -> None:
    """Check automation files and say what people would experience, why it matters, and what to change."""


@app.command(cls=Command)
def fleet(
    folders: Annotated[
        list[str], typer.Argument(help="Folders of projects: each folder below, or those that hold a configuration.")
    ],
    form: Annotated[
        EachFormat | None,
        typer.Option(
            "--format",
            "-f",
            help=f"How to write the report of each project. {how_to_write('report')}",
            show_default="text",
        ),
    ] = None,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FOLDER", help="Where to write a report for each project.")
    ] = "",
    summary: Annotated[Summary, typer.Option(help=how_to_write("fleet"))] = SUMMED_UP,
    fail_on: FailOn = None,
    profile: ProfileName = None,
    own_rules: OwnRules = NONE,
    preview: Preview = False,
    select: Select = NONE,
    ignore: Ignore = NONE,
    isolated: Isolated = False,
    today: Today = "",
    workers: Annotated[
        int, typer.Option(min=0, metavar="NUMBER", help="How many processes; 0: as many as there are processors.")
    ] = 0,
    dask: Annotated[
        str,
        typer.Option(
            metavar="ADDRESS", help="Let the workers of this scheduler of Dask do the work. It opens a connection."
        ),
    ] = "",
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Tell of all projects.")] = False,
    no_cache: NoCache = False,
) -> None:
    """Check many projects, each by itself, on several processes or machines, and sum up."""


@app.command(cls=Command)
def init(folder: Annotated[str, typer.Argument(help="Where to begin. Without: this folder.")] = ".") -> None:
    """Write a first configuration, a hook in a checkout of git, and an example where there is nothing to check yet."""


@app.command(cls=Command)
def diff(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="OLD NEW",
            help="Two files or folders, as it was and as it is. With --since: what to compare (this folder).",
            show_default=False,
        ),
    ] = NONE,
    since: Annotated[
        str,
        typer.Option(metavar="REV", help="Compare what is here with this commit of git, such as main or HEAD~3."),
    ] = "",
    form: Annotated[ChangesFormat, typer.Option("--format", "-f", help=how_to_write("changes"))] = AS_CHANGES,
    output: Output = "",
    profile: ProfileName = None,
    own_rules: OwnRules = NONE,
    preview: Preview = False,
    config: ConfigPath = "",
    isolated: Isolated = False,
    today: Today = "",
    color: Annotated[Color, typer.Option(help="Whether to write in colour.")] = AUTO,
) -> None:
    """Say what a change does to people: what they will newly meet, what stops, what gets worse or better.

    Both states are judged as the new one is configured. Exit code 1 if anything changes.
    """


@app.command(cls=Command)
def suppressions(
    paths: Paths = HERE,
    form: Annotated[RegisterFormat, typer.Option("--format", "-f", help=how_to_write("register"))] = LISTED,
    own_rules: OwnRules = NONE,
    preview: Preview = False,
    config: ConfigPath = "",
    isolated: Isolated = False,
    today: Today = "",
) -> None:
    """List what was accepted: where, which rules, why, until when, and what it hides now."""


@app.command(cls=Command)
def graph(
    paths: Paths = HERE,
    form: Annotated[Drawing, typer.Option("--format", "-f", help=how_to_write("picture"))] = SVG,
    around: Annotated[
        str, typer.Option(metavar="ID", help="Only this account or automation, and what is up to two arrows away.")
    ] = "",
    only: Annotated[Only | None, typer.Option(help="Only automations that are on a loop.")] = None,
    output: Output = "",
) -> None:
    """Draw accounts, their automations, and what sets off what."""


@app.command(cls=Command)
def query(
    question: Annotated[
        str, typer.Argument(help="In the language of rules: 'for each step s when s.verb is dm unless s.is_approved'.")
    ],
    paths: PathsOrStdin = HERE,
    form: Annotated[AnswerFormat, typer.Option("--format", "-f", help=how_to_write("answer"))] = AS_TEXT,
    stdin_filename: StdinName = "stdin.yml",
) -> None:
    """List whatever in these files meets some conditions, as text or JSON. Exit code 0 whether anything does or not."""


@app.command("import", cls=Command)
def import_(
    path: Annotated[
        str, typer.Argument(metavar="FILE", help="A file that another tool wrote; - reads standard input.")
    ],
    read_as: ReadAs = None,
) -> None:
    """Print what is understood of a file of another tool as an automation file, with what is open as comments."""


@app.command(cls=Command)
def explain(
    name: Annotated[
        str,
        typer.Argument(
            help="A rule, a category of rules, or a word of the format: an event, a verb, a platform, a key, a value.",
            autocompletion=explained_names,
        ),
    ],
    own_rules: OwnRules = NONE,
    form: Annotated[PageFormat, typer.Option("--format", "-f", help=HOW_TO_WRITE_PAGE)] = AS_PAGE,
) -> None:
    """Show the page of a rule (what people see, examples, the sources it rests on), or say what a word means."""


@app.command(cls=Command)
def rehearse(
    paths: Paths = HERE,
    when: Annotated[str, typer.Option(metavar="EVENT", help="What happens first, such as `followed`.")] = "",
    account: Annotated[
        str, typer.Option(help="The id or handle of the account it happens to. Without it: each that hears it.")
    ] = "",
    mirror: Annotated[
        bool, typer.Option("--with-mirror", help="The stranger behind it runs a copy of the same automations.")
    ] = False,
    rounds: Annotated[
        int, typer.Option(min=1, help="How many rounds to play; what one round sets off is the next.")
    ] = DEFAULT_ROUNDS,
    form: Annotated[RehearsalFormat, typer.Option("--format", "-f", help=how_to_write("rehearsals"))] = TIMELINE,
) -> None:
    """Play the setup against one event, and print who then does what to whom, in which words, and why."""
