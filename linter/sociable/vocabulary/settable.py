"""What a ``fix`` may set: the keys of the automation file that hold one of a few words."""

from collections.abc import Iterable, Mapping

from sociable.vocabulary.text_words import DISCLOSURES
from sociable.vocabulary.values import APPROVALS, IGNORABLE, ONCE_PER, PURPOSES, USES, VIA, VISIBILITIES

_ALIKE: Mapping[str, Iterable[str]] = {"approval": APPROVALS, "via": VIA}

SETTABLE: dict[str, dict[str, tuple[str, ...]]] = {
    kind: {key: tuple(words) for key, words in keys.items()}
    for kind, keys in {
        "automation": {
            **_ALIKE,
            "enabled": ("true", "false"),
            "ignore": IGNORABLE,
            "once_per": ONCE_PER,
            "purpose": PURPOSES,
        },
        "step": {**_ALIKE, "disclose": DISCLOSURES, "use": USES, "visibility": VISIBILITIES},
    }.items()
}
"""The keys of each kind with their words."""
