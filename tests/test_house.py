"""The house stays in order: what import-linter and ruff cannot say of it. CONTRIBUTING.md says what each room holds."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

from tests.calls import OUR_CODE
from tools.coverage_bars import BARS

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "linter" / "sociable"
MODULES = sorted(PACKAGE.rglob("*.py"))
ROOMS = sorted(path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists())

LONGEST = 400
"""Lines of a file."""

LOADED = 197
"""How many modules of ours a plain check loads: each takes time at every start, so none is loaded unasked."""

PATTERNS = 1
"""How many patterns it compiles: each takes as long as several modules."""

SUBJECTS = {
    "blind", "browser", "conformance", "docs", "generators", "hostile", "incidents", "metamorphic", "packaging",
    "tools", "website", "well_made",
}  # fmt: skip
"""Folders of tests that are about whole runs, or about what is not in the package."""


def name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def test_a_file_can_be_read_at_one_go() -> None:
    assert [name(path) for path in MODULES if len(path.read_text(encoding="utf-8").splitlines()) > LONGEST] == []


def test_a_name_stands_for_one_file() -> None:
    commands = PACKAGE / "cli" / "commands"  # these are named as they are typed
    names = Counter(path.name for path in MODULES if path.name != "__init__.py" and path.parent != commands)
    assert [each for each, times in names.items() if times > 1] == []


def test_little_lies_outside_of_rooms() -> None:
    assert len(list(PACKAGE.glob("*.py"))) <= 5


def test_tests_stand_where_what_they_test_does() -> None:
    folders = {path.parent.relative_to(ROOT / "tests").as_posix() for path in (ROOT / "tests").rglob("test_*.py")}
    rooms = {each for each in folders if each != "." and each.split("/")[0] not in SUBJECTS}
    assert [each for each in sorted(rooms) if not (PACKAGE / each / "__init__.py").exists()] == []
    loose = {path.stem.removeprefix("test_") for path in (ROOT / "tests").glob("test_*.py")} - {"house", "public_face"}
    assert [each for each in sorted(loose) if not (PACKAGE / f"{each}.py").exists()] == []


def test_every_room_has_a_bar_for_its_tests() -> None:
    assert sorted(set(ROOMS) - {room for rooms in BARS.values() for room in rooms}) == []


def a_plain_check(before: str, after: str) -> list[str]:
    """The lines that a program prints as errors which does this before and after a check of one file."""
    check = "from sociable.cli.fast_options import parse; from sociable.cli.commands import run_call"
    program = f"{before}; {check}; run_call(*parse(['check', sys.argv[1]])); {after}"
    run = subprocess.run(
        [sys.executable, "-c", program, str(ROOT / "benchmarks" / "one.yml")],
        env={"PYTHONPATH": OUR_CODE},
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stderr.splitlines()


def test_a_plain_check_loads_little() -> None:
    modules = a_plain_check(
        "import sys; before = {*sys.modules}", "print(*({*sys.modules} - before), sep='\\n', file=sys.stderr)"
    )
    loaded = [each for each in modules if each.split(".")[0] == "sociable"]
    assert len(loaded) <= LOADED
    assert "typing" not in modules, "sociable.records.static stands in for it"
    roots = {each.split(".")[0] for each in modules} - sys.stdlib_module_names
    assert {each for each in roots if not each.startswith(("_", "cython"))} == {"sociable", "yaml"}


def test_a_plain_check_compiles_hardly_a_pattern() -> None:
    compiled = a_plain_check(
        "import re._compiler as compiler, sys; inner, asked = compiler.compile, [];"
        "compiler.compile = lambda pattern, flags=0: (asked.append(pattern), inner(pattern, flags))[1]",
        "print(*map(repr, asked), sep='\\n', file=sys.stderr)",
    )
    assert len(compiled) <= PATTERNS, "a cheap question before it, or text in place of a pattern, spares it"


def test_the_document_about_the_house_names_every_room() -> None:
    document = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert [room for room in ROOMS if f"`{room}`" not in document] == []


def test_the_document_about_the_house_names_every_package_of_the_report_for_clients() -> None:
    document = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").partition("## The report for clients")[2]
    packages = sorted(path.parent.name for path in (PACKAGE / "client_report").glob("*/__init__.py"))
    assert packages
    assert [each for each in packages if f"`{each}`" not in document] == []
