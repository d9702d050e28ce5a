"""The table by which `cli/fast_options` parses, made from the Typer application."""

from collections.abc import Iterator
from enum import Enum
from typing import Any, get_args, get_origin, get_type_hints

_HEAD = '''\
"""Made by `make generated` from the declarations in `app.py`: what `fast_options` parses by.

For each command its parameters: name, how the option is spelled (an argument: not at all), what it takes, whether
several, and the default (`...`: it has to be given). It takes `None` (a flag), `str`, one of some words, or a whole
number that is at least so much.
"""

# fmt: off
# ruff: noqa: E501
Row = tuple[str, tuple[str, ...], object, bool, object]

'''


def option_table() -> str:
    """`cli/option_table.py`. Raises ``ValueError`` for a declaration that ``fast_options`` could not obey."""
    lines = []
    for name, rows in option_rows().items():
        lines.append(f'    "{name}": (')
        lines += [f"        {row!r}," for row in rows]
        lines.append("    ),")
    body = "\n".join(lines).replace("Ellipsis", "...").replace("<class 'str'>", "str")
    return f"{_HEAD}COMMANDS: dict[str, tuple[Row, ...]] = {{\n{body}\n}}\n"


def option_rows() -> dict[str, list[tuple[Any, ...]]]:
    """A row for each parameter of each command, as it is declared now; see ``option_table``."""
    from sociable.cli.app import app
    from typer.main import get_command

    found = {}
    for words, function, command in _commands(app, get_command(app), ()):
        types = get_type_hints(function, include_extras=True)
        found[" ".join(words)] = [_row(each, types[each.name]) for each in command.params if each.name in types]
    return found


def _commands(app: Any, made: Any, words: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any, Any]]:
    """The words of each command, the function that declares it, and what Typer makes of that."""
    for info in app.registered_commands:
        name = info.name or info.callback.__name__
        yield (*words, name), info.callback, made.commands[name]
    for group in app.registered_groups:
        if isinstance(group.name, str):
            yield from _commands(group.typer_instance, made.commands[group.name], (*words, group.name))
        else:  # commands that stand beside those of the application, and only are declared elsewhere
            yield from _commands(group.typer_instance, made, words)


def _row(parameter: Any, annotated: Any) -> tuple[Any, ...]:
    if parameter.nargs not in (1, -1) or parameter.envvar or parameter.callback or parameter.secondary_opts:
        raise ValueError(f"{parameter.name}: `fast_options` does not know how to read this")
    annotation, declared = get_args(annotated)
    types = [each for each in get_args(annotation) or (annotation,) if each is not type(None)]
    many = get_origin(annotation) is list
    default = getattr(parameter.default, "value", parameter.default)
    return (
        parameter.name,
        tuple(parameter.opts) if parameter.param_type_name == "option" else (),
        _taken(parameter.name, types[0], declared),
        many,
        ... if parameter.required else tuple(default) if many else default,
    )


def _taken(name: str, kind: type, declared: Any) -> object:
    """What `cli/fast_options.Row` says of a parameter's values."""
    if kind is bool:
        return None
    if kind is str:
        return str
    if issubclass(kind, Enum):
        return tuple(each.value for each in kind)
    if kind is int and declared.min is not None and declared.max is None:
        return declared.min
    raise ValueError(f"{name}: `fast_options` knows no {kind}")
