"""`sociable server`."""

from sociable.cli.console import CLEAN, require_input
from sociable.cli.extras import extra
from sociable.records.record import Record


class ServerCall(Record):
    """What `sociable server` was asked for. There is no other way to talk than ``stdio``, which some editors say."""

    stdio: bool


def run(_: ServerCall) -> int:
    """Talk to an editor until it says that it is done."""
    import gc

    with extra("editor", "the language server"):
        from sociable.server.editor.language_server import serve

    require_input("so nobody is there to talk to")
    gc.enable()  # this one runs for days
    serve()
    return CLEAN
