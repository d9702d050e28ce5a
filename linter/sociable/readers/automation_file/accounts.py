"""Accounts: whose they are, who reads their inbox, who can stop them."""

from sociable.documents.nodes import Mapping, Node, Scalar
from sociable.readers.automation_file.fields import read_fields, read_group, read_value
from sociable.readers.automation_file.keys import ACCOUNT_KEYS, INBOX_KEYS
from sociable.readers.automation_file.shapes import TEXT, converters
from sociable.readers.automation_file.stated_places import read_place
from sociable.readers.context import ReadingContext
from sociable.records.static import Any
from sociable.setup.handles import contradicted_server
from sociable.setup.model import Account, Named
from sociable.text.wording import short
from sociable.vocabulary.platforms import platform_row
from sociable.vocabulary.values import UNSTATED

_ACCOUNT = converters(ACCOUNT_KEYS)
_INBOX = converters(INBOX_KEYS)


def read_account(context: ReadingContext, key: Scalar, node: Node) -> Account | None:
    """Read one entry of ``accounts:``."""
    if type(node) is not Mapping:
        context.fits = False
        return None
    context.misread = set()
    values = read_fields(context, node, _ACCOUNT)
    if "platform" not in values:
        context.fits = False
    _leave_out_wrong_server(context, node, values)
    inbox = _inbox(context, values.pop("inbox", None))
    names, place, approved = values.pop("vars", None), values.pop("in", None), dict(values.pop("approved", {}))
    if "ai_replies_approved" in values:  # an older key for one of the approvals
        ai_replies = values.pop("ai_replies_approved")
        approved.setdefault("ai_replies", ai_replies)
    if "count" in values:
        values["stands_for"] = values.pop("count")
    described = _vars(context, names) if names is not None else {}
    return Account(
        id=Named(key.value, context.span(key)),
        span=context.span(node),
        stopped_by=_written(node, "pause") if values.get("pause") == "yes" else "",
        **inbox,
        place=read_place(context, place) if place is not None else None,
        vars=described,
        approved=approved,
        spans={"handle": (context.span(node["handle"][1]),)} if "handle" in values else {},
        misread=frozenset(context.misread),
        **values,
    )


def _leave_out_wrong_server(context: ReadingContext, node: Mapping, values: dict[str, Any]) -> None:
    """Say so where the handle is one of another server; an address of e-mail may well be on another one."""
    handle, said = values.get("handle", ""), values.get("server", "")
    has_profile = platform_row(values.get("platform", UNSTATED)).has_profiles
    home = contradicted_server(handle, said) if handle and said and has_profile else ""
    if home:
        advice = f"Write `server: {short(home)}`, or put the handle right."
        message = f"`server: {short(said)}` contradicts the handle `{short(handle)}`"
        context.say(context.span(node["server"][1]), message, advice, meant=home)
        context.misread.add("server")
        del values["server"]


def _inbox(context: ReadingContext, node: Node | None) -> dict[str, Any]:
    """What the model says of the inbox: whether it is read, by whom, and within how many seconds."""
    if node is None:
        return {}
    if type(node) is Scalar and node.value == "unread":
        return {"inbox": "unread"}
    said, _ = read_group(context, node, _INBOX, "inbox")
    if said.get("read_by") is None:
        context.misreads("inbox")
        return {}
    return {"inbox": "read", "inbox_read_by": said["read_by"], "reply_within": said.get("reply_within", 0)} | (
        {"inbox_hours": said["hours"]} if "hours" in said else {}
    )


def _written(node: Mapping, name: str) -> str:
    """What a key holds, as it is written."""
    _, value = node[name]
    return value.value if type(value) is Scalar else ""


def _vars(context: ReadingContext, node: Node) -> dict[str, str]:
    if type(node) is not Mapping:
        context.fits = False
        return {}
    texts = {name: read_value(context, value, TEXT.convert, "vars") for name, (_, value) in node.items()}
    return {name: text for name, text in texts.items() if text is not None}
