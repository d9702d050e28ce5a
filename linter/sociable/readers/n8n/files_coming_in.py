"""Files that come in with an item, and that a node sends or shows."""

import re
from collections.abc import Mapping

from sociable.readers.flow.parts import HERE, Hole, Part, Ref, Template
from sociable.readers.n8n.parameters import Parameters
from sociable.records.static import Any

_FILE_NAMES = re.compile(r"[A-Za-z_]\w{0,39}(?:, ?[A-Za-z_]\w{0,39}){0,30}")
"""Under which keys of an item the files lie; an address has more in it, the number of a file is longer."""

_USUAL_FILE = "data"
"""Under which key a file lies where nobody says otherwise."""


def with_files(part: Part, row: Mapping[str, Any], parameters: Parameters) -> Mapping[str, Template]:
    """What people see beside a text, of which a file comes in with the item: only its name stands there, or none."""
    media = part.beside.get("media")
    if (
        media is None
        and "uploads" in row
        and all(parameters.text(name) == value for name, value in row["uploads"].items())
    ):
        media = Template((_USUAL_FILE,), part.place)
    if media is None or media.fixed is None or not _FILE_NAMES.fullmatch(media.fixed):
        return part.beside
    return {**part.beside, "media": Template((Hole((Ref(HERE, ()),), media.fixed),), media.span)}
