"""What an editor asks about a place, in the words of the protocol."""

from collections.abc import Iterable

from lsprotocol import types as lsp

from sociable.server.editor.completions import KEY, NAME, RULE, VALUE, Offer, offers
from sociable.server.editor.diagnostics import diagnostic, uri_of
from sociable.server.editor.go_to import described_at
from sociable.server.editor.hover_texts import hover_text
from sociable.server.editor.lsp_positions import offset_of, range_of
from sociable.server.editor.open_projects import Checked
from sociable.server.editor.outline import Entry, outline
from sociable.server.editor.quick_fixes import Around, Offered, offered
from sociable.text.source import Edit, Source

_KINDS = {
    KEY: lsp.CompletionItemKind.Property,
    VALUE: lsp.CompletionItemKind.EnumMember,
    NAME: lsp.CompletionItemKind.Variable,
    RULE: lsp.CompletionItemKind.Reference,
}
_SYMBOLS = {
    "account": lsp.SymbolKind.Object,
    "automation": lsp.SymbolKind.Event,
    "step": lsp.SymbolKind.Function,
}


def hover(source: Source, position: lsp.Position, checked: Checked, encoding: str) -> lsp.Hover | None:
    """What a word means, and the pages of what was found there."""
    found = hover_text(source, offset_of(source, position, encoding), checked)
    if found is None:
        return None
    text, span = found
    return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, text), range_of(span, encoding))


def completion(source: Source, position: lsp.Position, checked: Checked, encoding: str) -> lsp.CompletionList:
    """What fits, in the order in which the documentation has it."""
    found = offers(source, offset_of(source, position, encoding), checked)
    return lsp.CompletionList(False, [_item(number, offer, encoding) for number, offer in enumerate(found)])


def _item(number: int, offer: Offer, encoding: str) -> lsp.CompletionItem:
    return lsp.CompletionItem(
        offer.label,
        kind=_KINDS[offer.sort],
        documentation=lsp.MarkupContent(lsp.MarkupKind.Markdown, offer.meaning) if offer.meaning else None,
        sort_text=f"{number:04}",
        text_edit=lsp.TextEdit(range_of(offer.place, encoding), offer.text),
    )


def definition(source: Source, position: lsp.Position, checked: Checked, encoding: str) -> lsp.Location | None:
    """Where the account, list or place is described that is named there."""
    span = described_at(source, offset_of(source, position, encoding), checked)
    return None if span is None else lsp.Location(uri_of(span.path), range_of(span, encoding))


def code_actions(
    source: Source, place: lsp.Range, checked: Checked, encoding: str, around: Around
) -> list[lsp.CodeAction]:
    """What can be done about what is found there."""
    start, end = offset_of(source, place.start, encoding), offset_of(source, place.end, encoding)
    return [_action(each, checked, encoding) for each in offered(source, start, end, checked, around)]


def _action(offer: Offered, checked: Checked, encoding: str) -> lsp.CodeAction:
    return lsp.CodeAction(
        offer.title,
        kind=lsp.CodeActionKind.QuickFix,
        diagnostics=[diagnostic(offer.finding, offer.member, checked, encoding)],
        is_preferred=offer.is_safe,
        edit=_made(offer, encoding),
    )


def _made(offer: Offered, encoding: str) -> lsp.WorkspaceEdit:
    edits = _edits(offer.edits, encoding)
    if not offer.creates:
        return lsp.WorkspaceEdit(edits)
    uri = uri_of(offer.creates)
    create = lsp.CreateFile(uri, options=lsp.CreateFileOptions(ignore_if_exists=True))
    document = lsp.OptionalVersionedTextDocumentIdentifier(uri)
    return lsp.WorkspaceEdit(document_changes=[create, lsp.TextDocumentEdit(document, [*edits[uri]])])


def _edits(edits: Iterable[Edit], encoding: str) -> dict[str, list[lsp.TextEdit]]:
    changes: dict[str, list[lsp.TextEdit]] = {}
    for edit in edits:
        changes.setdefault(uri_of(edit.span.path), []).append(lsp.TextEdit(range_of(edit.span, encoding), edit.text))
    return changes


def symbols(source: Source, encoding: str) -> list[lsp.DocumentSymbol]:
    """Accounts, automations and their steps."""
    return [_symbol(entry, encoding) for entry in outline(source)]


def _symbol(entry: Entry, encoding: str) -> lsp.DocumentSymbol:
    return lsp.DocumentSymbol(
        entry.name or "?",
        _SYMBOLS[entry.sort],
        range_of(entry.whole, encoding),
        range_of(entry.named, encoding),
        detail=entry.says,
        children=[_symbol(each, encoding) for each in entry.entries],
    )
