"""A command that is declared for Typer and done by the file of its name."""

from typing import Any

from typer.core import TyperCommand

from sociable.cli.commands import run_call


class Command(TyperCommand):
    """A declaration that is run by the file of its name."""

    def invoke(self, ctx: Any) -> int:
        """Hand the values to the command, as `fast_options` would."""
        command = ctx.command_path.partition(" ")[2]
        lists = {name: tuple(value) for name, value in ctx.params.items() if isinstance(value, list)}
        return run_call(command, ctx.params | lists)
