"""Nodes that read and write tables of ours: which table it is, what is written, and whether a row is agreed to."""

import re
from collections.abc import Iterable, Mapping

from sociable.documents.nodes import member, text_at
from sociable.readers.flow.parts import HERE, Hole, Part, Ref, Template
from sociable.readers.n8n.export import ExportedNode
from sociable.readers.n8n.parameters import Parameters
from sociable.records.static import Any

_ANSWERED = ("approved", "approve", "ready", "yes", "ok", "freigegeben", "ready to post", "to post")
"""What a column of a table says of a row that somebody has agreed to."""

_MAPPED = "autoMapInputData"
_WITH_COLUMNS = 3
"""The version of Google Sheets from which on columns are named."""

_NUMBER_OF_SHEET = re.compile(r"(?:gid=)?\d+")
_OF_TABLE = re.compile(r"""\b(?:from|into|update)\s+(?:["`\w]+\.)?["`]?(\w+)""", re.IGNORECASE)
"""The table that a question in SQL is about."""


def table(part: Part, node: ExportedNode, row: Mapping[str, Any], parameters: Parameters, operation: str) -> Part:
    """Fill the part of a node that reads or writes a table: which one, and what of it."""
    writes = operation in row["writes"]
    names = [_named_table(parameters, name) for name in row["resource"]]
    resource = f"{node.type} {' '.join(name for name in names if name)}".strip()
    filters = " ".join(parameters.words(name) for name in row["filters"])
    part = part._replace(
        kind="write" if writes else "read",
        resource=resource,
        words=next(filter(None, (text_at(parameters.node(name), "cachedResultName") for name in row["resource"])), ""),
        about=parameters.template(row["filters"]),
    )
    if writes:
        whole = whole_items(node, parameters) if _is_mapped_by_itself(node, parameters) else {}
        fields = {**dict(_columns(parameters)), **whole}
        return part._replace(fields=fields, columns=_by_column(parameters), verb=row.get("use", ""))
    agreed = any(word in f" {filters.casefold()} " for word in (f" {each} " for each in _ANSWERED))
    return part._replace(event="approved" if agreed else "")


def _named_table(parameters: Parameters, path: str) -> str:
    """What a table is called, the same whether it is chosen from a list, named, or asked for in SQL."""
    chosen_one = parameters.node(path)
    name = text_at(chosen_one, "cachedResultName")
    if name and _NUMBER_OF_SHEET.fullmatch(text_at(chosen_one, "value")):
        return name
    made = parameters.template(path)
    if made is None:
        return ""
    parts = (part if isinstance(part, str) else _last_key(part) for part in made.parts)
    words = "".join(parts)
    asked = _OF_TABLE.search(words) if path == "query" else None
    return asked[1] if asked is not None else words


def _last_key(hole: Hole) -> str:
    return hole.refs[0].path[-1] if hole.plain and hole.refs[0].path else hole.code


def _is_mapped_by_itself(node: ExportedNode, parameters: Parameters) -> bool:
    """Whether a table takes whole items as they come in, each key into the column of its name."""
    modes = (parameters.text(name) for name in ("columns.mappingMode", "dataMode", "dataToSend"))
    return _MAPPED in modes or (node.type == "googleSheets" and node.version < _WITH_COLUMNS)


def whole_items(node: ExportedNode, parameters: Parameters) -> dict[str, Template]:
    """All that comes in, as it is."""
    span = parameters.span(node.name_at)
    return {"": Template((Hole((Ref(HERE, ()),), "$json"),), span)}


def _columns(parameters: Parameters) -> Iterable[tuple[str, Template]]:
    """Everything that is written, under the names of its parameters."""
    for name in (
        "columns",
        "fieldsUi",
        "fields",
        "propertiesUi",
        "additionalFields",
        "updateFields",
        "data",
        "dataToSend",
    ):
        found = parameters.node(name)
        made = parameters.template_of(found) if found is not None else None
        if made is not None:
            yield name, made


def _by_column(parameters: Parameters) -> dict[str, Template]:
    """What is written into each column, where the export names them."""
    found = parameters.members("columns.value")
    for each in parameters.entries("fieldsUi"):
        name = text_at(each, "fieldId") or text_at(each, "column")
        value = member(each, "fieldValue")
        made = parameters.template_of(value) if value is not None else None
        if name and made is not None:
            found[name] = made
    return found
