"""What people get beside a text: pictures with their descriptions, buttons, and who is named."""

from collections.abc import Callable

from sociable.documents.nodes import Mapping, Node, Scalar, Sequence
from sociable.readers.automation_file.fields import read_value
from sociable.readers.automation_file.keys import BUTTON_KEYS, MOST_BUTTONS, PICTURE_KEYS
from sociable.readers.automation_file.shapes import NAMES, YES_NO, Key
from sociable.readers.automation_file.targets import read_target
from sociable.readers.automation_file.texts import Scope, read_filled, read_text
from sociable.readers.context import ReadingContext
from sociable.records.static import TypeVar
from sociable.setup.model import Button, Picture, Target, Text
from sociable.vocabulary.values import UNSTATED

_SOURCES = ("image", "video", "sound")

Read = TypeVar("Read")


def read_media(context: ReadingContext, node: Node, scope: Scope) -> tuple[Picture, ...]:
    """Read a picture, or a list of them, each alone or with its description."""
    if type(node) is Sequence:
        return _each(context, node, scope, _picture, "media")
    picture = _picture(context, node, scope)
    if picture is None:
        context.misreads("media")
    return (picture,) if picture is not None else ()


def read_buttons(context: ReadingContext, node: Node, scope: Scope) -> tuple[Button, ...]:
    """Read a list of buttons, each a text or a group."""
    if type(node) is not Sequence or len(node.items) > MOST_BUTTONS:
        context.misreads("buttons")
        return ()
    return _each(context, node, scope, _button, "buttons")


def read_named(context: ReadingContext, node: Node, scope: Scope) -> tuple[Target, ...]:
    """Read whom a text names or shows, besides those in its words."""
    names = read_value(context, node, NAMES.convert, "mentions") or ()
    nodes = node.items if type(node) is Sequence else (node,)
    read = [read_target(context, name, each, scope) for name, each in zip(names, nodes, strict=False)]
    if None in read:
        context.misread.add("mentions")
    return tuple(target for target in read if target is not None)


def seen(media: tuple[Picture, ...], buttons: tuple[Button, ...]) -> dict[str, Text]:
    """All that people read or see of pictures and buttons, as one text for each of their keys."""
    texts = {
        "media": [picture.source for picture in media],
        "alt": [picture.alt for picture in media if picture.alt],
        "buttons": [text for each in buttons for text in (each.text, each.link) if text],
    }
    return {key: _together(each) for key, each in texts.items() if each}


def _together(texts: list[Text]) -> Text:
    if len(texts) == 1:
        return texts[0]
    return Text(tuple(part for text in texts for part in (*text.parts, " ")), texts[0].span)


def _each(
    context: ReadingContext,
    node: Sequence,
    scope: Scope,
    read: Callable[[ReadingContext, Node, Scope], Read | None],
    key: str,
) -> tuple[Read, ...]:
    found = [read(context, item, scope) for item in node.items]
    if None in found or not found:
        context.misreads(key)
    return tuple(each for each in found if each is not None)


def _picture(context: ReadingContext, node: Node, scope: Scope) -> Picture | None:
    if type(node) is not Mapping:
        source = read_filled(context, node, scope)
        return Picture(source) if source is not None else None
    texts = _texts(context, node, {name: PICTURE_KEYS[name] for name in (*_SOURCES, "alt")}, scope, "media")
    kinds = [name for name in _SOURCES if name in texts]
    ai = read_value(context, node["ai"][1], YES_NO.convert, "media") if "ai" in node else None
    return Picture(texts[kinds[0]], texts.get("alt"), ai or UNSTATED, kinds[0]) if len(kinds) == 1 else None


def _button(context: ReadingContext, node: Node, scope: Scope) -> Button | None:
    if type(node) is Scalar:
        text = read_filled(context, node, scope)
        return Button(text) if text is not None else None
    if type(node) is not Mapping:
        return None
    texts = _texts(context, node, {name: BUTTON_KEYS[name] for name in ("text", "link")}, scope, "buttons")
    call = read_value(context, node["call"][1], BUTTON_KEYS["call"].shape.convert, "buttons") if "call" in node else ""
    return Button(texts["text"], texts.get("link"), call or "") if "text" in texts else None


def _texts(context: ReadingContext, node: Mapping, keys: dict[str, Key], scope: Scope, outer: str) -> dict[str, Text]:
    """The texts of a group that stands in the list under the ``outer`` key."""
    if node.keys() - {*PICTURE_KEYS, *BUTTON_KEYS}:
        context.misreads(outer)
    said = {name: node[name][1] for name in keys if name in node}
    read = {name: read_text(context, value, scope, keys[name].shape.convert, outer) for name, value in said.items()}
    return {name: text for name, text in read.items() if text is not None}
