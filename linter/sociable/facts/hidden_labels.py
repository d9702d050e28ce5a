"""Whether readers miss the label of an advertisement: a tag that few understand, or one behind other tags."""

import re

from sociable.facts.text_contents import admitted_in, our_words
from sociable.setup.model import Text
from sociable.vocabulary.text_words import CRYPTIC_LABELS, PAID_FOR, PLAIN_LABELS

_TAG = re.compile(r"(?<![\w&])#(\w+)")


def hidden_label(text: Text, disclosed: frozenset[str]) -> str:
    """The tag that alone is to say that a text is paid for, if readers miss it; else empty.

    Where the file itself says that readers are told, a plain tag may stand beside the label of the platform.
    """
    ours = our_words(text)
    if "#" not in ours or not PAID_FOR.isdisjoint(admitted_in(_TAG.sub(" ", ours))):
        return ""
    tags = list(_TAG.finditer(ours))
    for place, tag in enumerate(tags):
        word = tag[1].casefold()
        if word in CRYPTIC_LABELS and not _has_plain_one(tags):
            return tag[0]
        if word in PLAIN_LABELS and PAID_FOR.isdisjoint(disclosed) and place >= _TAGS_BEFORE:
            return tag[0]
    return ""


_TAGS_BEFORE = 2
"""Behind so many others, nobody reads a tag: our judgement."""


def _has_plain_one(tags: list[re.Match[str]]) -> bool:
    return any(tag[1].casefold() in PLAIN_LABELS for tag in tags)
