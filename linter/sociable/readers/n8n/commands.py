"""Programs that a workflow runs on a machine: those that load down what lies on a platform."""

import re

from sociable.readers.flow.parts import Part
from sociable.readers.flow.rows import platforms_named
from sociable.readers.n8n.parameters import Parameters

_LOADS_DOWN = re.compile(r"(?<![\w-])(?:(?:yt-dlp|youtube-dl)|(instaloader)|(snscrape|twint)|gallery-dl)(?![\w-])")
_OPTION = re.compile(r"(?<!\S)--?\w[\w-]*")
"""How a program is told what to do: ``-x`` is no platform."""

_USUAL = ("youtube", "instagram", "x")
"""What each of them is made for, by its group; the first is made for many, and named after one."""


def command(part: Part, parameters: Parameters) -> Part:
    """A look by a way that a platform does not offer, if the program makes one; a guess where nothing says at what."""
    words = parameters.words("command")
    found = _LOADS_DOWN.search(words)
    if found is None:
        return part
    said = platforms_named(_OPTION.sub(" ", _LOADS_DOWN.sub(" ", words))) or platforms_named(part.name)
    platform = said[0] if said else _USUAL[found.lastindex or 0]
    return part._replace(kind="fetch", platform=platform, via="unofficial", guessed=not said)
