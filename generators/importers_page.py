"""The tables of tools in ``docs/importers.md``: what stands between its marks is made from the rows of importers."""

import ast
from os.path import join
from textwrap import dedent

from sociable.readers.importers import FOREIGN, IMPORTERS

from generators.made_parts import table, with_parts_made

PAGE = "docs/importers.md"


def importers_page(project: str) -> str:
    """The page as it is, with each marked part made anew."""
    parts = {
        "tools": _tools,
        "names": _names,
        "how-to-get": _how_to_get,
        "row": lambda: _row(project),
        "reader": lambda: _functions(project, "feediverse", ("recognises", "read", "_automation")),
        "account": lambda: _functions(project, "mastodon_account", ("mastodon_account",)),
        "beside": lambda: _functions(project, "bsky_rss", ("_shown", "_trigger")),
        "fetched": lambda: _functions(project, "vulpes_porto", ("_fetch", "_of_picture")),
        "shown": lambda: _shown(project),
    }
    return with_parts_made(join(project, PAGE), parts)


def _tools() -> str:
    told = (each.told for each in IMPORTERS if each.told is not None)
    return table(("tool", "file", "how it is recognised"), ((each.tool, each.file, each.known_by) for each in told))


def _names() -> str:
    return f"It may be {', '.join(f'`{name}`' for name in FOREIGN[:-1])} or `{FOREIGN[-1]}`."


def _how_to_get() -> str:
    told = (each.told for each in IMPORTERS if each.told is not None)
    return table(("tool", "how"), ((each.tool, each.got_by) for each in told if each.got_by))


def _functions(project: str, reader: str, names: tuple[str, ...]) -> str:
    """Functions of a small reader that show how one is made, as they stand in it."""
    source = _read(project, f"linter/sociable/readers/{reader}.py")
    functions = {each.name: each for each in ast.parse(source).body if isinstance(each, ast.FunctionDef)}
    return _python("\n\n\n".join(filter(None, (ast.get_source_segment(source, functions[name]) for name in names))))


def _row(project: str) -> str:
    """The row of a small format whose files are JSON, as it stands there."""
    source = _read(project, "linter/sociable/readers/importers.py")
    (found,) = (each for each in ast.walk(ast.parse(source)) if isinstance(each, ast.Call) and _is_row(each))
    return _python(dedent(f"    {ast.get_source_segment(source, found)}"))


def _is_row(call: ast.Call) -> bool:
    name = call.args[0] if call.args else None
    return isinstance(name, ast.Constant) and name.value == "bsky-rss"


_WRITTEN = ("account", "automation", "trigger", "step", "picture")
"""What ``sociable import`` writes, by the names that it gives them."""


def _shown(project: str) -> str:
    """The fields that are asked for where a setup is written as our own format."""
    tree = ast.parse(_read(project, "linter/sociable/output/automation_yaml.py"))
    asked = {
        (each.value.id, each.attr)
        for each in ast.walk(tree)
        if isinstance(each, ast.Attribute) and isinstance(each.value, ast.Name)
    }
    of = ((name, sorted(field for owner, field in asked if owner == name)) for name in _WRITTEN)
    return table(
        ("of", "fields"), ((f"`{name.title()}`", ", ".join(f"`{field}`" for field in fields)) for name, fields in of)
    )


def _read(project: str, path: str) -> str:
    with open(join(project, path), encoding="utf-8") as file:
        return file.read()


def _python(source: str) -> str:
    return f"```python\n{source}\n```"
