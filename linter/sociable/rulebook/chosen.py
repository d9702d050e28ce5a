"""Which rules run: those that somebody selected, without those that somebody does not want."""

from collections.abc import Iterable, Iterator, Mapping

from sociable.config.effective import Configuration, Setting
from sociable.errors import BadConfig, NoSuchRule
from sociable.findings.problem import Problem
from sociable.rulebook.former_names import present_name
from sociable.rulebook.page_files import PageRule
from sociable.text.suggest import did_you_mean

_LIST = "`sociable rules list` shows them all."


class Chosen:
    """What is said about rules, by their names or by categories. Raises ``NoSuchRule`` and ``BadConfig``."""

    def __init__(
        self, pages: Iterable[PageRule], config: Configuration, select: Iterable[str], ignore: Iterable[str]
    ) -> None:
        self._categories = {page.name: page.category for page in pages}
        self._known = {*self._categories, *self._categories.values()}
        select, ignore = tuple(map(present_name, select)), tuple(map(present_name, ignore))
        for name in (*select, *ignore):
            if name not in self._known:
                raise NoSuchRule(f"there is no rule `{name}`. {self._hint(name)}")
        problems = tuple(self._problems(config.settings))
        if problems:
            raise BadConfig(problems)
        self._selected = {*(select or map(present_name, config.value("select")))}
        self._ignored = {*ignore, *map(present_name, config.value("ignore"))}

    def __contains__(self, name: str) -> bool:
        said = {name, self._categories[name]}
        return (not self._selected or not self._selected.isdisjoint(said)) and self._ignored.isdisjoint(said)

    def _hint(self, name: str) -> str:
        return did_you_mean(name, self._known) or _LIST

    def _problems(self, settings: Mapping[str, Setting]) -> Iterator[Problem]:
        """Names in a configuration that mean nothing, each at its place."""
        for key in ("select", "ignore"):
            for part in settings[key].parts():
                yield from self._unknown(part, ((name, (number,)) for number, name in enumerate(part.own)))
        for part in settings["severity"].parts():
            yield from self._unknown(part, ((name, (name,)) for name in part.own), only_rules=True)
        for part in settings["per-path"].parts():
            for number, each in enumerate(part.own):
                names = ((name, (number, "ignore", at)) for at, name in enumerate(each.ignore))
                yield from self._unknown(part, names)
                severity = ((name, (number, "severity", name)) for name, _ in each.severity)
                yield from self._unknown(part, severity, only_rules=True)

    def _unknown(
        self, setting: Setting, names: Iterable[tuple[str, tuple[str | int, ...]]], *, only_rules: bool = False
    ) -> Iterator[Problem]:
        known = self._categories if only_rules else self._known
        for name, route in names:
            if present_name(name) not in known:
                hint = did_you_mean(name, known) or _LIST
                yield Problem("not-understood", setting.place(*route), f"there is no rule `{name}`", hint)
