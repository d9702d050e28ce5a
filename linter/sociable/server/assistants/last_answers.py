"""A server that answers what it was asked before its input ended, and ends where nothing can be made of its input.

The library breaks off what it works on when input ends, since it takes an end for a client that is gone. A script that
pipes its questions in ends its input as soon as they are written, and waits for the answers.
"""

import os
import sys
from asyncio import Event
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from anyio import EndOfStream, wrap_file
from mcp.server import MCPServer
from mcp.server.stdio import stdio_server
from mcp.shared.message import SessionMessage
from mcp.types import JSONRPCError, JSONRPCNotification, JSONRPCRequest, JSONRPCResponse

from sociable.records.static import Any, Self, cast
from sociable.server.assistants.bounded_lines import BoundedLines
from sociable.server.assistants.safe_answers import shown
from sociable.server.message_bounds import BadMessage

_NEVER_OVER = "subscriptions/listen"
"""The one request that is only answered when the connection ends."""


class AnsweringServer(MCPServer):
    """Waits for its own answers before it takes its input for ended."""

    async def run_stdio_async(self) -> None:
        """Talk over standard input and output. Raises ``BadMessage``."""
        server = self._lowlevel_server
        # Not the input's own buffer: a thread that still waits for a line would hold it when the interpreter ends.
        lines = BoundedLines(os.fdopen(os.dup(sys.stdin.fileno()), "rb", closefd=False))
        with _alone(BadMessage):
            async with stdio_server(wrap_file(cast(Any, lines))) as (asked, answers):
                unanswered = _Unanswered()
                await server.run(
                    _Asked(asked, unanswered, lines),
                    _Answers(answers, unanswered),
                    server.create_initialization_options(),
                )


@contextmanager
def _alone(kind: type[Exception]) -> Iterator[None]:
    """Raise what was raised in a task of the library without the groups that tasks put around it."""
    try:
        yield
    except BaseExceptionGroup as group:
        several: BaseExceptionGroup[Any] | None = group.subgroup(kind)
        while several is not None:
            first = several.exceptions[0]
            if not isinstance(first, BaseExceptionGroup):
                raise first from None
            several = first
        raise


class _Unanswered:
    """The requests that have been read and not yet answered."""

    def __init__(self) -> None:
        self._ids: set[str] = set()
        self._none = Event()
        self._none.set()

    def note(self, message: object) -> None:
        """Take in what has been read or written."""
        match message:
            case JSONRPCRequest() if message.method != _NEVER_OVER:
                self._ids.add(str(message.id))
                self._none.clear()
            case JSONRPCResponse() | JSONRPCError():
                self._over(message.id)
            case JSONRPCNotification(method="notifications/cancelled", params={"requestId": cancelled}):
                self._over(cancelled)  # nothing comes for it any more

    def _over(self, request: object) -> None:
        self._ids.discard(str(request))
        if not self._ids:
            self._none.set()

    async def none(self) -> None:
        """Wait until each is answered."""
        await self._none.wait()


class _Passing:
    """A stream of the library that is passed on; its protocols want all of this."""

    def __init__(self, stream: Any, unanswered: _Unanswered) -> None:
        self._stream = stream
        self._unanswered = unanswered

    async def aclose(self) -> None:
        await self._stream.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()


class _Asked(_Passing):
    """What the client sends. It ends when it has ended and everything in it is answered."""

    def __init__(self, stream: Any, unanswered: _Unanswered, lines: BoundedLines) -> None:
        super().__init__(stream, unanswered)
        self._lines = lines

    async def receive(self) -> SessionMessage | Exception:
        """The next message, or what is wrong with it."""
        item: SessionMessage | Exception = await self._stream.receive()
        if isinstance(item, SessionMessage):
            self._lines.made_sense()
            self._unanswered.note(item.message)
        return item

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> SessionMessage | Exception:
        try:
            return await self.receive()
        except EndOfStream:
            await self._unanswered.none()
            raise StopAsyncIteration from None


class _Answers(_Passing):
    """What the client is sent."""

    async def send(self, item: SessionMessage, /) -> None:
        """Pass it on. The library quotes what it refuses, and a model repeats it to people or in a file."""
        match item.message:
            case JSONRPCError() | JSONRPCResponse(result={"isError": True}) as refusal:
                # By its id, as it was sent, the client knows what it asked, and we what is still to be answered.
                item = replace(item, message=shown(refusal).model_copy(update={"id": refusal.id}))
        await self._stream.send(item)
        self._unanswered.note(item.message)
