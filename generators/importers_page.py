"""The tables of tools in ``docs/importers.md``: what stands between its marks is made from the rows of importers."""

import ast
from os.path import join

from sociable.readers.importers import FOREIGN, IMPORTERS

from generators.made_parts import table, with_parts_made

PAGE = "docs/importers.md"


def importers_page(project: str) -> str:
    """The page as it is, with each marked part made anew."""
    parts = {"tools": _tools, "names": _names, "how-to-get": _how_to_get, "reader": lambda: _reader(project)}
    return with_parts_made(join(project, PAGE), parts)


def _tools() -> str:
    told = (each.told for each in IMPORTERS if each.told is not None)
    return table(("tool", "file", "how it is recognised"), ((each.tool, each.file, each.known_by) for each in told))


def _names() -> str:
    return f"It may be {', '.join(f'`{name}`' for name in FOREIGN[:-1])} or `{FOREIGN[-1]}`."


def _how_to_get() -> str:
    told = (each.told for each in IMPORTERS if each.told is not None)
    return table(("tool", "how"), ((each.tool, each.got_by) for each in told if each.got_by))


_PATTERN = "linter/sociable/readers/feediverse.py"
_SHOWN = ("recognises", "read", "_account", "_automation")


def _reader(project: str) -> str:
    """The functions of a small reader that show how one is made, as they stand in it."""
    with open(join(project, _PATTERN), encoding="utf-8") as file:
        source = file.read()
    functions = {each.name: each for each in ast.parse(source).body if isinstance(each, ast.FunctionDef)}
    shown = "\n\n\n".join(filter(None, (ast.get_source_segment(source, functions[name]) for name in _SHOWN)))
    return f"```python\n{shown}\n```"
