"""Questions at the terminal: why a rule says nothing, and what there is of a kind."""

import sys

from linter.check import rulebook, runs_in
from linter.console import (
    CLEAN,
    FAILED,
    NOTHING,
    Options,
    complain,
    complain_of,
    inputs,
    quiet_pipe,
    wants_colour,
    width,
)
from linter.deriving.facts import Facts, derive
from linter.judging.judge import CompiledRule
from linter.judging.misses import why_not as misses_of
from linter.language.rulebook import NoRulePages
from linter.reading.discovery import NoSuchPath
from linter.reading.reader import Reading, read
from linter.suggestions import did_you_mean


def why_not(asked: str, options: Options) -> int:
    """Say why a rule says nothing; ``asked`` is ``RULE`` or ``RULE:AUTOMATION``."""
    from linter.reporting.why_not import write

    name, _, automation = asked.partition(":")
    try:
        book = rulebook(options.rules)
    except NoRulePages as error:
        return complain(str(error))
    if book.problems:
        return complain_of(book.problems)
    pages = {page.rule.name: page for page in book.rules}
    if name not in pages:
        hint = did_you_mean(name, pages) or "`sociable rules list` shows them all."
        return complain(f"there is no rule `{name}`. {hint}")
    if options.form != "text":
        return complain("`--why-not` answers as text only.")
    if not runs_in(pages[name], options.profile):
        only = ", ".join(f"`{profile}`" for profile in pages[name].rule.profiles)
        return complain(f"`{name}` does not run in the profile `{options.profile}`, only in {only}.")
    try:
        reading = _read(options)
    except NoSuchPath as error:
        return complain(str(error))
    if not reading.files:
        return complain("no automation files found", code=NOTHING)
    facts = derive(reading.setup)
    if mistake := _unheard_of(automation, facts):
        return complain(mistake)
    rules = [CompiledRule(page, profile=options.profile) for page in book.rules if runs_in(page, options.profile)]
    out = sys.stdout
    with quiet_pipe():
        write(misses_of(pages[name], facts, automation, rules), out, name, automation, wants_colour(out), width(out))
    return CLEAN


def query(text: str, options: Options) -> int:
    """Print what meets the question's conditions; the exit code is the same whether anything does or not."""
    from linter.querying import BadQuestion, ask, understood
    from linter.reporting.answers import write, write_mistakes

    try:
        question = understood(text)
        reading = _read(options)
    except BadQuestion as error:
        write_mistakes(error.problems, sys.stderr, wants_colour(sys.stderr), width(sys.stderr))
        return FAILED
    except NoSuchPath as error:
        return complain(str(error))
    if not reading.files:
        return complain("no automation files found", code=NOTHING)
    answer = ask(question, reading)
    with quiet_pipe():
        write(answer, sys.stdout, options.form, colour=wants_colour(sys.stdout), width=width(sys.stdout))
    return CLEAN


def _read(options: Options) -> Reading:
    """What the files say; what could not be read is told on stderr, as there is no report to tell it."""
    paths, stdin = inputs(options)
    project = () if options.project is None else (options.project,)
    reading = read((*paths, *project), stdin=stdin)
    for problem in reading.problems:
        complain(f"{problem.span}: {problem.message}. {problem.advice}".rstrip())
    return reading


def _unheard_of(automation: str, facts: Facts) -> str:
    """What is wrong with asking about this automation, if anything is."""
    known = {each.id.name: each for each in facts.setup.automations}
    if not automation or any(each.id == automation for each in facts.automations):
        return ""
    if automation in known:
        return f"`{automation}` is switched off ({known[automation].id.span}): no rule looks at it."
    return f"there is no automation `{automation}`. {did_you_mean(automation, known)}".rstrip()
