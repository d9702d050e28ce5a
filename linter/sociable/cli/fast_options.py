"""Ordinary command lines, understood without Typer, whose import takes longer than a check of a small file.

What there is to understand is a table made from the Typer application (`generators/write_option_table.py`).
Help, completion and mistakes are left to Typer itself.
"""

from sociable.cli.option_table import COMMANDS, Row


class _Unclear(Exception):
    """Typer has to look at this."""


def parse(arguments: list[str]) -> tuple[str, dict[str, object]] | None:
    """A command and the value of each of its parameters; nothing where there is something for Typer to say."""
    for words in (1, 2):
        command = " ".join(arguments[:words])
        if command in COMMANDS and len(arguments) >= words:
            try:
                return command, _values(COMMANDS[command], arguments[words:])
            except _Unclear:
                return None
    return None


def _values(rows: tuple[Row, ...], arguments: list[str]) -> dict[str, object]:
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
        raise _Unclear
    return {row[0]: _value(row, given.get(row[0])) for row in rows}


def _take_option(argument: str, options: dict[str, Row], left: list[str], given: dict[str, list[str]]) -> None:
    """Note what one word says: `--format=json`, `--format json`, `-f json`, `-fjson`, or several as `-vf json`."""
    spelled, equals, value = argument.partition("=")
    if spelled in options and spelled.startswith("--"):
        rest = [value] if equals else []
    elif argument.startswith("--"):
        raise _Unclear
    else:
        spelled, rest = argument[:2], [argument[2:]] if argument[2:] else []
    if spelled not in options:
        raise _Unclear
    name, _, takes, *_ = options[spelled]
    if takes is not None:
        if not rest and not left:
            raise _Unclear
        given.setdefault(name, []).append(rest[0] if rest else left.pop())
        return
    if spelled.startswith("--") and rest:
        raise _Unclear
    given[name] = [""]
    if rest:
        _take_option(f"-{rest[0]}", options, left, given)


def _value(row: Row, texts: list[str] | None) -> object:
    _, _, takes, many, default = row
    if texts is None:
        if default is ...:
            raise _Unclear
        return default
    if takes is None:
        return True
    return tuple(_one(takes, text) for text in texts) if many else _one(takes, texts[-1])


def _one(takes: object, text: str) -> object:
    if isinstance(takes, tuple) and text not in takes:
        raise _Unclear
    if not isinstance(takes, int):
        return text
    try:
        number = int(text)
    except ValueError:
        raise _Unclear from None
    if number < takes:
        raise _Unclear
    return number
