"""Calls to web addresses: what n8n's HTTP nodes send, and where to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sociable.documents.nodes import Scalar
from sociable.readers.addresses.addresses import Known, known
from sociable.readers.addresses.requests import Request, address_of, is_computed
from sociable.readers.flow.parts import Hole, Part, Template
from sociable.readers.flow.rows import chosen, filled, platforms_named
from sociable.readers.n8n.expressions import parts_of
from sociable.readers.n8n.parameters import Field, Parameters, json_members
from sociable.text.source import Span

_BODIES = ("bodyParameters", "bodyParametersUi", "queryParameters", "queryParametersUi", "options.queryParameters")
_JSON = ("jsonBody", "bodyParametersJson", "body", "jsonQuery", "queryParametersJson", "options.queryParametersJson")
_META = ("graph.instagram.com", "graph.threads.net")


@dataclass(frozen=True, slots=True)
class Given:
    """What a call was given, by the names of its body and query."""

    fields: dict[str, Field]

    def template(self, paths: str | Iterable[str]) -> Template | None:
        """The first of these fields, or the first that lies below it."""
        for path in (paths,) if isinstance(paths, str) else paths:
            field = self.named(path)
            if field is not None:
                return field.value
            below = next((field for name, field in self.fields.items() if name.startswith(f"{path}.")), None)
            if below is not None:
                return below.value
        return None

    def named(self, path: str) -> Field | None:
        return self.fields.get(path) or self.fields.get(path.rsplit(".", 1)[-1])

    def text(self, path: str) -> str:
        found = self.template(path)
        return (found.fixed or "") if found is not None else ""


def http_call(part: Part, parameters: Parameters) -> Part:
    """Fill the part of an HTTP node."""
    node = parameters.node("url")
    url = parameters.template("url") if type(node) is Scalar else None
    if url is None or not url.parts:
        return part._replace(kind="pass", reason="parameters-missing", starts_or_acts=True)
    method = (parameters.text("method") or parameters.text("requestMethod") or "GET").upper()
    return _call(part, method, _joined(url, parameters), parameters)


def graph_call(part: Part, parameters: Parameters) -> Part:
    """Fill the part of a node for Meta's Graph API, which is a call to its address."""
    node = parameters.template("node")
    if node is None:
        return part._replace(kind="pass", reason="parameters-missing", starts_or_acts=True)
    edge = parameters.template("edge")
    host = parameters.text("hostUrl").removeprefix("=") or "graph.facebook.com"
    between: tuple[str | Hole, ...] = ("/", *edge.parts) if edge is not None else ()
    url = Template((f"https://{host}/", *node.parts, *between), (edge or node).span)
    return _call(part, (parameters.text("httpRequestMethod") or "GET").upper(), url, parameters)


def _call(part: Part, method: str, url: Template, parameters: Parameters) -> Part:
    request = Request(method, address_of(url), {}, url.span)
    found = known(request)
    given = Given(_fields(parameters, request))
    part = part._replace(place=url.span)
    if found is None:
        return _unknown(part, method, url)
    row = chosen(found.row, given)
    part = filled(part._replace(platform=_platform(found, row, request, given, url), via=found.via), row, given)
    if part.reason and method == "GET":
        return part._replace(reason="", starts_or_acts=False)
    return part._replace(place=_place(part, row, given, url))


def _unknown(part: Part, method: str, url: Template) -> Part:
    """A look at an unknown address concerns nobody; anything else may be what people notice."""
    part = part._replace(kind="pass")
    if method == "GET":
        named = platforms_named(" ".join(_words(url))) if is_computed(url) else ()
        return part if not named else _page(part, named[0])
    return part._replace(reason="computed-address" if is_computed(url) else "unknown-address", starts_or_acts=True)


def _page(part: Part, platform: str) -> Part:
    """A page of a platform that is fetched like a visitor would: by the name of what its address is made of."""
    return part._replace(kind="fetch", platform=platform, via="unofficial", crowd="found", guessed=True)


def _place(part: Part, row: Mapping[str, Any], given: Given, url: Template) -> Span:
    """A text inside a longer body tells most; else what decides the verb; else the address."""
    if part.text is not None and any(field.named == part.text.span for field in given.fields.values()):
        return part.text.span
    named = next((field.named for name in row.get("has", ()) if (field := given.named(name)) is not None), None)
    return named if named is not None and part.text is None else url.span


def _platform(found: Known, row: Mapping[str, Any], request: Request, given: Given, url: Template) -> str:
    """The platform by its host, by a field that names it, or by what the call speaks of."""
    for name in row.get("by_field", found.row.get("by_field", ())):
        named = platforms_named(given.text(name))
        if named:
            return " ".join(named)
    host = request.address.host
    if row.get("by_host"):
        return next(iter(platforms_named(host)), "other")
    if host == "graph.instagram.com":
        return "instagram"
    platform = row.get("platform") or found.platform
    if found.row.get("by_words"):
        words = " ".join([*_words(url), *(part for field in given.fields.values() for part in _words(field.value))])
        return next(iter(platforms_named(words)), platform)
    if platform == "meta":
        return "instagram" if any("instagram" in word.casefold() for word in _words(url)) else "meta"
    return str(platform)


def _words(value: Template) -> list[str]:
    return [part if isinstance(part, str) else part.code for part in value.parts]


def _fields(parameters: Parameters, request: Request) -> dict[str, Field]:
    found = {
        name: Field(Template(parts_of(value, parameters.nodes), request.place), request.place)
        for name, value in request.address.query.items()
        if "*" not in value
    }
    for path in _JSON:
        found |= parameters.json(path)
    for path in _BODIES:
        for name, field in parameters.pairs(path).items():
            found[name] = field
            if field.value.parts and str(field.value.parts[0]).lstrip().startswith("{"):
                found |= _inner(parameters, name, field)
    return found


def _inner(parameters: Parameters, name: str, field: Field) -> dict[str, Field]:
    """The members of a JSON text that is itself the value of a field."""
    value = field.value
    text = "".join(part if isinstance(part, str) else f"{{{{{part.code}}}}}" for part in value.parts)
    members = json_members(text, value.span, parameters.nodes)
    return {f"{name}.{key}": Field(value, field.named) for key, value in members.items()}


def _joined(url: Template, parameters: Parameters) -> Template:
    """An address that is put together by a program, ``'https://…/' + $json.id + '/comments'``, as a template."""
    if len(url.parts) != 1 or not isinstance(url.parts[0], Hole):
        return url
    written = parameters.text("url").removeprefix("=").strip()
    code = written.removeprefix("{{").removesuffix("}}").strip()
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
