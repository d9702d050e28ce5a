"""What is parsed without Typer is parsed as Typer would, and Typer is asked about everything else."""

from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sociable.cli import app, declared_command
from sociable.cli.fast_options import parse
from sociable.cli.option_table import COMMANDS

Parsed = tuple[str, dict[str, object]] | None

PIECES = (
    "x",
    "2",
    "-3",
    "0",
    "a.yml",
    "-",
    "--",
    "",
    "=",
    "-=",
    "--=",
    "-x",
    "--x",
    "json",
    "text",
    "error",
    "é",
    " 7 ",
)


def typers_own(arguments: list[str]) -> Parsed:
    """What Typer makes of these arguments, if it comes to a command at all."""
    called: list[Parsed] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(declared_command, "run_call", lambda command, values: called.append((command, values)))
        app.run(arguments)
    return called[0] if called else None


@st.composite
def command_lines(draw: st.DrawFn) -> list[str]:
    command = draw(st.sampled_from(sorted(COMMANDS)))
    rows = COMMANDS[command]
    options = [spelled for row in rows for spelled in row[1]]
    words = [word for row in rows if isinstance(row[2], tuple) for word in row[2]]
    values = st.sampled_from([*PIECES, *words, *options, "--help"])
    one_word = st.builds("{}{}{}".format, st.sampled_from(options or [""]), st.sampled_from(["=", "", "v"]), values)
    argument = st.one_of(values, st.sampled_from([*options, "-h"]), one_word)
    whole_option = st.tuples(st.sampled_from(options or ["--x"]), values).map(list)
    several = draw(st.lists(st.one_of(argument.map(lambda each: [each]), whole_option), max_size=5))
    return [*command.split(), *(argument for each in several for argument in each)]


@given(command_lines())
def test_both_parsers_understand_the_same(arguments: list[str]) -> None:
    assert parse(arguments) == typers_own(arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["check"],
        ["check", "a.yml", "b"],
        ["check", "-v", "-f", "json", "a.yml"],
        ["check", "-vfjson", "--fail-on=error"],
        ["check", "a.yml", "--format", "text", "--format", "sarif"],
        ["check", "--rules", "one", "--rules=two"],
        ["check", "--why=yes"],
        ["check", "--", "--why"],
        ["check", "-"],
        ["check", "--stdin-filename", "--why"],
        ["check", "--stdin-filename"],
        ["check", "--help"],
        ["check", "--form", "json"],
        ["query", "for each step s", "a.yml"],
        ["query"],
        ["explain", "one", "two"],
        ["rehearse", "--rounds", "-3"],
        ["rehearse", "--rounds", "3"],
        ["rehearse", "--rounds", "three"],
        ["rules"],
        ["rules", "list"],
        ["rules", "no-such-command"],
        ["no-such-command"],
    ],
    ids=" ".join,
)
def test_both_parsers_understand_the_same_of(arguments: list[str]) -> None:
    assert parse(arguments) == typers_own(arguments)


def test_options_are_understood() -> None:
    parsed = parse(["check", "-vfjson", "one", "--rules=a", "--rules", "b", "--", "--two"])
    assert parsed is not None
    command, values = parsed
    assert command == "check"
    assert values["paths"] == ("one", "--two")
    assert (values["verbose"], values["forms"], values["own_rules"]) == (True, ("json",), ("a", "b"))


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_takes_what_is_declared(command: str) -> None:
    module = import_module(f"sociable.cli.commands.{command.replace(' ', '_')}")
    call = getattr(module, command.title().replace(" ", "") + "Call")
    assert call._fields == tuple(row[0] for row in COMMANDS[command])
