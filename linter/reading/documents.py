"""One document to its accounts and automations.

A part that does not fit is left out and the rest is kept, so that one mistake hides nothing else.
Reading only notices that something does not fit; ``linter.reading.explain`` says what and why.
"""

from linter.model import Account, Automation
from linter.reading.accounts import read_account
from linter.reading.automations import read_automation
from linter.reading.context import Context, settle
from linter.reading.fields import read_fields
from linter.reading.format import FILE_KEYS, converters
from linter.reading.nodes import Mapping

_FILE = converters(FILE_KEYS)


def read_document(context: Context, root: Mapping) -> tuple[list[Account], list[Automation]]:
    """Read a document that says ``sociable:``."""
    parts = read_fields(context, root, _FILE)
    settle(context, root, "file")
    accounts, automations = [], []
    if "accounts" in parts:
        for key, node in parts["accounts"].entries.values():
            accounts.append(read_account(context, key, node))
            settle(context, node, "account", key)
    if "automations" in parts:
        for node in parts["automations"].items:
            automations.append(read_automation(context, node))
            settle(context, node, "automation")
    return [each for each in accounts if each], [each for each in automations if each]
