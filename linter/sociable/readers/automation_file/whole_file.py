"""One document to its accounts and automations.

A part that does not fit is left out and the rest is kept, so that one mistake hides nothing else.
Reading only notices that something does not fit; ``sociable.readers.automation_file.misfits`` says what and why.
"""

from sociable.documents.nodes import Mapping
from sociable.readers.automation_file.accounts import read_account
from sociable.readers.automation_file.automations import read_automation
from sociable.readers.automation_file.fields import read_fields
from sociable.readers.automation_file.keys import FILE_KEYS, converters
from sociable.readers.automation_file.settle import settle
from sociable.readers.context import ReadingContext
from sociable.setup.model import Account, Automation

_FILE = converters(FILE_KEYS)


def read_document(context: ReadingContext, root: Mapping) -> tuple[list[Account], list[Automation]]:
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
