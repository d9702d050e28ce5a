"""The server that an assistant talks to, over standard input and output."""

import os
from collections.abc import Callable
from functools import wraps
from inspect import cleandoc
from typing import ParamSpec, TypeVar

from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.mcpserver.utilities.func_metadata import ArgModelBase
from mcp.types import ToolAnnotations

from sociable.errors import SociableError
from sociable.server.assistants.assistant_tools import Tools
from sociable.server.assistants.instructions import INSTRUCTIONS
from sociable.server.assistants.last_answers import AnsweringServer
from sociable.server.assistants.project_root import ProjectRoot
from sociable.server.assistants.safe_answers import shown
from sociable.server.log_lines import log_in_lines
from sociable.version import __version__

P = ParamSpec("P")
R = TypeVar("R")


def serve(folder: str) -> None:
    """Talk to an assistant about the project in this folder until it is done."""
    os.chdir(folder)
    log_in_lines()  # before the library does it in its own way
    server = AnsweringServer("sociable", version=__version__, instructions=INSTRUCTIONS, log_level="WARNING")
    # Of a value that does not fit it would show beginning and end: half of a key, which nobody knows for one.
    ArgModelBase.model_config["hide_input_in_errors"] = True
    tools = Tools(ProjectRoot(folder))
    only_reads = ToolAnnotations(read_only_hint=True, open_world_hint=False)
    for tool in (tools.check, tools.explain, tools.rehearse, tools.words):
        server.add_tool(_telling(tool), description=cleandoc(tool.__doc__ or ""), annotations=only_reads)
    server.run("stdio")


def _telling(tool: Callable[P, R]) -> Callable[P, R]:
    """The same, with what was asked in vain told to the assistant, and no key or sign that hides told to anybody."""

    @wraps(tool)
    def run(*arguments: P.args, **named: P.kwargs) -> R:
        try:
            return shown(tool(*arguments, **named))
        except SociableError as error:
            problems = getattr(error, "problems", ())
            told = [f"{each.span}: {each.message}. {each.advice}".rstrip() for each in problems] or [str(error)]
            raise ToolError("\n".join(told)) from None

    return run
