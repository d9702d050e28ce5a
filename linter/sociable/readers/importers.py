"""The formats that can be read: a row each, in the order in which they are asked."""

from collections.abc import Callable
from typing import NamedTuple

from sociable.documents.document import Document
from sociable.documents.yaml_tree import parse
from sociable.readers.automation_file import recognise
from sociable.readers.fragment import Fragment
from sociable.text.source import Source


class Importer(NamedTuple):
    """How to read a format.

    ``claims``: whether bytes may hold it, cheaply. ``recognises``: whether a document does, by its structure and
    never by the name of the file. ``read`` makes the fragment, whose ``importer`` is this ``name``. ``parse`` gives
    the document (of a format without a tree, ``Document`` itself); ``endings`` are those of files to look into.
    """

    name: str
    claims: Callable[[bytes], bool]
    recognises: Callable[[Document], bool]
    read: Callable[[Document], Fragment]
    parse: Callable[[Source], Document] = parse
    endings: tuple[str, ...] = (".yml", ".yaml", ".json")


IMPORTERS: tuple[Importer, ...] = (Importer(recognise.NAME, recognise.claims, recognise.recognises, recognise.read),)
