"""Calls to web addresses: what n8n's HTTP nodes send, and where to."""

import re
from collections.abc import Callable

from sociable.documents.nodes import Scalar, Sequence, text_at
from sociable.readers.addresses.calls import WHOLE, Field, call
from sociable.readers.addresses.requests import address_of
from sociable.readers.flow.bodies import json_members
from sociable.readers.flow.parts import HERE, Hole, Part, Ref, Template
from sociable.readers.n8n.expressions import parts_of
from sociable.readers.n8n.parameters import Parameters

_BODIES = ("bodyParameters", "bodyParametersUi", "queryParameters", "queryParametersUi", "options.queryParameters")
_JSON = ("jsonBody", "bodyParametersJson", "body", "jsonQuery", "queryParametersJson", "options.queryParametersJson")

_FILES = ("inputDataFieldName", "binaryPropertyName", "sendBinaryData")
"""Parameters of a node that sends files which came in, of which nothing in its parameters tells."""

_AS_TEXT = re.compile(r"JSON\.stringify\(\s*\$[^{}]{1,200}\)|\$[^{}]{1,200}\.toJsonString\(\)")
"""An object that is written out as it is."""

_ONE_TEXT = re.compile(r"`[^`]+`")
_IN_TEXT = re.compile(r"\$\{([^{}]*)\}")


def http_call(part: Part, parameters: Parameters, words: Callable[[Ref], str]) -> Part:
    """Fill the part of an HTTP node; ``words`` are those with which begins what it reads under a key."""
    node = parameters.node("url")
    url = parameters.template("url") if type(node) is Scalar else None
    if url is None or not url.parts:
        return part._replace(kind="pass", reason="parameters-missing", starts_or_acts=True)
    usual = "POST" if parameters.text("sendBody") == "true" else "GET"  # exports lose the method, the body tells
    method = (parameters.text("method") or parameters.text("requestMethod") or usual).removeprefix("=").upper()
    part = part._replace(draws=not _sends_files(parameters), downloads=method == "GET" and _is_a_file(url, parameters))
    url = _begun(_joined(url, parameters), words)
    return call(part, method, url, _fields(parameters, url))


def feed(part: Part, address: Template | None) -> Part:
    """A feed; one that others make of the pages of a platform is a way into that."""
    if address is None:
        return part._replace(kind="fetch", crowd="feed")
    made = call(part, "GET", address, {})
    made = made if made.kind == "fetch" and made.via else part
    return part._replace(
        kind="fetch",
        crowd="feed",
        words=address.fixed or "",
        via=made.via,
        platform=made.platform,
        guessed=made.guessed,
    )


def _is_a_file(url: Template, parameters: Parameters) -> bool:
    """Whether what a look brings is a file: the node is told so, or all of the address comes from elsewhere."""
    told = parameters.text("options.response.response.responseFormat") or parameters.text("responseFormat")
    return told == "file" or (not told and all(isinstance(part, Hole) or not part.strip() for part in url.parts))


def _sends_files(parameters: Parameters) -> bool:
    return any(parameters.node(name) is not None for name in _FILES) or _sends_a_form_file(parameters)


def _sends_a_form_file(parameters: Parameters) -> bool:
    listed = parameters.node("bodyParameters.parameters")
    return type(listed) is Sequence and any(text_at(each, "parameterType") == "formBinaryData" for each in listed.items)


def graph_call(part: Part, parameters: Parameters) -> Part:
    """Fill the part of a node for Meta's Graph API, which is a call to its address."""
    node, edge = parameters.template("node"), parameters.template("edge")
    if node is None and edge is None:
        return part._replace(kind="pass", reason="parameters-missing", starts_or_acts=True)
    host = parameters.text("hostUrl").removeprefix("=") or "graph.facebook.com"
    between: tuple[str | Hole, ...] = ("/", *edge.parts) if edge is not None else ()
    whose = node.parts if node is not None else ("me",)
    url = Template((f"https://{host}/", *whose, *between), (edge or node or part).span)
    fields = _fields(parameters, url)
    if parameters.text("sendBinaryData") == "true":
        fields["source"] = Field(Template((Hole((Ref(HERE, ()),), ""),), url.span), url.span)
    return call(part, (parameters.text("httpRequestMethod") or "GET").removeprefix("=").upper(), url, fields)


def _fields(parameters: Parameters, url: Template) -> dict[str, Field]:
    found = {
        name: Field(Template(parts_of(value, parameters.nodes), url.span), url.span)
        for name, value in address_of(url).query.items()
        if "*" not in value
    }
    for path in _JSON:
        found |= parameters.json(path) or _whole(parameters, path)
    for path in _BODIES:
        for name, field in parameters.pairs(path).items():
            found[name] = field
            if field.value.parts and str(field.value.parts[0]).lstrip().startswith("{"):
                found |= _inner(parameters, name, field)
    return found


def _whole(parameters: Parameters, path: str) -> dict[str, Field]:
    """A body that is nothing but what another node made."""
    made = parameters.template(path)
    hole = made.parts[0] if made is not None and len(made.parts) == 1 else ""
    is_whole = isinstance(hole, Hole) and (hole.plain or _AS_TEXT.fullmatch(hole.code) is not None)
    return {WHOLE: Field(made, made.span)} if made is not None and is_whole else {}


def _inner(parameters: Parameters, name: str, field: Field) -> dict[str, Field]:
    """The members of a JSON text that is itself the value of a field."""
    value = field.value
    text = "".join(part if isinstance(part, str) else f"{{{{{part.code}}}}}" for part in value.parts)
    members = json_members(text, value.span, parameters.parts_of)
    return {f"{name}.{key}": Field(value, field.named) for key, value in members.items()}


def _begun(url: Template, words: Callable[[Ref], str]) -> Template:
    """An address whose beginning is kept in another node, written out."""
    first, *rest = url.parts
    if not isinstance(first, Hole) or not first.plain:
        return url
    begin = words(first.refs[0])
    return Template((begin, *rest), url.span) if begin else url


def _joined(url: Template, parameters: Parameters) -> Template:
    """An address that is put together by a program, as a template.

    Two ways are known: ``'https://…/' + $json.id + '/comments'``, and one text with ``${…}`` in it.
    """
    if len(url.parts) != 1 or not isinstance(url.parts[0], Hole):
        return url
    code = url.parts[0].code
    if _ONE_TEXT.fullmatch(code):
        return Template(parts_of(_IN_TEXT.sub(r"{{ \1 }}", code[1:-1]), parameters.nodes), url.span)
    if not code.startswith(("'", '"', "`")) or "+" not in code:
        return url
    parts: list[str | Hole] = []
    for piece in code.split("+"):
        piece = piece.strip()
        if len(piece) > 1 and piece[0] in "'\"`" and piece[-1] == piece[0]:
            parts.append(piece[1:-1])
        else:
            parts += parts_of(f"{{{{{piece}}}}}", parameters.nodes)
    return Template(tuple(parts), url.span)
