"""Which rules run: those of the profile, those that somebody selected, and a project's own."""

from collections.abc import Sequence
from functools import lru_cache

from sociable.engine.compiled_rule import CompiledRule
from sociable.errors import BadConfig, BrokenRules, NoRulePages, NoSuchProfile
from sociable.files import package_data
from sociable.findings.problem import Problem
from sociable.records.record import Record
from sociable.records.static import TYPE_CHECKING
from sociable.rulebook.applicability import runs_in
from sociable.rulebook.page_files import Contents, contents
from sociable.rulebook.rulebook import Rulebook, made_of, with_built_in
from sociable.vocabulary.values import DEFAULT_PROFILE, PROFILES

if TYPE_CHECKING:
    from sociable.config.effective import Configuration


class Settings(Record):
    """By which rules files are judged, as it is where nobody says anything; ``rules`` are folders of own pages."""

    profile: str = DEFAULT_PROFILE
    rules: tuple[str, ...] = ()
    preview: bool = False


def settled(
    config: "Configuration | None", profile: str | None, rules: tuple[str, ...] | None, preview: bool | None
) -> Settings:
    """What somebody asks for, and what is configured where that is ``None``."""
    asked = {"profile": profile, "rules": rules, "preview": preview}
    said = {} if config is None else {name: config.value(name) for name in asked}
    return Settings(**said | {name: value for name, value in asked.items() if value is not None})


class Running(Record):
    """All rules there are, those that run, and what somebody should know who named some."""

    book: Rulebook
    rules: tuple[CompiledRule, ...]
    remarks: tuple[str, ...] = ()


_CHOOSING = ("select", "ignore", "severity", "per-path")
"""The settings that name rules."""


def running(
    settings: Settings,
    config: "Configuration | None" = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    why: bool = False,
) -> Running:
    """The rules that run; ``select`` and ``ignore`` are rules or categories, ``why`` as ``CompiledRule`` takes it.

    Raises ``BrokenRules``, ``NoRulePages``, ``NoSuchProfile``, ``NoSuchRule``, and ``BadConfig`` for names that a
    configuration gives and no rule has.
    """
    profile, own, preview = settings
    if profile not in PROFILES:
        raise NoSuchProfile(f"there is no profile `{profile}`")
    if own:
        book = _with_own(own, config)
        rules = _compiled(book, profile, why, preview)
    else:
        holds = contents(package_data.folder("rules"))
        book, rules = made_of(holds), _built_in(holds, profile, why, preview)
    if not (select or ignore or (config is not None and config.says(*_CHOOSING))):
        return Running(book, rules)
    from sociable.config.effective import UNCONFIGURED
    from sociable.rulebook.chosen import Chosen

    chosen = Chosen(book.rules, config or UNCONFIGURED, select, ignore)
    waiting = () if preview else chosen.previews(book.rules)
    return Running(book, tuple(rule for rule in rules if rule.name in chosen), (*chosen.remarks, *waiting))


def _with_own(own: tuple[str, ...], config: "Configuration | None") -> Rulebook:
    """The built-in pages and those of these folders; a folder of a configuration that holds none is told there."""
    try:
        return with_built_in(own)
    except NoRulePages as error:
        place = None if config is None or config.value("rules") != own else config.settings["rules"].span
        if place is None:
            raise
        raise BadConfig((Problem("not-understood", place, str(error)),)) from None


@lru_cache(maxsize=8)
def _built_in(holds: Contents, profile: str, why: bool, preview: bool) -> tuple[CompiledRule, ...]:
    """Kept for as long as the pages stay as they are: a small project is judged faster than they are compiled."""
    return _compiled(made_of(holds), profile, why, preview)


def _compiled(book: Rulebook, profile: str, why: bool, preview: bool) -> tuple[CompiledRule, ...]:
    if book.problems:
        raise BrokenRules(book.problems)
    return tuple(CompiledRule(page, why, profile) for page in book.rules if runs_in(page, profile, preview))
