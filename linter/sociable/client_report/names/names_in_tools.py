"""What other tools call an account, as far as that names somebody: who set it up may have written a client's name."""

import re
from collections.abc import Iterator

from sociable.client_report.names.own_words import own_words
from sociable.setup.handles import called_in_tool
from sociable.setup.model import Account
from sociable.vocabulary.organisation_words import CREDENTIALS, ORGANISATIONS

_TOLD = 2
"""Letters of a word that names somebody."""

_WORD = re.compile(r"[^\W_]+")


def names_in_tools(account: Account) -> Iterator[str]:
    """Its names there, each also without what says where it is: `Rose Bakery` of `Rose Bakery LinkedIn account`."""
    for name in (
        called_in_tool(account.origin.called, account.origin.importer, account.origin.id),
        *account.credentials,
    ):
        words = list(_WORD.finditer(name))
        telling = [each for each in words if not _is_ours(each[0])]
        if telling:
            kept = [each for each in words if each in telling or each[0].casefold() in ORGANISATIONS]
            yield from dict.fromkeys((name, name[kept[0].start() : kept[-1].end()]))
        elif any(each[0].casefold() in ORGANISATIONS for each in words):
            yield name


def _is_ours(word: str) -> bool:
    """Whether anybody may say it, or a tool that makes up a name."""
    small = word.casefold().rstrip("0123456789")
    return len(small) < _TOLD or any(small in words for words in (own_words(), ORGANISATIONS, CREDENTIALS))
