"""The page about configuration in ``docs/``: every key, taken from its row."""

import json

from sociable.config.config_keys import KEYS, ConfigKey

_BEFORE = """\
# Configuration

<!-- Made by `make generated` from linter/sociable/config/config_keys.py. -->

`sociable check` goes by the nearest `sociable.toml`, or `[tool.sociable]` in `pyproject.toml`, in the folder of what
is checked or above. Only one counts, and what the command line says wins. With `--project FOLDER`, it is the one
nearest to that folder. Paths that belong to two configurations have to be checked one by one.
"""

_AFTER = """
[Profiles](profiles.md) says what each changes, [Rules of your own](own-rules.md) how to write some. A whole one:

```toml
profile = "public-body"
rules = ["house-rules"]
```

An unknown key or a value that makes no sense is told at its place, and nothing is checked until it is mended.
"""


def configuration_page() -> str:
    """The keys in a table, and how a configuration is found, as Markdown."""
    head = ("| key | what it is | it has to be | without it |", "| --- | --- | --- | --- |")
    return "\n".join((_BEFORE, *head, *map(_line, KEYS.values()), _AFTER))


def _line(row: ConfigKey) -> str:
    default = json.dumps(list(row.default) if isinstance(row.default, tuple) else row.default)
    return f"| `{row.name}` | {row.says} | {row.expects} | `{default}` |"
