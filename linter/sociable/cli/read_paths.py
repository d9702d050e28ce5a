"""Files and folders that a command was given, read into a setup."""

from sociable.cli.console import complain, require_input
from sociable.facts.facts import Facts
from sociable.files.contents import MAX_BYTES
from sociable.project.load import Project, load
from sociable.text.suggest import did_you_mean


def inputs(paths: tuple[str, ...], stdin_filename: str) -> tuple[tuple[str, ...], tuple[str, bytes] | None]:
    """Files and folders, and what came in by standard input if `-` is among them."""
    if "-" not in paths:
        return paths, None
    named = tuple(path for path in paths if path != "-")
    return named, (stdin_filename, read_stdin())


def read_stdin() -> bytes:
    """What comes in by standard input, and of what never ends just more than a file may hold. Raises ``NoStream``."""
    return require_input("so `-` has nothing to read").buffer.read(MAX_BYTES + 1)


def read_paths(given: tuple[str, ...], stdin_filename: str, project: str | None = None) -> Project:
    """What the files say; what could not be read is told on stderr, as there is no report to tell it."""
    paths, stdin = inputs(given, stdin_filename)
    reading = load((*paths, *(() if project is None else (project,))), stdin=stdin)
    for problem in reading.problems:
        complain(f"{problem.span}: {problem.message}. {problem.advice}".rstrip())
    return reading


def unheard_of(automation: str, facts: Facts) -> str:
    """What is wrong with asking about this automation, if anything is."""
    known = {each.id.name: each for each in facts.setup.automations}
    if not automation or any(each.id == automation for each in facts.automations):
        return ""
    if automation in known:
        return f"`{automation}` is switched off ({known[automation].id.span}): no rule looks at it."
    return f"there is no automation `{automation}`. {did_you_mean(automation, known)}".rstrip()
