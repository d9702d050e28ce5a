"""Accounts: whose they are, who reads their inbox, who can stop them."""

from linter.model import Account, Named
from linter.reading.context import Context
from linter.reading.fields import read_fields, read_value
from linter.reading.format import ACCOUNT_KEYS, INBOX_KEYS, TEXT, converters
from linter.reading.nodes import Mapping, Node, Scalar
from linter.vocabulary import UNSTATED

_ACCOUNT = converters(ACCOUNT_KEYS)
_INBOX = converters(INBOX_KEYS)


def read_account(context: Context, key: Scalar, node: Node) -> Account | None:
    """Read one entry of ``accounts:``."""
    if type(node) is not Mapping:
        context.fits = False
        return None
    values = read_fields(context, node, _ACCOUNT)
    if "platform" not in values:
        context.fits = False
    inbox, read_by = _inbox(context, values.pop("inbox", None))
    names = values.pop("vars", None)
    return Account(
        id=Named(key.value, context.span(key)),
        span=context.span(node),
        inbox=inbox,
        inbox_read_by=read_by,
        vars=_vars(context, names) if names is not None else {},
        **values,
    )


def _inbox(context: Context, node: Node | None) -> tuple[str, str]:
    if node is None:
        return UNSTATED, ""
    if type(node) is Scalar and node.value == "unread":
        return "unread", ""
    read_by = read_fields(context, node, _INBOX).get("read_by")
    if read_by is None:
        context.fits = False
        return UNSTATED, ""
    return "read", read_by


def _vars(context: Context, node: Node) -> dict[str, str]:
    if type(node) is not Mapping:
        context.fits = False
        return {}
    texts = {name: read_value(context, value, TEXT.convert) for name, (_, value) in node.entries.items()}
    return {name: text for name, text in texts.items() if text is not None}
