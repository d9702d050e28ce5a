"""What a change does to findings: ``python -m tools.verdicts BASE``, or ``make verdicts BASE=main``.

BASE and the working tree, each with its own code, pages and facts, judge the same files, those of the working tree:
examples, those of the pages of rules too, tests that are whole setups, the scenarios of the conformance table among
them, and cases and corpora beside the project where there are any. What is told by one of them only is listed as won
or lost; what both tell, as moved, graver, milder or resting on something else where it is.
"""

import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tools.judged_files import ROOT, checks


class Told(NamedTuple):
    """A finding, as far as it is compared. ``check`` names the files that were judged together.

    ``ground`` is the fact that it cites, the document and the figure, or empty where we judge so ourselves.
    """

    check: str
    rule: str
    severity: str
    fingerprint: str
    path: str
    line: int
    message: str
    ground: str = ""


class Changes(NamedTuple):
    """Findings only after, only before, and both sides of those that are told at another place or as graver or milder.

    ``regrounded`` rest on something else. ``renamed`` are told as before, but a baseline would not know them again:
    their fingerprint is another one.
    """

    won: list[Told]
    lost: list[Told]
    moved: list[tuple[Told, Told]]
    weighed: list[tuple[Told, Told]]
    regrounded: list[tuple[Told, Told]]
    renamed: list[tuple[Told, Told]]


def compared(before: Iterable[Told], after: Iterable[Told]) -> Changes:
    """Pair what was told with what is told: by fingerprint, then by rule and place, then by rule in the order told."""
    lost, won = list(before), list(after)
    pairs: list[tuple[Told, Told]] = []
    keys: tuple[Callable[[Told], object], ...] = (
        lambda each: (each.check, each.rule, each.fingerprint),
        lambda each: (each.check, each.rule, each.path, each.line),
        lambda each: (each.check, each.rule),
    )
    for key in keys:
        pairs += _paired(lost, won, key)
    return Changes(
        won,
        lost,
        [(old, new) for old, new in pairs if (old.path, old.line) != (new.path, new.line)],
        [(old, new) for old, new in pairs if old.severity != new.severity],
        [(old, new) for old, new in pairs if old.ground != new.ground],
        [(old, new) for old, new in pairs if old.fingerprint != new.fingerprint],
    )


def _paired(lost: list[Told], won: list[Told], key: Callable[[Told], object]) -> list[tuple[Told, Told]]:
    """Take out of both lists what has the same key."""
    waiting: dict[object, list[Told]] = defaultdict(list)
    for each in reversed(lost):
        waiting[key(each)].append(each)
    pairs = [(waiting[key(each)].pop(), each) for each in won if waiting[key(each)]]
    olds, news = {id(old) for old, _ in pairs}, {id(new) for _, new in pairs}
    lost[:] = [each for each in lost if id(each) not in olds]
    won[:] = [each for each in won if id(each) not in news]
    return pairs


def lines(changes: Changes) -> Iterator[str]:
    """The changes for people, those that matter most first."""
    for title, found in (("won", changes.won), ("lost", changes.lost)):
        yield f"{title}: {len(found)}"
        yield from (f"  {_place(each)} {each.severity}[{each.rule}] {each.message}" for each in found)
    yield f"graver or milder: {len(changes.weighed)}"
    yield from (f"  {_place(new)} [{new.rule}] {old.severity} → {new.severity}" for old, new in changes.weighed)
    yield f"resting on something else: {len(changes.regrounded)}"
    yield from (f"  {_place(new)} [{new.rule}] {_ground(old)} → {_ground(new)}" for old, new in changes.regrounded)
    yield f"moved: {len(changes.moved)}"
    yield from (f"  {_place(old)} → {_place(new)} [{new.rule}]" for old, new in changes.moved)
    yield f"under another fingerprint: {len(changes.renamed)}"
    yield from (f"  {_place(new)} [{new.rule}]" for _, new in changes.renamed)


def _place(told: Told) -> str:
    together = f" (in {told.check})" if told.check != told.path else ""
    return f"{told.path}:{told.line}{together}"


def _ground(told: Told) -> str:
    return told.ground or "our judgement"


def told_by(tree: Path, asked: list[str]) -> list[Told]:
    """What the code in this tree finds in these files of the working tree."""
    if not (tree / "linter" / "sociable" / "__init__.py").exists():
        sys.exit("that is too old: its code is not in linter/sociable/")
    run = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "all_findings.py")],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(tree / "linter")},
        input=json.dumps([[each] for each in asked]),
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    return [
        Told(check, **finding) for check, found in zip(asked, json.loads(run.stdout), strict=True) for finding in found
    ]


def main() -> None:
    """Judge with both, compare, tell."""
    if len(sys.argv) != 2:
        sys.exit("say with what to compare: make verdicts BASE=main")
    asked = checks()
    with TemporaryDirectory() as folder:
        base = Path(folder, "base")
        git = ["git", "-C", str(ROOT), "worktree"]
        subprocess.run([*git, "add", "--quiet", "--detach", str(base), sys.argv[1]], check=True)
        try:
            before = told_by(base, asked)
        finally:
            subprocess.run([*git, "remove", "--force", str(base)], check=True)
    after = told_by(ROOT, asked)
    print(f"{len(asked)} checks, {len(before)} findings by {sys.argv[1]}, {len(after)} by the working tree")
    print(*lines(compared(before, after)), sep="\n")


if __name__ == "__main__":
    main()
