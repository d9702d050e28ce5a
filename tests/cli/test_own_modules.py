import os
import subprocess
import sys
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import ModuleType

import pytest
from sociable.cli.own_modules import Finder

from tests.calls import OUR_CODE

PACKAGE = Path(sys.modules["sociable"].__path__[0])
NAMES = sorted(
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
    for path in PACKAGE.rglob("*.py")
    if path.parent != PACKAGE
)


def told(spec: ModuleSpec | None) -> tuple[object, ...]:
    assert spec is not None
    assert isinstance(spec.loader, SourceFileLoader)
    within = spec.submodule_search_locations
    return spec.name, spec.origin, spec.cached, spec.has_location, list(within) if within else None, spec.loader.path


def run(spec: ModuleSpec | None) -> dict[str, object]:
    assert spec is not None
    assert spec.loader is not None
    module = ModuleType(spec.name)
    spec.loader.exec_module(module)
    return vars(module)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (tmp_path / "part.py").write_text("VALUE = 1\n", encoding="utf-8")
    return tmp_path


def test_each_module_is_found_as_python_finds_it() -> None:
    finder = Finder()
    assert len(NAMES) > 400
    for name in NAMES:
        path = [str(PACKAGE.joinpath(*name.split(".")[1:-1]))]
        assert told(finder.find_spec(name, path)) == told(PathFinder.find_spec(name, path))


@pytest.mark.parametrize("name", ["json", "sociable", "other.part", "sociable.nothing", "sociable.data"])
def test_what_it_does_not_know_is_left_to_others(folder: Path, name: str) -> None:
    (folder / "data").mkdir()
    assert Finder().find_spec(name, [str(folder)] if "." in name else None) is None
    assert Finder().find_spec("sociable.part", [str(folder / "part.zip")]) is None


def test_a_source_that_has_changed_is_compiled_anew(folder: Path) -> None:
    path = [str(folder)]
    assert run(Finder().find_spec("sociable.part", path))["VALUE"] == 1  # which writes what was compiled
    spec = Finder().find_spec("sociable.part", path)
    assert spec is not None
    assert spec.cached is not None
    compiled = Path(spec.cached)
    kept = compiled.read_bytes()
    before = (folder / "part.py").stat()
    (folder / "part.py").write_text("VALUE = 2\n", encoding="utf-8")
    os.utime(folder / "part.py", (before.st_atime, before.st_mtime + 10))
    assert run(Finder().find_spec("sociable.part", path))["VALUE"] == 2
    assert compiled.read_bytes() != kept
    (folder / "part.py").write_text("VALUE = 30\n", encoding="utf-8")
    os.utime(folder / "part.py", (before.st_atime, before.st_mtime + 10))
    assert run(Finder().find_spec("sociable.part", path))["VALUE"] == 30


def test_what_was_compiled_is_taken(folder: Path) -> None:
    path = [str(folder)]
    run(Finder().find_spec("sociable.part", path))
    source = folder / "part.py"
    before = source.stat()
    source.write_text("VALUE = 9\n", encoding="utf-8")  # as long as before, and by its time as old
    os.utime(source, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert run(Finder().find_spec("sociable.part", path))["VALUE"] == 1


def test_the_command_finds_its_modules_so() -> None:
    code = (
        "import sys; sys.argv = ['sociable', '--version']; from sociable.__main__ import main\n"
        "import sociable.version; print(type(sociable.version.__loader__).__module__)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": OUR_CODE},
    )
    assert done.stdout.split() == ["sociable.cli.own_modules"]
