"""The page about profiles in ``docs/``: what each adds and changes, taken from the rule pages."""

from collections.abc import Iterator
from os.path import basename

from sociable.files import package_data
from sociable.language import ast
from sociable.language.visitor import unmarked
from sociable.rulebook.page_files import PageRule
from sociable.rulebook.rulebook import load
from sociable.vocabulary.platforms import PLATFORMS
from sociable.vocabulary.values import PROFILES

_INTRODUCTION = """\
# Profiles

<!-- Made by `make generated` from the rule pages and linter/sociable/vocabulary/values.py. -->

A profile is what a check is made for: `sociable check --profile public-body`. It never takes a rule away that runs
without it; it adds some, and makes others graver or milder. On a rule page, `profile strict` names the profiles in
which a rule runs, and `severity error in public-body` how grave it is there.

Where a file says who runs an account, that account is judged as gravely or mildly as the profile for it, whatever the
check is made for: `run_by: public-body` as in `public-body`, `run_by: person` as in `personal`. Only errors that a
profile makes have to be asked for by its name. In `public-body`, an account of which no file says whose it is
counts as that of a public body."""


def profiles_page() -> str:
    """What each profile is for, the rules that only run in some, and the severities that differ, as Markdown."""
    pages = load(package_data.folder("rules")).rules
    parts = [_INTRODUCTION]
    for profile, meaning in PROFILES.items():
        parts += [f"## {profile}", f"{meaning[0].upper()}{meaning[1:]}."]
        parts += ["\n".join(lines) for lines in (_added(pages, profile), _changed(pages, profile)) if lines]
    return "\n\n".join(parts) + "\n"


def _added(pages: tuple[PageRule, ...], profile: str) -> list[str]:
    """The rules that need this profile or another one."""
    rows = [f"| {_link(page)} | {page.title} |" for page in pages if profile in page.rule.profiles]
    return ["| only here | what it is about |", "| --- | --- |", *rows] if rows else []


def _changed(pages: tuple[PageRule, ...], profile: str) -> list[str]:
    """The rules that are graver or milder here, and what they are otherwise."""
    rows = []
    for page in pages:
        here = [line for line in page.rule.severities if profile in line.profiles]
        always = [line for line in page.rule.severities if not line.profiles]
        if here:
            rows.append(f"| {_link(page)} | {', '.join(map(_in_words, here))} | {', '.join(map(_in_words, always))} |")
    return ["| rule | here | otherwise |", "| --- | --- | --- |", *rows] if rows else []


def _link(page: PageRule) -> str:
    return f"[{page.rule.name}](../rules/{page.category}/{basename(page.path)})"


def _in_words(line: ast.Severity) -> str:
    return " ".join((line.level, *_where(line)))


def _where(line: ast.Severity) -> Iterator[str]:
    if line.platforms:
        yield f"on {', '.join(PLATFORMS[name].title for name in line.platforms)}"
    if line.when is not None:
        yield f"when `{unmarked(line.when).printed().replace('|', chr(92) + '|')}`"
