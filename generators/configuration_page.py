"""The page about configuration in ``docs/``: every key, taken from its row."""

import json

from sociable.config.config_keys import KEYS, ConfigKey

_BEFORE = """\
# Configuration

<!-- Made by `make generated` from linter/sociable/config/config_keys.py. -->

`sociable check` goes by `sociable.toml`, or `[tool.sociable]` in `pyproject.toml`. A folder with a configuration is a
*project*: each file belongs to the nearest above it, and a run over several projects judges each by its own. What the
command line says wins.
"""

_AFTER = """
[Profiles](profiles.md) says what each changes, [Rules of your own](own-rules.md) how to write some, [Accepting a
finding](suppressions.md) how to suppress, [Keeping what was there before](baseline.md) what a baseline is. A whole
one:

```toml
extends = "../house.toml"
profile = "public-body"
exclude = ["drafts/"]
severity = {auto-follow-back = "error"}

[[per-path]]
files = ["archive/**"]
ignore = ["duplicate-posts"]
```

`rules`, `ignore`, `severity`, `per-path`, `exclude` and `suppress` are added to what the parent says; the others take
its place. Paths and patterns are about the folder of the file that they stand in.

An unknown key, a rule that does not exist or a value that makes no sense is told at its place, and nothing is checked
until it is mended.

Where a build judges what strangers propose, their proposal could bring its own configuration. `--trusted-from REV`
takes configuration, own rules, baseline, suppressions and `.gitignore` from a commit instead, such as
`--trusted-from origin/main`.

[`schemas/configuration.schema.json`](../schemas/configuration.schema.json) lets editors complete and check it.

`sociable config show [PATH]` says what holds for a file, and in which file and line each setting stands.

`--config FILE` takes one configuration for everything, `--isolated` none.
"""


def configuration_page() -> str:
    """The keys in a table, and how a configuration is found, as Markdown."""
    head = ("| key | what it is | it has to be | without it |", "| --- | --- | --- | --- |")
    return "\n".join((_BEFORE, *head, *map(_line, KEYS.values()), _AFTER))


def _line(row: ConfigKey) -> str:
    default = f"`{json.dumps(row.default)}`" if row.default != "" else "none"
    return f"| `{row.name}` | {row.says} | {row.expects} | {default} |"
