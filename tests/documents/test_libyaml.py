"""Whoever uses the rest of PyYAML in the same process finds it as it is without us."""

import subprocess
import sys

import pytest

from tests.calls import OUR_CODE

USES = r"""
import yaml
text = "- 2026-11-28\n- 2026-11-28 12:00:00\n- 1.5\n- 0x1F\n- yes\n- ~\n- text\n- 190:20:30\n- .inf\n- {<<: {a: 1}}\n"
for loader in (yaml.SafeLoader, yaml.CSafeLoader, yaml.FullLoader):
    print(yaml.load(text, Loader=loader))
print(yaml.dump(yaml.safe_load(text)))
try:
    yaml.safe_load("a: \x07")
except yaml.YAMLError as error:
    print(error)
print(ascii(yaml.reader.Reader.NON_PRINTABLE.pattern))
"""
OURS = "from sociable.documents import libyaml\n"


def printed(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": OUR_CODE}, capture_output=True, text=True, check=True
    )
    return done.stdout


@pytest.mark.parametrize("first", [OURS, "import yaml\n" + OURS], ids=["it came with us", "it was there"])
def test_the_rest_of_it_works(first: str) -> None:
    assert printed(first + USES) == printed(USES)


def test_nobody_else_is_put_off() -> None:
    code = "import re; before = re.compile; from sociable.documents import libyaml; print(re.compile is before)"
    assert printed(code) == "True\n"


def test_others_who_ask_meanwhile_get_what_they_ask_for() -> None:
    code = """
import sys, types
from importlib.abc import MetaPathFinder
import re
met = []
class Watching(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "yaml.reader":
            met.append(type(re.compile("somebody else's")))
        return None
sys.meta_path.insert(0, Watching())
from sociable.documents import libyaml
print(met)
"""
    assert printed(code) == "[<class 're.Pattern'>]\n"


def test_its_patterns_wait() -> None:
    code = OURS + "import yaml.reader; print(type(yaml.reader.Reader.NON_PRINTABLE).__name__)"
    assert printed(code) == "_Later\n"
