"""What a command or an option cannot take, told with what may have been meant."""

import os
import shlex

from sociable.cli.fast_options import Unclear, values
from sociable.cli.option_table import COMMANDS
from sociable.text.suggest import did_you_mean
from sociable.text.wording import either

_MANY = 10
"""Words from which on they are not listed."""


def wrong_value(arguments: list[str]) -> str:
    """What is wrong with a value; nothing if it is something else that is wrong with the call."""
    if arguments and arguments[0] not in COMMANDS and os.path.exists(arguments[0]):
        return f"`{arguments[0]}` is no command. To check it: `sociable check {shlex.quote(arguments[0])}`."
    for words in (1, 2):
        command = " ".join(arguments[:words])
        if command in COMMANDS and len(arguments) >= words:
            try:
                values(COMMANDS[command], arguments[words:])
            except Unclear as unclear:
                return _sentences(command, unclear)
    return ""


def _sentences(command: str, unclear: Unclear) -> str:
    if unclear.row is None:
        return ""
    name, spelled, takes, *_ = unclear.row
    option = spelled[0] if spelled else name
    if not isinstance(takes, tuple):
        return f"`{option}` takes a whole number from {takes} on, and `{unclear.text}` is none."
    listed = f"There are {either(takes)}." if len(takes) < _MANY else f"`sociable {command} --help` lists them."
    return f"`{option}` cannot be `{unclear.text}`. {did_you_mean(unclear.text, takes) or listed}"
