"""The parser in C comes without the loaders around it, and whoever wants these gets them all the same."""

import subprocess
import sys

import pytest


def told(program: str) -> str:
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout


def test_reading_a_file_loads_no_loaders() -> None:
    known = told("import sys, sociable.documents.libyaml\nprint(*sys.modules)").split()
    assert "yaml._yaml" in known
    assert not {"yaml.loader", "yaml.dumper", "yaml.cyaml", "yaml.constructor", "yaml.scanner"} & set(known)


@pytest.mark.parametrize(
    ("before", "after"), [("import yaml", ""), ("", ""), ("", "import yaml.scanner, yaml.emitter")]
)
def test_whoever_imports_the_package_has_all_of_it(before: str, after: str) -> None:
    program = f"""
{before}
import sociable.documents.libyaml as ours
{after}
import yaml
from yaml import CSafeLoader
print(yaml.safe_load("a: [1]"), yaml.load("b: 2", CSafeLoader), yaml.__version__.split(".")[0])
try:
    yaml.load("[", CSafeLoader)
except yaml.parser.ParserError as error:
    print(isinstance(error, ours.MarkedYAMLError), isinstance(error, yaml.YAMLError))
try:
    yaml.load("*no", CSafeLoader)
except yaml.composer.ComposerError as error:
    print(isinstance(error, ours.MarkedYAMLError))
"""
    assert told(program).splitlines() == ["{'a': [1]} {'b': 2} 6", "True True", "True"]
