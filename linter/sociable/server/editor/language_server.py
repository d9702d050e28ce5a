"""The language server: what editors may ask for, and when what is found is shown."""

import asyncio
import logging
import os
import sys
import traceback
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any, BinaryIO, TypeVar, cast

from lsprotocol import converters
from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException, JsonRpcInternalError
from pygls.lsp.server import LanguageServer
from pygls.protocol import JsonRPCNotification, JsonRPCRequestMessage, JsonRPCResponseMessage
from pygls.uris import from_fs_path, to_fs_path
from pygls.workspace import TextDocument, Workspace

from sociable.errors import SociableError
from sociable.files.contents import absolute, is_or_is_below, read_contents, shown
from sociable.findings.finding import Finding
from sociable.rulebook.rulebook import with_built_in
from sociable.server.editor import answers
from sociable.server.editor.bounded_input import BoundedInput
from sociable.server.editor.diagnostics import diagnostics, of_page
from sociable.server.editor.open_projects import (
    Checked,
    FragmentMemory,
    check_root,
    found_by,
    may_be_ours,
    root_of,
)
from sociable.server.editor.page_blocks import is_rule_page
from sociable.server.editor.quick_fixes import Around
from sociable.server.log_lines import log_in_lines
from sociable.text.safe import one_line
from sociable.text.source import Source
from sociable.version import __version__

T = TypeVar("T")

PAUSE = 0.15
"""Seconds without a letter typed before a project is looked at again."""

_WATCHED = "**/*.{yml,yaml,json,toml,md}"
_log = logging.getLogger("sociable.server")


def _converter() -> Any:
    """What turns JSON into messages; those of kinds it does not know stay as they are, as nothing of ours reads them.

    The library would make a class of each object in them, and one of many fields takes minutes and gigabytes.
    """
    converter = converters.get_converter()
    for unknown in (JsonRPCNotification, JsonRPCRequestMessage, JsonRPCResponseMessage):
        converter.register_structure_hook(unknown, _as_it_stands)
    return converter


def _as_it_stands(message: Mapping[str, Any], kind: Callable[..., T]) -> T:
    return kind(**message)


