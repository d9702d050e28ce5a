"""What a ``fix`` may set: the keys of the automation file that hold one of a few words."""

from collections.abc import Iterable, Mapping

from sociable.vocabulary.text_words import DISCLOSURES
from sociable.vocabulary.values import APPROVALS, IGNORABLE, ONCE_PER, PURPOSES, USES, VIA, VISIBILITIES

_KEYS: Mapping[str, Mapping[str, Iterable[str]]] = {
    "automation": {
        "enabled": ("true", "false"),
        "purpose": PURPOSES,
        "once_per": ONCE_PER,
        "approval": APPROVALS,
        "ignore": IGNORABLE,
        "via": VIA,
    },
    "step": {
        "approval": APPROVALS,
        "purpose": PURPOSES,
        "disclose": DISCLOSURES,
        "visibility": VISIBILITIES,
        "via": VIA,
        "use": USES,
    },
}

SETTABLE = {kind: {key: tuple(words) for key, words in keys.items()} for kind, keys in _KEYS.items()}
"""The keys of each kind of thing, with the words that each may hold."""
