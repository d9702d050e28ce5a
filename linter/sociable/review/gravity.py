"""How grave findings are where a project says so, and which of them it does not want in some files."""

from collections.abc import Iterable

from sociable.config.config_keys import PathSettings
from sociable.config.effective import Configuration
from sociable.files.contents import absolute
from sociable.findings.finding import Finding
from sociable.findings.problem import PAGELESS_RULES
from sociable.records.static import TYPE_CHECKING
from sociable.rulebook.former_names import FormerNames, of_today

if TYPE_CHECKING:
    from sociable.files.gitignore import Ignored


class Gravity:
    """What a configuration says of rules everywhere, and of those in some files; what is more particular counts."""

    def __init__(self, config: Configuration, categories: dict[str, str], former: FormerNames) -> None:
        self._everywhere = _of_today(config.value("severity").items(), former)
        self._categories = categories
        self._somewhere = [
            (
                _files(each),
                _of_today(each.severity, former),
                {*of_today(each.ignore, former)},
            )
            for each in config.value("per-path")
        ]

    def weighed(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings that are wanted, as grave as they are to be."""
        if not self._everywhere and not self._somewhere:
            return list(findings)
        return [told for finding in findings if (told := self._weighed(finding)) is not None]

    def _weighed(self, finding: Finding) -> Finding | None:
        if finding.rule in PAGELESS_RULES:
            return finding
        path = absolute(finding.span.path)
        level = self._everywhere.get(finding.rule, "")
        for files, severity, ignored in self._somewhere:
            if files.file_or_one_above(path):
                if not ignored.isdisjoint((finding.rule, self._categories.get(finding.rule, ""))):
                    return None
                level = severity.get(finding.rule, level)
        if not level or level == finding.severity:
            return finding
        members = tuple(each._replace(severity=level) for each in finding.members)
        return finding._replace(severity=level, members=members)


def _files(entry: PathSettings) -> "Ignored":
    from sociable.files.gitignore import Ignored

    return Ignored.by(entry.folder, entry.files)


def _of_today(severity: Iterable[tuple[str, str]], former: FormerNames) -> dict[str, str]:
    return {name: level for rule, level in severity for name in of_today((rule,), former)}
