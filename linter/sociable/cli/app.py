"""What there is to type: every command with its arguments and options, declared once.

A command does what `run` of its file in `commands/` does; the functions here only declare. Ordinary calls never come
here: `fast_options` reads them by a table made from these declarations.
"""

from enum import StrEnum
from io import StringIO
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from sociable.cli import console
from sociable.cli.commands import run_call
from sociable.cli.commands.explain import rule_names
from sociable.findings.finding import SEVERITIES
from sociable.output.formats import formats_of
from sociable.rehearsal.timeline import DEFAULT_ROUNDS
from sociable.text.safe import visible
from sociable.version import __version__
from sociable.vocabulary.platforms import PLATFORMS
from sociable.vocabulary.values import PROFILES

Format = StrEnum("Format", {name: name for name in formats_of("report")})  # type: ignore[misc]
AnswerFormat = StrEnum("AnswerFormat", {name: name for name in formats_of("answer")})  # type: ignore[misc]
RehearsalFormat = StrEnum("RehearsalFormat", {name: name for name in formats_of("rehearsals")})  # type: ignore[misc]
Drawing = StrEnum("Drawing", {name: name for name in formats_of("picture")})  # type: ignore[misc]
ReportFormat = StrEnum("ReportFormat", {name: name for name in formats_of("client report")})  # type: ignore[misc]
Severity = StrEnum("Severity", {name: name for name in SEVERITIES})  # type: ignore[misc]
Profile = StrEnum("Profile", {name: name for name in PROFILES})  # type: ignore[misc]
Platform = StrEnum("Platform", {name: name for name in PLATFORMS})  # type: ignore[misc]
_TEXT, _WARNING = Format("text"), Severity("warning")
_AS_TEXT, _TIMELINE, _SVG = AnswerFormat("text"), RehearsalFormat("text"), Drawing("svg")
_HTML = ReportFormat("html")


def _how_to_write(takes: str) -> str:
    return f"How to write it: {'; '.join(f'{form.name} ({form.words})' for form in formats_of(takes).values())}."


class Only(StrEnum):
    """What a drawing may be reduced to."""

    LOOPS = "loops"


_HERE, _NONE = ["."], list[str]()
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


class Command(TyperCommand):
    """A declaration that is run by the file of its name."""

    def invoke(self, ctx: Any) -> int:
        """Hand the values to the command, as `fast_options` would."""
        command = ctx.command_path.partition(" ")[2]
        lists = {name: tuple(value) for name, value in ctx.params.items() if isinstance(value, list)}
        return run_call(command, ctx.params | lists)


app = typer.Typer(
    name="sociable",
    help="Find out what your social automations would do to people, before they do it.",
    epilog="Exit codes: 0 nothing found, 1 findings, 2 a mistake in the call, 3 nothing to lint.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
rules = typer.Typer(help="Look at the rules, and test their pages.", no_args_is_help=True)
app.add_typer(rules, name="rules")
facts = typer.Typer(help="Look at what platforms and law say, and how long ago somebody looked.", no_args_is_help=True)
app.add_typer(facts, name="facts")


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
    paths: PathsOrStdin = _HERE,
    form: Annotated[Format, typer.Option("--format", "-f", help=_how_to_write("report"))] = _TEXT,
    fail_on: Annotated[Severity, typer.Option(help="The mildest finding that gives exit code 1.")] = _WARNING,
    profile: Annotated[
        Profile | None,
        typer.Option(help="For whom to check: some rules only matter to some.", show_default="as configured"),
    ] = None,
    project: Annotated[
        str | None,
        typer.Option(
            metavar="FOLDER",
            help="Read everything below this folder too, but tell only what touches PATHS. For hooks that pass "
            "changed files.",
        ),
    ] = None,
    allow_nothing: Annotated[
        bool, typer.Option("--allow-nothing", help="No automation file at all is fine: exit code 0, not 3.")
    ] = False,
    stdin_filename: StdinName = "stdin.yml",
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Also list the files that were skipped.")] = False,
    own_rules: OwnRules = _NONE,
    why: Annotated[
        bool, typer.Option("--why", help="Say for each finding which conditions held, because of which line.")
    ] = False,
    min_coverage: Annotated[
        str,
        typer.Option(
            metavar="PERCENT",
            help="Exit code 1 for a file of another tool of which less is understood, such as 80%.",
        ),
    ] = "0%",
    today: Annotated[
        str,
        typer.Option(metavar="DATE", help="Which day it is, as 2026-11-28, for the age of sources. Without: this one."),
    ] = "",
    why_not: Annotated[
        str | None,
        typer.Option(
            metavar="RULE[:AUTOMATION]",
            help="Instead of a report: say why this rule says nothing, of this automation or of what comes nearest.",
        ),
    ] = None,
) -> None:
    """Check automation files and say what people would experience, why it matters, and what to change."""


