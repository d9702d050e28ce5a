"""Which rules run: those that somebody selected, without those that somebody does not want."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sociable.config.effective import Configuration, Setting
from sociable.errors import BadConfig, NoSuchRule
from sociable.findings.problem import Problem
from sociable.rulebook.former_names import former_names, of_today
from sociable.rulebook.page_files import PageRule
from sociable.text.suggest import did_you_mean
from sociable.text.wording import both

LIST_OF_RULES = "`sociable rules list` shows them all."


class Chosen:
    """What is said about rules, by their names or by categories. Raises ``NoSuchRule`` and ``BadConfig``.

    ``remarks`` are what somebody should know who named them: names that rules had before.
    """

    def __init__(
        self, pages: Sequence[PageRule], config: Configuration, select: Sequence[str], ignore: Sequence[str]
    ) -> None:
        self._categories = {page.name: page.category for page in pages}
        self._former = former_names(pages)
        self._known = {*self._categories, *self._categories.values()}
        self.remarks = [_renamed(name, self._former[name]) for name in (*select, *ignore) if name in self._former]
        for name in of_today((*select, *ignore), self._former):
            if name not in self._known:
                raise NoSuchRule(f"there is no rule `{name}`. {self._hint(name)}")
        problems = tuple(self._problems(config.settings))
        if problems:
            raise BadConfig(problems)
        self.selected = {*of_today(select or config.value("select"), self._former)}
        self._ignored = {*of_today((*ignore, *config.value("ignore")), self._former)}

    def __contains__(self, name: str) -> bool:
        said = {name, self._categories[name]}
        return (not self.selected or not self.selected.isdisjoint(said)) and self._ignored.isdisjoint(said)

    def previews(self, pages: Iterable[PageRule]) -> Iterator[str]:
        """What is to be told of rules that were selected by name and do not run, as they are new."""
        for page in pages:
            if page.heading.preview and page.name in self.selected:
                since = page.heading.preview
                yield f"the rule `{page.name}` is a preview since {since} and does not run: `--preview` runs it"

    def _hint(self, name: str) -> str:
        return did_you_mean(name, self._known) or LIST_OF_RULES

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
            if name in self._former:
                self.remarks.append(f"{setting.place(*route)}: {_renamed(name, self._former[name])}")
            elif name not in known:
                hint = did_you_mean(name, known) or LIST_OF_RULES
                yield Problem("not-understood", setting.place(*route), f"there is no rule `{name}`", hint)


def _renamed(name: str, now: Iterable[str]) -> str:
    return f"the rule `{name}` is called {both(now)} now, and the old name goes on working"
