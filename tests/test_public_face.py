"""The Python interface: complete, documented, and the same whatever else has been imported."""

import inspect
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import get_type_hints

import pytest
import sociable
from sociable import errors

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
CHILDREN = {path.stem for path in (ROOT / "linter" / "sociable").iterdir() if path.is_dir() or path.suffix == ".py"}


def python(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout


def test_every_name_is_described_and_every_described_name_is_there() -> None:
    described = re.findall(r"^\| `(\w+)[`(]", PAGE, re.MULTILINE)
    names = [name for name in described if name in sociable.__all__ or not hasattr(errors, name)]
    assert sorted(names) == sorted(sociable.__all__) == sorted(dir(sociable))


def test_every_mistake_that_is_described_exists() -> None:
    section = PAGE[PAGE.index("## Errors") :]
    for name in re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE):
        assert issubclass(getattr(errors, name), sociable.SociableError)


@pytest.mark.parametrize("name", [name for name in sociable.__all__ if name != "__version__"])
def test_every_name_says_what_it_is(name: str) -> None:
    value = getattr(sociable, name)
    assert not isinstance(value, ModuleType)
    assert inspect.getdoc(value)
    if inspect.isfunction(value):
        heading = re.search(rf"^\| `{name}\((.*?)\)`", PAGE, re.MULTILINE)
        assert heading is not None
        named = [part.split("=")[0] for part in heading[1].split(", ")]
        assert named == list(inspect.signature(value).parameters)


@pytest.mark.parametrize("name", [name for name in sociable.__all__ if hasattr(getattr(sociable, name), "_fields")])
def test_every_type_says_how_it_is_made(name: str) -> None:
    value = getattr(sociable, name)
    assert tuple(inspect.signature(value).parameters) == value._fields
    assert tuple(get_type_hints(value)) == value._fields


@pytest.mark.parametrize("name", [name for name in sociable.__all__ if hasattr(getattr(sociable, name), "_fields")])
def test_every_field_is_described(name: str) -> None:
    row = re.search(rf"^\| `{name}` \|.*$", PAGE, re.MULTILINE)
    assert row is not None
    described = {re.sub(r"\(.*", "", each) for each in re.findall(r"`([^`]*)`", row[0])}
    assert [field for field in getattr(sociable, name)._fields if field not in described] == []


@pytest.mark.parametrize("name", [name for name in sociable.__all__ if inspect.isfunction(getattr(sociable, name))])
def test_every_mistake_that_a_function_says_it_raises_is_described(name: str) -> None:
    _, raises, said = (inspect.getdoc(getattr(sociable, name)) or "").partition("Raises ")
    section = PAGE[PAGE.index("## Errors") :]
    for error in re.findall(r"``([A-Z]\w+)``", said) if raises else ():
        row = re.search(rf"^\| `{error}` \|.*$", section, re.MULTILINE)
        assert f"`{name}`" in (row[0] if row is not None else section)


def test_no_module_has_the_name_of_something_public() -> None:
    """Importing it would put the module in the place of what has its name."""
    assert CHILDREN.isdisjoint(set(sociable.__all__))


def test_every_name_works_after_every_module_was_imported() -> None:
    code = """
import importlib, pkgutil, types, sociable
for module in pkgutil.walk_packages(sociable.__path__, "sociable."):
    if module.name != "sociable.__main__":
        importlib.import_module(module.name)
for name in sociable.__all__:
    assert not isinstance(getattr(sociable, name), types.ModuleType), name
    assert callable(getattr(sociable, name)) or name == "__version__", name
facts = sociable.derive(sociable.load(["examples/incidents"]).setup)
assert sociable.check(sociable.Request(("examples/incidents",))).findings
assert sociable.query("for each step s", facts)
assert sociable.rehearse(facts, sociable.Start("followed")).ending
assert sociable.draw(facts)
print("all of it")
"""
    assert python(code) == "all of it\n"


def test_the_example_runs_as_it_is_written() -> None:
    (example,) = re.findall(r"^```python\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    told = python(example).splitlines()
    assert any(line.startswith("error unfollow-shaming examples/") for line in told)
    assert told[-2] == "flowchart LR"
    assert told[-1].startswith("there is no file or folder `no/such/folder`")


def test_importing_it_loads_next_to_nothing() -> None:
    code = "import sys; before = set(sys.modules); import sociable; print(sorted(set(sys.modules) - before))"
    assert python(code) == "['sociable']\n"


def test_what_it_does_not_offer() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'chek'"):
        sociable.chek  # noqa: B018
