"""Do tests notice faults? ``python -m tools.mutants BASE`` plants some in every file changed since BASE, one at a time.

Rooms named after it limit that to what has changed in them: of many rooms, the tests alone take long.
`mutmut` knows sources in `src/` only, so it works on a copy of the project that is laid out like that. Which tests run:
those of the rooms that have changed. What survives becomes a test or, if nobody could see a difference, stays.
"""

import ast
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
COPY = ROOT / "build" / "mutants"
PACKAGE = "linter/sociable/"
BAR = 90
"""Percent of mutants that tests have to notice."""


def git(*arguments: str) -> list[str]:
    """The lines that git prints."""
    run = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True)
    return run.stdout.splitlines()


def changed_since(base: str, rooms: Sequence[str]) -> list[str]:
    """Python files of the package that differ from BASE, committed or not, in these rooms if any are named."""
    files = {*git("diff", "--name-only", base), *git("ls-files", "--others", "--exclude-standard")}
    here = sorted(path for path in files if _has_code(path) and (ROOT / path).exists())
    return [path for path in here if not rooms or room_of(path) in rooms]


def _has_code(path: str) -> bool:
    return path.startswith(PACKAGE) and path.endswith(".py") and not path.endswith(("__init__.py", "option_table.py"))


def room_of(path: str) -> str:
    """The room of the package in which a file lies, or the name of one that lies at the top."""
    return path.removeprefix(PACKAGE).split("/")[0].removesuffix(".py")


def tests_of(files: list[str]) -> list[str]:
    """The folders of tests for the rooms of these files."""
    rooms = {room_of(path) for path in files}
    return sorted(f"tests/{room}" for room in rooms if (ROOT / "tests" / room).is_dir())


def asking_what_is_loaded(tests: Iterable[str]) -> list[str]:
    """The tests in these folders that look at which modules Python has loaded: planted faults make it load others."""
    found = []
    for path in (path for folder in tests for path in sorted((ROOT / folder).rglob("test_*.py"))):
        text = path.read_text(encoding="utf-8")
        asking: set[str] = set()
        for part in ast.parse(text).body if "sys.modules" in text else ():
            spoken_of = {node.id for node in ast.walk(part) if isinstance(node, ast.Name)}
            if "sys.modules" in ast.unparse(part) or not asking.isdisjoint(spoken_of):
                asking.update(_names_of(part))
        found += [f"{path.relative_to(ROOT)}::{name}" for name in sorted(asking) if name.startswith("test_")]
    return found


def _names_of(part: ast.stmt) -> list[str]:
    """What a function, a class or an assignment at the top of a module gives a name to."""
    if isinstance(part, ast.Assign):
        return [target.id for target in part.targets if isinstance(target, ast.Name)]
    return [part.name] if isinstance(part, ast.FunctionDef | ast.ClassDef) else []


def lay_out(files: list[str], tests: list[str]) -> None:
    """Copy what belongs to the project, with the package in `src/` and what is to be done in `pyproject.toml`."""
    shutil.rmtree(COPY, ignore_errors=True)
    for path in git("ls-files", "--cached", "--others", "--exclude-standard"):
        if (ROOT / path).is_file():
            target = COPY / re.sub("^linter/", "src/", path)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / path, target)
    settings = (COPY / "pyproject.toml").read_text(encoding="utf-8").replace('[".", "linter"]', '[".", "src"]')
    others = sorted(path.name for path in COPY.iterdir() if path.name != "src")
    todo = {
        "source_paths": ["src"],
        "only_mutate": [re.sub("^linter/", "src/", path) for path in files],
        "also_copy": others,
        "pytest_add_cli_args": [f"--deselect={test}" for test in asking_what_is_loaded(tests)],
        "pytest_add_cli_args_test_selection": tests,
    }
    rows = "".join(f"{name} = {json.dumps(value)}\n" for name, value in todo.items())
    (COPY / "pyproject.toml").write_text(f"{settings}\n[tool.mutmut]\n{rows}", encoding="utf-8")


def main() -> None:
    """Plant, test, and leave with 1 if too few faults were noticed."""
    if len(sys.argv) < 2:
        sys.exit("say since when: make mutants BASE=main")
    _, base, *rooms = sys.argv
    files = changed_since(base, rooms)
    tests = tests_of(files)
    if not tests:
        sys.exit(f"no room with tests has changed since {base}{', of ' + ', '.join(rooms) if rooms else ''}")
    lay_out(files, tests)
    mutmut = [sys.executable, "-m", "mutmut"]
    if subprocess.run([*mutmut, "run"], cwd=COPY, check=False).returncode:
        sys.exit(f"no fault was tried, for what stands above; tests were looked for in {', '.join(tests)} only")
    subprocess.run([*mutmut, "results"], cwd=COPY, check=True)
    subprocess.run([*mutmut, "export-cicd-stats"], cwd=COPY, check=True, stdout=subprocess.DEVNULL)
    counts = json.loads((COPY / "mutants" / "mutmut-cicd-stats.json").read_text(encoding="utf-8"))
    noticed = counts["total"] - counts["survived"] - counts["no_tests"]
    share = 100 * noticed / max(counts["total"], 1)
    print(f"{noticed} of {counts['total']} noticed: {share:.0f} % of {BAR} %. `mutmut show NAME` in {COPY} shows one.")
    sys.exit(share < BAR)


if __name__ == "__main__":
    main()
