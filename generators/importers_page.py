"""The tables of tools in ``docs/importers.md``: what stands between its marks is made from the rows of importers."""

from os.path import join

from sociable.readers.importers import FOREIGN, IMPORTERS

from generators.made_parts import table, with_parts_made

PAGE = "docs/importers.md"


def importers_page(project: str) -> str:
    """The page as it is, with each marked part made anew."""
    return with_parts_made(join(project, PAGE), {"tools": _tools, "names": _names, "how-to-get": _how_to_get})


def _tools() -> str:
    told = (each.told for each in IMPORTERS if each.told is not None)
    return table(("tool", "file", "how it is recognised"), ((each.tool, each.file, each.known_by) for each in told))


def _names() -> str:
    return f"It may be {', '.join(f'`{name}`' for name in FOREIGN[:-1])} or `{FOREIGN[-1]}`."


def _how_to_get() -> str:
    told = (each.told for each in IMPORTERS if each.told is not None)
    return table(("tool", "how"), ((each.tool, each.got_by) for each in told if each.got_by))
