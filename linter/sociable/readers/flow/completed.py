"""Parts of a flow completed by what its other parts say, whatever tool it was drawn in."""

from collections.abc import Iterable, Iterator

from sociable.readers.flow.flow_graph import Edge
from sociable.readers.flow.parts import Part, Template

_MARK = "whatsapp:"


def completed(parts: list[Part], edges: Iterable[Edge]) -> list[Part]:
    """The parts, each on one platform, and each post with the text that was made ready for it."""
    return _published(_with_whatsapp(_with_meta(parts)), tuple(edges))


def _with_meta(parts: list[Part]) -> list[Part]:
    """Decide between Instagram and Facebook, which share their addresses, by what else the workflow calls."""
    named = {part.platform for part in parts}
    if "meta" not in named:
        return parts
    public = "instagram" if "instagram" in named else "facebook"
    private = "instagram" if "instagram" in named else "messenger"
    return [
        part._replace(platform=private if "messaged" in part.event or part.verb in ("dm", "message") else public)
        if part.platform == "meta"
        else part
        for part in parts
    ]


def _with_whatsapp(parts: list[Part]) -> list[Part]:
    """Decide between WhatsApp and short messages, which Twilio sends by one address and marks in the number.

    Whom an answer goes to is filled in with its mark: it goes where the rest of the flow writes to.
    """
    if not any(_MARK in piece for part in parts for piece in _written(part.to)):
        return parts
    return [
        part._replace(platform="whatsapp")
        if part.platform == "sms" and part.to is not None and part.to.refs and not any(_written(part.to))
        else part
        for part in parts
    ]


def _written(number: Template | None) -> Iterator[str]:
    return (piece for piece in number.parts if isinstance(piece, str)) if number is not None else iter(())


def _published(parts: list[Part], edges: tuple[Edge, ...]) -> list[Part]:
    """Give what publishes a post the text and media of the nearest node that made it ready."""
    if not any(part.kind == "container" for part in parts):
        return parts
    before: dict[int, list[int]] = {}
    for edge in edges:
        before.setdefault(edge.target, []).append(edge.source)
    return [
        _from_container(part, number, parts, before) if _publishes(part) else part for number, part in enumerate(parts)
    ]


def _publishes(part: Part) -> bool:
    return part.kind == "act" and part.verb == "post" and part.text is None and not part.beside


def _from_container(part: Part, number: int, parts: list[Part], before: dict[int, list[int]]) -> Part:
    seen = {number}
    todo = [number]
    while todo and len(seen) < 200:
        for each in before.get(todo.pop(0), ()):
            if each in seen:
                continue
            seen.add(each)
            found = parts[each]
            if found.kind == "container" and found.platform == part.platform:
                return part._replace(text=found.text, beside=found.beside, verb=found.verb)
            todo.append(each)
    return part
