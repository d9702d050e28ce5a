"""The manual page, from the declarations that ``--help`` is made of."""

import re
from collections.abc import Iterator
from typing import Any

from sociable.version import __version__

from generators.write_option_table import option_rows

_MANY = 10
"""Words from which on they are not listed."""


def man_page() -> str:
    """``sociable(1)`` as roff: every command with its arguments and options."""
    from sociable.cli.app import app
    from typer.main import get_command

    root: Any = get_command(app)
    lines = [
        f'.TH SOCIABLE 1 "" "sociable {__version__}" "User Commands"',
        ".SH NAME",
        rf"sociable \- {_roff(_clause(root.help))}",
        ".SH SYNOPSIS",
        r".B sociable",
        r"\fICOMMAND\fR [\fIARGUMENT\fR...]",
        ".SH DESCRIPTION",
        _roff(root.help),
        ".SH COMMANDS",
    ]
    rows = option_rows()
    for name, command in _commands(root, ""):
        lines += [f'.SS "{_roff(name)}"', _roff(_plain(command.help))]
        words = {row[0]: row[2] for row in rows[name]}
        for parameter in command.params:
            lines += _parameter(parameter, words.get(parameter.name))
    lines += [".SH EXIT STATUS", _roff(root.epilog.removeprefix("Exit codes: ").capitalize())]
    lines += [".SH ENVIRONMENT", *_environment()]
    return "\n".join(lines) + "\n"


def _commands(group: Any, above: str) -> Iterator[tuple[str, Any]]:
    for name, command in group.commands.items():
        full = f"{above}{name}"
        if hasattr(command, "commands"):
            yield from _commands(command, f"{full} ")
        else:
            yield full, command


def _parameter(parameter: Any, words: object) -> list[str]:
    if parameter.param_type_name == "argument":
        name = parameter.metavar or parameter.name
        return [".TP", rf"\fI{_roff(name)}\fR", _roff(parameter.help or "")]
    spelled = ", ".join(rf"\fB{_roff(each)}\fR" for each in parameter.opts)
    value = "" if words is None else rf" \fI{_roff(_value(parameter, words))}\fR"
    return [".TP", f"{spelled}{value}", _roff(parameter.help or "")]


def _value(parameter: Any, words: object) -> str:
    if isinstance(words, tuple) and len(words) < _MANY:
        return "|".join(words)
    return str(parameter.metavar or parameter.name).upper()


def _environment() -> Iterator[str]:
    for name, says in (
        ("COLUMNS", "How many columns to write in, where there is no terminal to ask."),
        ("NO_COLOR, FORCE_COLOR", "Never, or always, write in colour."),
        ("SOURCE_DATE_EPOCH", "The moment that reports are stamped with."),
        ("SOCIABLE_TRACEBACK", "1 shows where a fault of sociable itself happened."),
    ):
        yield from (".TP", f".B {_roff(name)}", _roff(says))


def _clause(sentence: str) -> str:
    return sentence[0].lower() + sentence[1:].rstrip(".")


def _plain(text: str) -> str:
    return " ".join(text.split())


def _roff(text: str) -> str:
    r"""A text in which nothing acts: no backslash, no dot or quote at the start of a line; hyphens are to be typed."""
    text = text.replace("\\", r"\e").replace("-", r"\-")
    return re.sub(r"^(?=[.'])", r"\\&", text, flags=re.MULTILINE)
