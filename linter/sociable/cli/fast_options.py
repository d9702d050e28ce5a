"""Ordinary command lines, understood without Typer, whose import takes longer than a check of a small file.

What there is to understand is a table made from the Typer application (`generators/write_option_table.py`).
Help, completion and mistakes are left to Typer itself.
"""

from sociable.cli.option_table import COMMANDS, Row


class Unclear(Exception):
    """Typer has to look at this; a value that an option cannot take comes with its ``row``."""

    def __init__(self, row: Row | None = None, text: str = "") -> None:
        super().__init__(text)
        self.row = row
        self.text = text


def parse(arguments: list[str]) -> tuple[str, dict[str, object]] | None:
    """A command and the value of each of its parameters; nothing where there is something for Typer to say."""
    for words in (1, 2):
        command = " ".join(arguments[:words])
        if command in COMMANDS and len(arguments) >= words:
            try:
                return command, values(COMMANDS[command], arguments[words:])
            except Unclear:
                return None
    return None


def values(rows: tuple[Row, ...], arguments: list[str]) -> dict[str, object]:
    """The value of each parameter of a command. Raises ``Unclear``."""
    options = {spelled: row for row in rows for spelled in row[1]}
    given: dict[str, list[str]] = {}
    positional: list[str] = []
    left = arguments[::-1]
    while left:
        argument = left.pop()
        if argument == "--":
            positional += left[::-1]
            break
        if not argument.startswith("-") or argument == "-":
            positional.append(argument)
        else:
            _take_option(argument, options, left, given)
    for row in rows:
        if not row[1] and positional:
            taken = len(positional) if row[3] else 1
            given[row[0]], positional = positional[:taken], positional[taken:]
    if positional:
        raise Unclear
    return {row[0]: _value(row, given.get(row[0])) for row in rows}


def _take_option(argument: str, options: dict[str, Row], left: list[str], given: dict[str, list[str]]) -> None:
    """Note what one word says: `--format=json`, `--format json`, `-f json`, `-fjson`, or several as `-vf json`."""
    spelled, equals, value = argument.partition("=")
    if spelled in options and spelled.startswith("--"):
        rest = [value] if equals else []
    elif argument.startswith("--"):
        raise Unclear
    else:
        spelled, rest = argument[:2], [argument[2:]] if argument[2:] else []
    if spelled not in options:
        raise Unclear
    name, _, takes, *_ = options[spelled]
    if takes is not None:
        if not rest and not left:
            raise Unclear
        given.setdefault(name, []).append(rest[0] if rest else left.pop())
        return
    if spelled.startswith("--") and rest:
        raise Unclear
    given[name] = [""]
    if rest:
        _take_option(f"-{rest[0]}", options, left, given)


def _value(row: Row, texts: list[str] | None) -> object:
    _, _, takes, many, default = row
    if texts is None:
        if default is ...:
            raise Unclear
        return default
    if takes is None:
        return True
    return tuple(_one(row, text) for text in texts) if many else _one(row, texts[-1])


def _one(row: Row, text: str) -> object:
    takes = row[2]
    if isinstance(takes, tuple) and text not in takes:
        raise Unclear(row, text)
    if not isinstance(takes, int):
        return text
    try:
        number = int(text)
    except ValueError:
        raise Unclear(row, text) from None
    if number < takes:
        raise Unclear(row, text)
    return number
