"""A real client that talks to a real server, as an editor does."""

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypeVar

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

from tests.calls import OUR_CODE

T = TypeVar("T")
PATIENCE = 60
"""Seconds to wait for something that should come."""


class Editor:
    """An editor with a folder open, and what the server has told it so far."""

    def __init__(self, client: LanguageClient) -> None:
        self.client = client
        self.found: dict[str, list[lsp.Diagnostic]] = {}
        self.messages: list[str] = []
        self.watching: list[str] = []
        self._news = asyncio.Event()

        @client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)  # type: ignore[untyped-decorator]
        def publish(params: lsp.PublishDiagnosticsParams) -> None:
            self.found[params.uri] = list(params.diagnostics)
            self._news.set()

        @client.feature(lsp.WINDOW_SHOW_MESSAGE)  # type: ignore[untyped-decorator]
        def show(params: lsp.ShowMessageParams) -> None:
            self.messages.append(params.message)
            self._news.set()

        @client.feature(lsp.CLIENT_REGISTER_CAPABILITY)  # type: ignore[untyped-decorator]
        def register(params: lsp.RegistrationParams) -> None:
            self.watching += [each.method for each in params.registrations]

    def open(self, path: Path, text: str | None = None, language: str = "yaml") -> str:
        uri = path.as_uri()
        text = path.read_text(encoding="utf-8") if text is None else text
        item = lsp.TextDocumentItem(uri, language, 1, text)
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
        return uri

    def type(self, uri: str, text: str) -> None:
        change = lsp.TextDocumentContentChangeWholeDocument(text)
        document = lsp.VersionedTextDocumentIdentifier(2, uri)
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(document, [change]))

    def save(self, uri: str) -> None:
        self.client.text_document_did_save(lsp.DidSaveTextDocumentParams(lsp.TextDocumentIdentifier(uri)))

    def close(self, uri: str) -> None:
        self.client.text_document_did_close(lsp.DidCloseTextDocumentParams(lsp.TextDocumentIdentifier(uri)))

    async def until(self, holds: Callable[[], T]) -> T:
        """Wait for news from the server until something holds."""
        try:
            async with asyncio.timeout(PATIENCE):
                while not (held := holds()):
                    self._news.clear()
                    await self._news.wait()
                return held
        except TimeoutError:
            told = {uri: [(each.code, each.message) for each in found] for uri, found in self.found.items()}
            raise AssertionError(f"it was never so: {told} {self.messages}") from None


def edit(
    folder: Path | None,
    work: Callable[[Editor], Awaitable[None]],
    encodings: list[lsp.PositionEncodingKind | str] | None = None,
    path: str = "",
) -> int:
    """Open a folder in an editor, do something, and close it. Gives the exit code of the server.

    ``path`` is a folder of modules that the server finds before ours.
    """
    return asyncio.run(_edit(folder, work, encodings, path))


async def _edit(folder: Path | None, work: Callable[[Editor], Awaitable[None]], encodings: Any, path: str) -> int:
    client = LanguageClient("test", "1")
    editor = Editor(client)
    surroundings = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (path, OUR_CODE)))}
    await client.start_io(sys.executable, "-m", "sociable", "server", env=surroundings)
    folders = [lsp.WorkspaceFolder(folder.as_uri(), folder.name)] if folder else None
    workspace = lsp.WorkspaceClientCapabilities(
        did_change_watched_files=lsp.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True),
        workspace_edit=lsp.WorkspaceEditClientCapabilities(
            document_changes=True, resource_operations=[lsp.ResourceOperationKind.Create]
        ),
    )
    await client.initialize_async(
        lsp.InitializeParams(
            capabilities=lsp.ClientCapabilities(
                general=lsp.GeneralClientCapabilities(position_encodings=encodings),
                workspace=workspace,
            ),
            workspace_folders=folders,
        )
    )
    client.initialized(lsp.InitializedParams())
    try:
        await work(editor)
    finally:
        async with asyncio.timeout(PATIENCE):
            await client.shutdown_async(None)
            client.exit(None)
            await client.stop()  # type: ignore[no-untyped-call]
    server = client._server
    assert server is not None
    return server.returncode or 0
