"""`sociable config show`."""

import sys
from typing import Any, NamedTuple

from sociable.cli.console import CLEAN
from sociable.files.contents import shown
from sociable.text.safe import one_line, visible


class ConfigShowCall(NamedTuple):
    """What `sociable config show` was asked for."""

    path: str
    config: str


def run(call: ConfigShowCall) -> int:
    """Print each setting with the file and line that it comes from."""
    from sociable.config.effective import Configurations

    config = Configurations(call.config).of(call.path)
    where = f"configured by {visible(shown(config.path))}" if config.path else "not configured"
    sys.stdout.write(f"{visible(shown(call.path))}: {where}\n")
    for name, setting in config.settings.items():
        places = ", ".join(str(part.span) for part in setting.parts()) or "default"
        sys.stdout.write(f"  {name} = {one_line(_toml(setting.value))}  ({visible(places)})\n")
    return CLEAN


def _toml(value: Any) -> str:
    """A value as it would be written, paths from the current folder."""
    import json

    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(shown(value) if value.startswith("/") else value, ensure_ascii=False)
    if hasattr(value, "_asdict"):
        pairs = {key: each for key, each in value._asdict().items() if each and key != "folder"}
        return f"{{{', '.join(f'{key} = {_toml(each)}' for key, each in pairs.items())}}}"
    if value and all(isinstance(each, tuple) and len(each) == 2 and not hasattr(each, "_asdict") for each in value):
        return f"[{', '.join(_pair(*each) for each in value)}]"
    return f"[{', '.join(map(_toml, value))}]"


def _pair(first: str, second: str) -> str:
    """A rule with its severity, or a pattern with its folder."""
    return _toml(second) if first.startswith("/") else f"{first} = {_toml(second)}"
