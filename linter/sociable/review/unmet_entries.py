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
from sociable.text.suggest import Spellings

_MOST_LOOKS = 100_000
"""How often a file is held against an entry; after that, nobody says of one why it fits nothing."""


class Unmet(Record):
    """A sentence on what an entry names and nothing is called, under which key, and what is called nearly so."""

    says: str
    key: str
    guess: str


class Names:
    """What things are called in a project, by the keys of an entry that name them."""

    def __init__(self, project: Project) -> None:
        setup = project.setup
        self._files = [absolute(path) for path in project.files]
        self._looks = 0
        called = {
            "automation": {
                *(each.id.name for each in setup.automations),
                *(name for each in setup.automations for name in each.origin.whole.names()),
            },
            "account": {name for each in setup.accounts for name in (each.id.name, each.handle) if name},
            "node": {name for origin in _origins(setup) for name in origin.names()},
        }
        self._called = {key: (known, Spellings(known)) for key, known in called.items()}
        self._files_seen_from: dict[str, Spellings] = {}

    def unmet(self, entry: SuppressEntry) -> Unmet | None:
        """What an entry names and nothing is called; nothing where all of it is there."""
        for key, (known, spellings) in self._called.items():
            name = getattr(entry, key)
            if name and name not in known:
                return _unmet(f"No {key} is called `{name}`.", key, spellings.nearest(name))
        if entry.file and not self._has_file(entry):
            guess = self._files_from(entry.folder).nearest(entry.file)
            return _unmet(f"No file that was read fits `{entry.file}`.", "file", guess)
        return None

    def _files_from(self, folder: str) -> Spellings:
        """The paths of all files as they are seen from a folder."""
        if folder not in self._files_seen_from:
            paths = [os.path.relpath(path, folder).replace(os.sep, "/") for path in self._files]
            self._files_seen_from[folder] = Spellings(paths)
        return self._files_seen_from[folder]

    def _has_file(self, entry: SuppressEntry) -> bool:
        self._looks += len(self._files)
        pattern = Ignored.by(entry.folder, [entry.file])
        return self._looks > _MOST_LOOKS or any(map(pattern.file_or_one_above, self._files))


def _unmet(says: str, key: str, guess: str) -> Unmet:
    return Unmet(f"{says} Did you mean `{guess}`?" if guess else says, key, guess)


def _origins(setup: Setup) -> Iterator[Origin]:
    yield from (each.origin for each in setup.accounts)
    for automation in setup.automations:
        yield automation.origin
        yield from (step.origin for step in automation.steps)
