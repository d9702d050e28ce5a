"""The command line: arguments in, exit code out, nothing else."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated

import typer

from sociable.cli import console
from sociable.cli.commands.check import CheckCall, run_check
from sociable.cli.commands.explain import explain as explain_rule
from sociable.cli.commands.explain import rule_names
from sociable.cli.commands.graph import GraphCall, draw
from sociable.cli.commands.query import query as answer_query
from sociable.cli.commands.rehearse import FORMATS as REHEARSAL_FORMATS
from sociable.cli.commands.rehearse import RehearseCall, run_rehearsal
from sociable.cli.commands.rules import list_rules as list_all_rules
from sociable.cli.commands.rules import run_tests
from sociable.cli.commands.why_not import why_not as say_why_not
from sociable.drawing import FORMATS as DRAWINGS
from sociable.findings.finding import SEVERITIES
from sociable.output.formats import ANSWER_FORMATS, FORMATS
from sociable.rehearsal.timeline import DEFAULT_ROUNDS
from sociable.version import __version__
from sociable.vocabulary.platforms import PLATFORMS
from sociable.vocabulary.values import DEFAULT_PROFILE, PROFILES

Format = StrEnum("Format", {name: name for name in FORMATS})  # type: ignore[misc]
RehearsalFormat = StrEnum("RehearsalFormat", {name: name for name in REHEARSAL_FORMATS})  # type: ignore[misc]
Severity = StrEnum("Severity", {name: name for name in SEVERITIES})  # type: ignore[misc]
Profile = StrEnum("Profile", {name: name for name in PROFILES})  # type: ignore[misc]
AnswerFormat = StrEnum("AnswerFormat", {name: name for name in ANSWER_FORMATS})  # type: ignore[misc]
Drawing = StrEnum("Drawing", {name: name for name in DRAWINGS})  # type: ignore[misc]
Platform = StrEnum("Platform", {name: name for name in PLATFORMS})  # type: ignore[misc]
_TEXT, _WARNING, _DEFAULT = Format("text"), Severity("warning"), Profile(DEFAULT_PROFILE)
_AS_TEXT, _TIMELINE, _SVG = AnswerFormat("text"), RehearsalFormat("text"), Drawing("svg")


class Only(StrEnum):
    """What a drawing may be reduced to."""

    LOOPS = "loops"


OwnRules = Annotated[
    list[str] | None,
    typer.Option(
        "--rules", metavar="FOLDER", help="Add the rule pages of this folder to the built-in ones. Repeatable."
    ),
]

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
        error.show()  # type: ignore[attr-defined]
        return console.FAILED
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


@app.command()
def check(
    paths: Annotated[
        list[str] | None, typer.Argument(help="Files and folders; - reads standard input. Without any: this folder.")
    ] = None,
    form: Annotated[Format, typer.Option("--format", "-f", help="How to write the report.")] = _TEXT,
    fail_on: Annotated[Severity, typer.Option(help="The mildest finding that gives exit code 1.")] = _WARNING,
    profile: Annotated[Profile, typer.Option(help="For whom to check: some rules only matter to some.")] = _DEFAULT,
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
    stdin_filename: Annotated[str, typer.Option(metavar="NAME", help="What to call standard input.")] = "stdin.yml",
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Also list the files that were skipped.")] = False,
    own_rules: OwnRules = None,
    why: Annotated[
        bool, typer.Option("--why", help="Say for each finding which conditions held, because of which line.")
    ] = False,
    today: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"], metavar="DATE", help="Which day it is, for the age of sources. Without: this one."
        ),
    ] = None,
    why_not: Annotated[
        str | None,
        typer.Option(
            metavar="RULE[:AUTOMATION]",
            help="Instead of a report: say why this rule says nothing, of this automation or of what comes nearest.",
        ),
    ] = None,
) -> int:
    """Check automation files and say what people would experience, why it matters, and what to change."""
    options = CheckCall(
        paths=tuple(paths or (".",)),
        form=form.value,
        fail_on=fail_on.value,
        verbose=verbose,
        project=project,
        allow_nothing=allow_nothing,
        stdin_filename=stdin_filename,
        profile=profile.value,
        rules=tuple(own_rules or ()),
        why=why,
        today=today.date().isoformat() if today else "",
    )
    if why_not is not None:
        return say_why_not(why_not, options)
    return run_check(options)


@app.command()
def graph(
    paths: Annotated[list[str] | None, typer.Argument(help="Files and folders. Without any: this folder.")] = None,
    form: Annotated[Drawing, typer.Option("--format", "-f", help="How to write the drawing.")] = _SVG,
    around: Annotated[
        str, typer.Option(metavar="ID", help="Only this account or automation, and what is up to two arrows away.")
    ] = "",
    only: Annotated[Only | None, typer.Option(help="Only automations that are on a loop.")] = None,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Where to write it. Without: standard output.")
    ] = "",
) -> int:
    """Draw accounts, their automations, and what sets off what."""
    return draw(GraphCall(tuple(paths or (".",)), form.value, around, only is Only.LOOPS, output))


@app.command()
def query(
    question: Annotated[
        str, typer.Argument(help="In the language of rules: 'for each step s when s.verb is dm unless s.is_approved'.")
    ],
    paths: Annotated[
        list[str] | None, typer.Argument(help="Files and folders; - reads standard input. Without any: this folder.")
    ] = None,
    form: Annotated[AnswerFormat, typer.Option("--format", "-f", help="How to write the answer.")] = _AS_TEXT,
    stdin_filename: Annotated[str, typer.Option(metavar="NAME", help="What to call standard input.")] = "stdin.yml",
) -> int:
    """List whatever in these files meets some conditions, as text or JSON. Exit code 0 whether anything does or not."""
    options = CheckCall(paths=tuple(paths or (".",)), form=form.value, stdin_filename=stdin_filename)
    return answer_query(question, options)


@app.command()
def explain(
    rule: Annotated[str, typer.Argument(help="The name of a rule.", autocompletion=rule_names)],
    own_rules: OwnRules = None,
) -> int:
    """Show the page of a rule: what people see, examples, and the sources it rests on."""
    return explain_rule(rule, tuple(own_rules or ()))


@app.command()
def rehearse(
    paths: Annotated[list[str] | None, typer.Argument(help="Files and folders. Without any: this folder.")] = None,
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
    form: Annotated[RehearsalFormat, typer.Option("--format", "-f", help="How to write the timeline.")] = _TIMELINE,
) -> int:
    """Play the setup against one event, and print who then does what to whom, in which words, and why."""
    return run_rehearsal(RehearseCall(tuple(paths or (".",)), when, account, mirror, rounds, form.value))


@rules.command("list")
def list_rules(
    platform: Annotated[
        Platform | None, typer.Option(help="Only what applies there, with the severity it has there.")
    ] = None,
    own_rules: OwnRules = None,
) -> int:
    """List every rule with its severity and what it is about."""
    return list_all_rules(tuple(own_rules or ()), platform.value if platform else "")


@rules.command("test")
def run_rule_tests(
    folders: Annotated[
        list[str] | None, typer.Argument(help="Folders of rule pages. Without any: the built-in rules.")
    ] = None,
) -> int:
    """Run the examples of rule pages, and find clauses that no example needs."""
    return run_tests(folders or [])


@rules.command("overlap")
def find_overlaps(
    folders: Annotated[
        list[str] | None, typer.Argument(help="Folders of rule pages, looked at together with the built-in rules.")
    ] = None,
    paths: Annotated[
        list[str] | None,
        typer.Option("--on", metavar="PATH", help="Also run the rules over these automation files. Repeatable."),
    ] = None,
) -> int:
    """List rules that speak of the same step of an example, and how that is meant. Exit code 1 if nobody says so."""
    from sociable.cli.commands import rules_overlap

    return rules_overlap.run(tuple(folders or ()), paths or [])


@rules.command("format")
def format_rules(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            help="Pages and folders of rule pages; - reads standard input. Without any: the built-in rules."
        ),
    ] = None,
    only_check: Annotated[
        bool, typer.Option("--check", help="Change nothing: exit code 1 if a page is not well laid out.")
    ] = False,
) -> int:
    """Lay out the rules on rule pages in one way; everything else on a page stays as it is."""
    from sociable.cli.commands import rules_format

    return rules_format.run(paths or [], only_check=only_check)


@rules.command("new")
def new_rule(
    name: Annotated[str, typer.Argument(help="What people will write after “ignore”, such as unfollow-shaming.")],
    folder: Annotated[str, typer.Option("--in", metavar="FOLDER", help="Your folder of rule pages.")] = "rules",
    category: Annotated[str, typer.Option(help="The folder inside it: what the rule is about.")] = "own",
) -> int:
    """Write a page for a rule of your own, with words still to be filled in."""
    from sociable.cli.commands import rules_new

    return rules_new.new_page(name, folder, category)


@facts.command("list")
def list_facts(
    platform: Annotated[Platform | None, typer.Option(help="Only what holds there.")] = None,
    rule: Annotated[str, typer.Option(help="Only what this rule rests on.", autocompletion=rule_names)] = "",
) -> int:
    """List every fact with what it says and the gravest severity it can carry."""
    from sociable.cli.commands import facts as command

    return command.list_facts(platform.value if platform else "", rule)


@facts.command("show")
def show_fact(fact: Annotated[str, typer.Argument(help="The id of a fact, such as X-01.")]) -> int:
    """Show a fact, the document it stands in, and the rules that rest on it."""
    from sociable.cli.commands import facts as command

    return command.show_fact(fact)


@facts.command("stale")
def stale_facts(
    today: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="Which day it is. Without: this one.")
    ] = None,
) -> int:
    """List the facts that were seen more than a year ago. Exit code 1 if there are any."""
    from sociable.cli.commands import facts as command

    return command.stale_facts((today or datetime.now(UTC)).date().isoformat())
