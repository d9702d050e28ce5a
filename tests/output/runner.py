"""How a GitHub runner reads the lines that a step prints, as far as forging is concerned."""

from typing import NamedTuple


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    data: str


def command(line: str) -> Command | None:
    """The command in a line that begins with ``::`` (white space apart) and names one; otherwise nothing."""
    line = line.lstrip()
    if not line.startswith("::") or "::" not in line[2:]:
        return None
    head, data = line[2:].split("::", 1)
    name, _, listed = head.partition(" ")
    pairs = (pair.split("=", 1) for pair in listed.split(",") if "=" in pair)
    return Command(name, {key: _unescaped(value, _IN_PROPERTIES) for key, value in pairs}, _unescaped(data, _IN_DATA))


def is_old_command(line: str) -> bool:
    """Whether a runner could take something anywhere in the line for a command in the former notation."""
    return "##[" in line or "##vso[" in line


_IN_DATA = {"%0D": "\r", "%0A": "\n", "%25": "%"}
_IN_PROPERTIES = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}


def _unescaped(text: str, mapping: dict[str, str]) -> str:
    for escape, character in mapping.items():
        text = text.replace(escape, character)
    return text
