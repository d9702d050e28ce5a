"""Entries of `[[suppress]]` that fit nothing because what they name is not there."""

import os
from collections.abc import Iterator

from sociable.config.config_keys import SuppressEntry
from sociable.files.contents import absolute
from sociable.files.gitignore import Ignored
from sociable.findings.origin import Origin
from sociable.project.load import Project
from sociable.records.record import Record
from sociable.setup.model import Setup
from sociable.text.suggest import nearest


class Unmet(Record):
    """A sentence on what an entry names and nothing is called, under which key, and what is called nearly so."""

    says: str
    key: str
    guess: str


class Names:
    """What things are called in a project, by the keys of an entry that name them."""

    def __init__(self, project: Project) -> None:
        setup = project.setup
        self._files = project.files
        self._called = {
            "automation": {
                *(each.id.name for each in setup.automations),
                *(name for each in setup.automations for name in each.origin.whole.names()),
            },
            "account": {name for each in setup.accounts for name in (each.id.name, each.handle) if name},
            "node": {name for origin in _origins(setup) for name in origin.names()},
        }

    def unmet(self, entry: SuppressEntry) -> Unmet | None:
        """What an entry names and nothing is called; nothing where all of it is there."""
        for key, known in self._called.items():
            name = getattr(entry, key)
            if name and name not in known:
                return _unmet(f"No {key} is called `{name}`.", key, nearest(name, known))
        if entry.file and not self._has_file(entry):
            paths = [os.path.relpath(path, entry.folder).replace(os.sep, "/") for path in self._files]
            return _unmet(f"No file that was read fits `{entry.file}`.", "file", nearest(entry.file, paths))
        return None

    def _has_file(self, entry: SuppressEntry) -> bool:
        pattern = Ignored.by(entry.folder, [entry.file])
        return any(pattern.file_or_one_above(absolute(path)) for path in self._files)


def _unmet(says: str, key: str, guess: str) -> Unmet:
    return Unmet(f"{says} Did you mean `{guess}`?" if guess else says, key, guess)


def _origins(setup: Setup) -> Iterator[Origin]:
    yield from (each.origin for each in setup.accounts)
    for automation in setup.automations:
        yield automation.origin
        yield from (step.origin for step in automation.steps)
