"""`sociable mcp`."""

import os

from sociable.cli.console import CLEAN, BadCall, require_input
from sociable.cli.extras import extra
from sociable.files.contents import absolute
from sociable.records.record import Record


class McpCall(Record):
    """What `sociable mcp` was asked for: the folder that may be read, or nothing for that of the configuration."""

    project: str | None


def run(call: McpCall) -> int:
    """Talk to an assistant until it is done."""
    import gc

    with extra("mcp", "the server for assistants"):
        from sociable.server.assistants.assistant_server import serve
        from sociable.server.assistants.project_root import nearest_project

    folder = absolute(call.project if call.project is not None else nearest_project("."))
    if not os.path.isdir(folder):
        raise BadCall(f"there is no folder `{call.project}`")
    require_input("so nobody is there to talk to")
    gc.enable()  # this one runs for days
    serve(folder)
    return CLEAN