@app.command(cls=Command)
def graph(
    paths: Paths = _HERE,
    form: Annotated[Drawing, typer.Option("--format", "-f", help=_how_to_write("picture"))] = _SVG,
    around: Annotated[
        str, typer.Option(metavar="ID", help="Only this account or automation, and what is up to two arrows away.")
    ] = "",
    only: Annotated[Only | None, typer.Option(help="Only automations that are on a loop.")] = None,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Where to write it. Without: standard output.")
    ] = "",
) -> None:
    """Draw accounts, their automations, and what sets off what."""


@app.command(cls=Command)
def query(
    question: Annotated[
        str, typer.Argument(help="In the language of rules: 'for each step s when s.verb is dm unless s.is_approved'.")
    ],
    paths: PathsOrStdin = _HERE,
    form: Annotated[AnswerFormat, typer.Option("--format", "-f", help=_how_to_write("answer"))] = _AS_TEXT,
    stdin_filename: StdinName = "stdin.yml",
) -> None:
    """List whatever in these files meets some conditions, as text or JSON. Exit code 0 whether anything does or not."""


@app.command("import", cls=Command)
def import_(
    path: Annotated[
        str, typer.Argument(metavar="FILE", help="A file that another tool wrote; - reads standard input.")
    ],
) -> None:
    """Print what is understood of a file of another tool as an automation file, with what is open as comments."""


@app.command(cls=Command)
def explain(
    rule: Annotated[str, typer.Argument(help="The name of a rule.", autocompletion=rule_names)],
    own_rules: OwnRules = _NONE,
) -> None:
    """Show the page of a rule: what people see, examples, and the sources it rests on."""


@app.command(cls=Command)
def rehearse(
    paths: Paths = _HERE,
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
    form: Annotated[RehearsalFormat, typer.Option("--format", "-f", help=_how_to_write("rehearsals"))] = _TIMELINE,
) -> None:
    """Play the setup against one event, and print who then does what to whom, in which words, and why."""


@app.command(cls=Command)
def report(
    paths: Paths = _HERE,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Where to write it. Without: standard output.")
    ] = "",
    form: Annotated[ReportFormat, typer.Option("--format", "-f", help=_how_to_write("client report"))] = _HTML,
    title: Annotated[str, typer.Option(metavar="WORDS", help="What to write above it, such as for whom it is.")] = "",
    profile: Annotated[
        Profile | None,
        typer.Option(help="For whom to check: some rules only matter to some.", show_default="as configured"),
    ] = None,
    own_rules: OwnRules = _NONE,
    redact: Annotated[
        bool, typer.Option("--redact", help="Leave out excerpts of files, and names and addresses of people.")
    ] = False,
    since: Annotated[
        str, typer.Option(metavar="REPORT.json", help="Compare with what `check --format json` wrote last time.")
    ] = "",
    clients: Annotated[
        str,
        typer.Option(
            metavar="folders|FILE",
            help="A report for each client, and an index, in the folder --output: `folders` takes each folder for a "
            "client, a TOML file says whose an account is.",
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


@rules.command("list", cls=Command)
def list_rules(
    platform: Annotated[
        Platform | None, typer.Option(help="Only what applies there, with the severity it has there.")
    ] = None,
    own_rules: OwnRules = _NONE,
) -> None:
    """List every rule with its severity and what it is about."""


@rules.command("test", cls=Command)
def run_rule_tests(
    folders: Annotated[
        list[str], typer.Argument(help="Folders of rule pages. Without any: the built-in rules.")
    ] = _NONE,
) -> None:
    """Run the examples of rule pages, and find clauses that no example needs."""


@rules.command("overlap", cls=Command)
def find_overlaps(
    folders: Annotated[
        list[str], typer.Argument(help="Folders of rule pages, looked at together with the built-in rules.")
    ] = _NONE,
    paths: Annotated[
        list[str],
        typer.Option("--on", metavar="PATH", help="Also run the rules over these automation files. Repeatable."),
    ] = _NONE,
) -> None:
    """List rules that speak of the same step of an example, and how that is meant. Exit code 1 if nobody says so."""


@rules.command("format", cls=Command)
def format_rules(
    paths: Annotated[
        list[str],
        typer.Argument(
            help="Pages and folders of rule pages; - reads standard input. Without any: the built-in rules."
        ),
    ] = _NONE,
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
    platform: Annotated[Platform | None, typer.Option(help="Only what holds there.")] = None,
    rule: Annotated[str, typer.Option(help="Only what this rule rests on.", autocompletion=rule_names)] = "",
) -> None:
    """List every fact with what it says and the gravest severity it can carry."""


@facts.command("show", cls=Command)
def show_fact(fact: Annotated[str, typer.Argument(help="The id of a fact, such as X-01.")]) -> None:
    """Show a fact, the document it stands in, and the rules that rest on it."""


@facts.command("stale", cls=Command)
def stale_facts(
    today: Annotated[str, typer.Option(metavar="DATE", help="Which day it is, as 2026-11-28. Without: this one.")] = "",
) -> None:
    """List the facts that were seen more than a year ago. Exit code 1 if there are any."""
