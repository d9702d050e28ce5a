import subprocess
import sys

import pytest
from sociable.text.source import Source
from sociable.text.toml_values import MOST_CHARACTERS, NotToml, toml_values


@pytest.mark.parametrize(
    ("text", "place", "why"),
    [
        ("a = 1\nb = strict\n", "a.toml:2:5", "invalid value"),
        ("a = 1\r\n\r\nb = strict\r\n", "a.toml:3:5", "invalid value"),
        ("a = [", "a.toml:1:6", "invalid value"),
        ('a = "', "a.toml:1:6", "unterminated string"),
        ("a = 1\na = 2\n", "a.toml:2:6", "cannot overwrite a value"),
        ("a = " + "[" * 100_000, "a.toml:1:1", "it is nested too deeply"),
        ("a = " + "{a=" * 100_000, "a.toml:1:1", "it is nested too deeply"),
        ("a = " + "9" * 5000, "a.toml:1:1", "it has a number with more digits than anything needs"),
        ("a = [1, -" + "1_1" * 5000 + "]", "a.toml:1:1", "it has a number with more digits than anything needs"),
        ("#" * MOST_CHARACTERS + "\n", "a.toml:1:1", "it has more than 524,288 characters"),
    ],
)
def test_what_is_no_toml_has_a_place_and_a_reason(text: str, place: str, why: str) -> None:
    with pytest.raises(NotToml) as raised:
        toml_values(text)
    assert (str(raised.value.place_in(Source("a.toml", text))), raised.value.why) == (place, why)


@pytest.mark.parametrize(
    "key",
    [
        "a" + ".a" * 5000 + " = 1",
        "[" + "a." * 5000 + "a]",
        "[[ a" + " . 'b'" * 5000 + "]]",
        r'"\""' + r'."\"."' * 5000 + " = 1",
        "  a" + "\t.\t-" * 20 + " = 1",
    ],
)
def test_a_key_of_endless_parts_is_refused(key: str) -> None:
    """The standard reader takes room that grows with the square of their number."""
    with pytest.raises(NotToml, match="a key has more than 20 parts") as raised:
        toml_values(f"# first\n{key}\n")
    assert raised.value.place_in(Source("a.toml", f"# first\n{key}\n")).line == 2


def test_what_only_looks_like_such_a_key_is_read() -> None:
    shallow = "a" + ".a" * 19
    assert list(toml_values(f"{shallow} = 1\n")) == ["a"]
    assert toml_values(f'a = "{shallow}.a.a"') == {"a": f"{shallow}.a.a"}
    assert toml_values('a = """\n....................................\n"""') == {"a": "." * 36 + "\n"}


def test_reading_a_configuration_does_not_import_typing() -> None:
    program = """
import sys
sys.modules.pop("typing", None)
from sociable.text.toml_values import toml_values
assert "typing" not in sys.modules
import typing
print(toml_values("a = 1.5"), typing.NamedTuple)
"""
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout.startswith("{'a': 1.5} <function NamedTuple")