class SociableServer(LanguageServer):
    """A server with what it knows of the projects that are open, by their folders."""

    def __init__(self) -> None:
        # Whole texts: what a line is, editors and Python do not always agree on.
        super().__init__(
            "sociable",
            __version__,
            text_document_sync_kind=lsp.TextDocumentSyncKind.Full,
            converter_factory=_converter,
        )
        self.checked: dict[str, Checked] = {}
        self._memories: dict[str, FragmentMemory] = {}
        self._shown: dict[str, set[str]] = {}
        self._waiting: dict[str, asyncio.TimerHandle] = {}
        self._checker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="check")
        self._complaints: dict[str, str] = {}
        self._ours: set[str] = set()
        self._pages: set[str] = set()

    @property
    def encoding(self) -> str:
        """The units in which the editor counts columns."""
        return str(getattr(self.workspace.position_encoding, "value", self.workspace.position_encoding))

    @property
    def folders(self) -> list[str]:
        """The folders that are open in the editor."""
        return [path for uri in self.workspace.folders if (path := to_fs_path(uri))]

    def root_of(self, uri: str) -> str:
        """The folder or file that is looked at together with a document."""
        path = to_fs_path(uri)
        return root_of(path, self.folders) if path else ""

    def known_of(self, uri: str) -> tuple[Source, Checked]:
        """The text of a document, and what is known of its project."""
        document = self.workspace.text_documents.get(uri)  # one that is not open may be a pipe or a device
        checked = self.checked.get(self.root_of(uri))
        if checked is None:  # a page of rules, or a file that was opened just now
            checked = Checked(pages={page.name: page for page in with_built_in().rules})
        return Source(shown(document.path), document.source) if document is not None else Source(uri, ""), checked

    def around(self, uri: str) -> Around:
        """What there is beside a document, as it is now."""
        root = self.root_of(uri)
        unsaved, memory = self._unsaved(root), self._memories.setdefault(root, FragmentMemory())
        findings = self.known_of(uri)[1].findings
        texts = {each.path: each.source for each in self.workspace.text_documents.values()}

        def would_find(changed: Mapping[str, str], rule: str) -> tuple[Finding, ...]:
            instead = {absolute(path): text.encode("utf-8", "surrogatepass") for path, text in changed.items()}
            try:
                return found_by(rule, root, unsaved | instead, memory)
            except SociableError:
                return findings  # nothing is settled by what cannot be judged

        def read(path: str) -> str:
            return texts[path] if path in texts else read_contents(path).data.decode("utf-8", "replace")

        workspace = self.client_capabilities.workspace
        made = workspace.workspace_edit.resource_operations if workspace and workspace.workspace_edit else None
        return Around(would_find, read, lsp.ResourceOperationKind.Create in (made or ()))

    async def worked_out(self, work: Callable[..., T], *arguments: Any) -> T:
        """What takes longer than an answer should keep an editor waiting, beside other requests."""
        return await asyncio.get_running_loop().run_in_executor(self._checker, work, *arguments)

    def look_at(self, uri: str) -> None:
        """Check the project of a document as soon as nothing more is typed, if it has or had anything to do with us."""
        document = self.workspace.text_documents.get(uri)
        if uri in self._pages or (document is not None and is_rule_page(document.path, document.source)):
            self._soon(uri, self._look_at_page)
            return
        if document is not None and may_be_ours(document.path, _bytes(document)):
            self._ours.add(uri)
        if uri in self._ours and (root := self.root_of(uri)):
            self.look_at_root(root)

    def look_around(self, uri: str) -> None:
        """Check the projects again for which a file counts that is no automation file, such as a page of rules."""
        path = to_fs_path(uri) or ""
        for root in self.checked:
            if is_or_is_below(path, root):
                self.look_at_root(root)

    def look_at_root(self, root: str) -> None:
        """Check a project as soon as nothing more is typed."""
        self._soon(root, self._start)

    def _soon(self, what: str, look: Callable[[str], None]) -> None:
        if what in self._waiting:
            self._waiting[what].cancel()
        self._waiting[what] = asyncio.get_running_loop().call_later(PAUSE, look, what)

    def _look_at_page(self, uri: str) -> None:
        """Run a page of rules as it is now; of one that was closed, its project tells what is wrong with its file."""
        del self._waiting[uri]
        document = self.workspace.text_documents.get(uri)
        if document is None:
            self._pages.discard(uri)
            self._publish(uri, [])
            self.look_around(uri)
            return
        self._pages.add(uri)
        run = self._checker.submit(of_page, shown(document.path), document.source, self.encoding)
        asyncio.wrap_future(run).add_done_callback(lambda done: self._tell_page(uri, done))

    def _tell_page(self, uri: str, done: "asyncio.Future[list[lsp.Diagnostic]]") -> None:
        if done.cancelled() or uri not in self._pages:
            return
        if (error := done.exception()) is None:
            self._publish(uri, done.result())
        elif isinstance(error, SociableError):
            self._publish(uri, [])
        else:
            self.tell_fault(error)

    def _publish(self, uri: str, found: list[lsp.Diagnostic]) -> None:
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, found))

    def _start(self, root: str) -> None:
        del self._waiting[root]
        memory = self._memories.setdefault(root, FragmentMemory())
        check = self._checker.submit(check_root, root, self._unsaved(root), memory)
        task = asyncio.wrap_future(check)
        task.add_done_callback(lambda done: self._tell(root, done))

    def _unsaved(self, root: str) -> dict[str, bytes]:
        return {each.path: _bytes(each) for each in self._ours_below(root)}

    def _ours_below(self, root: str) -> list[TextDocument]:
        ours = (each for uri, each in self.workspace.text_documents.items() if uri in self._ours)
        return [each for each in ours if self.root_of(each.uri) == root]

    def _tell(self, root: str, done: "asyncio.Future[Checked]") -> None:
        if done.cancelled():
            return
        error = done.exception()
        if error is not None:
            self.tell_fault(error)
            return
        checked = self.checked[root] = done.result()
        complaint = "; ".join((*filter(None, (checked.complaint,)), *checked.faults))
        if complaint != self._complaints.get(root, ""):
            self._complaints[root] = complaint
            if complaint:
                self.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Error, f"sociable: {complaint}"))
        is_open = os.path.isdir(root) or any(each.path == root for each in self.workspace.text_documents.values())
        found = diagnostics(checked, self.encoding) if is_open else {}
        looked_at = {document.path for document in self._ours_below(root)}
        for path in sorted(self._shown.get(root, set()) | looked_at | found.keys()):
            if root_of(path, self.folders) in self.checked.keys() - {root}:
                continue  # told when that project is checked, with what is not saved in it
            uri = from_fs_path(path) or ""
            if uri not in self._pages:
                self._publish(uri, found.get(path, []))
        self._shown[root] = set(found)

    def tell_fault(self, error: BaseException | None) -> None:
        """Write a fault of ours into the log, and show it."""
        _log.error("a fault of sociable", exc_info=error)
        detail = one_line(next(iter(str(error).splitlines()), "no details"))
        message = f"sociable: internal error: {type(error).__name__}: {detail} (please report it)"
        self.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Error, message))

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Whatever goes wrong in a request or notification ends here, and never the server.

        What makes no sense to the library is no fault of ours; who asked has been answered so.
        """
        asked_badly = isinstance(error, JsonRpcException) and not isinstance(error, JsonRpcInternalError)
        is_no_message = source is JsonRpcException  # which stands for that
        if asked_badly or is_no_message or _names_no_document():
            _log.warning("the editor sent what makes no sense: %s", one_line(str(error)))
        else:
            self.tell_fault(error)


def _names_no_document() -> bool:
    """Whether the library ended because the editor spoke of a document that it had not opened."""
    raised = sys.exception()
    if not isinstance(raised, KeyError) or raised.__traceback__ is None:
        return False
    frames = [frame for frame, _ in traceback.walk_tb(raised.__traceback__)]
    return frames[-1].f_globals.get("__name__") == Workspace.__module__


def _bytes(document: TextDocument) -> bytes:
    return document.source.encode("utf-8", "surrogatepass")


def made() -> SociableServer:
    """A server that knows what to do with each request."""
    server = SociableServer()
    _follow_documents(server)
    _answer_requests(server)
    return server


def _follow_documents(server: SociableServer) -> None:
    """What is opened, typed, saved and closed, and what changes on the disk."""

    @server.feature(lsp.INITIALIZED)
    def initialized(_: lsp.InitializedParams) -> None:
        watching = (
            server.client_capabilities.workspace and server.client_capabilities.workspace.did_change_watched_files
        )
        if watching and watching.dynamic_registration:
            options = lsp.DidChangeWatchedFilesRegistrationOptions([lsp.FileSystemWatcher(_WATCHED)])
            watch = lsp.Registration("sociable-files", lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            server.client_register_capability(lsp.RegistrationParams([watch]))

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def changed(params: Any) -> None:
        server.look_at(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: lsp.DidSaveTextDocumentParams) -> None:
        server.look_around(params.text_document.uri)

    @server.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    @server.feature(lsp.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def changed_elsewhere(_: Any) -> None:
        for root in list(server.checked):
            server.look_at_root(root)


def _answer_requests(server: SociableServer) -> None:
    """What an editor asks about a place of a document."""

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    def hover(params: lsp.HoverParams) -> lsp.Hover | None:
        source, checked = server.known_of(params.text_document.uri)
        return answers.hover(source, params.position, checked, server.encoding)

    @server.feature(lsp.TEXT_DOCUMENT_COMPLETION, lsp.CompletionOptions(trigger_characters=[" ", ".", "[", "{", ","]))
    def completion(params: lsp.CompletionParams) -> lsp.CompletionList:
        source, checked = server.known_of(params.text_document.uri)
        return answers.completion(source, params.position, checked, server.encoding)

    @server.feature(lsp.TEXT_DOCUMENT_DEFINITION)
    def definition(params: lsp.DefinitionParams) -> lsp.Location | None:
        source, checked = server.known_of(params.text_document.uri)
        return answers.definition(source, params.position, checked, server.encoding)

    @server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions([lsp.CodeActionKind.QuickFix]))
    async def code_action(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        uri = params.text_document.uri
        source, checked = server.known_of(uri)
        return await server.worked_out(
            answers.code_actions, source, params.range, checked, server.encoding, server.around(uri)
        )

    @server.feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def document_symbol(params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol]:
        return answers.symbols(server.known_of(params.text_document.uri)[0], server.encoding)


def serve() -> None:
    """Talk to an editor until it says that it is done."""
    # Closed in the end; the standard output itself is still flushed after that.
    log_in_lines()
    made().start_io(cast(BinaryIO, BoundedInput(sys.stdin.buffer)), os.fdopen(os.dup(sys.stdout.fileno()), "wb"))
