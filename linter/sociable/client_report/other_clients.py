"""The report of one client without the names of others, also where its own files name them."""

import re
from collections.abc import Set

from sociable.client_report.content import Content, Place
from sociable.client_report.frame import Frame
from sociable.client_report.rewriting import rewritten, without_excerpts


def without_others(content: Content, own: Set[str], everybody: Set[str], frame: Frame) -> Content:
    """The same report: instead of each name that is not ``own`` it says that it is somebody else's."""
    others = everybody - own
    if not others:
        return content
    known = re.compile("|".join(map(_pattern, sorted({*others, *own}, key=len, reverse=True))))
    mine = {name.casefold() for name in own}
    instead = frame.say("page", "other_client")

    def change(text: str) -> str:
        return known.sub(lambda match: match[0] if match[0].casefold() in mine else instead, text)

    def tells(place: Place) -> bool:
        lines = (line.before + line.marked + line.after for line in place.excerpt)
        return any(change(line) != line for line in lines)

    made: Content = rewritten(without_excerpts(content, tells), change)
    return made


def _pattern(name: str) -> str:
    """A name by itself; a handle in any case, while the title of a client may be an ordinary word in small letters."""
    flags = "(?i:" if set(name) & set("@._-") else "(?:"
    return rf"(?<![\w@]){flags}{re.escape(name)})(?![\w@-]|\.\w)"
