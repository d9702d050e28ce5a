"""`sociable config show`."""

import os

from sociable.cli.console import CLEAN, say
from sociable.config.config_keys import PathSettings, Pattern, SuppressEntry
from sociable.files.contents import shown
from sociable.records.record import Record
from sociable.records.static import Any
from sociable.text.safe import one_line, visible


class ConfigShowCall(Record):
    """What `sociable config show` was asked for."""

    path: str
    config: str


def run(call: ConfigShowCall) -> int:
    """Print each setting with the file and line that it comes from."""
    from sociable.config.effective import Configurations

    config = Configurations(call.config).of(call.path)
    where = f"configured by {visible(shown(config.path))}" if config.path else "not configured"
    say(f"{visible(shown(call.path))}: {where}")
    for name, setting in config.settings.items():
        places = ", ".join(str(part.span) for part in setting.parts()) or "default"
        says = f"{name} = {one_line(_toml(setting.value))}" if setting.value != "" else f"{name} is not set"
        say(f"  {says}  ({visible(places)})")
    return CLEAN


def _toml(value: Any) -> str:
    """A value as it would be written, paths from the current folder."""
    import json

    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(shown(value) if os.path.isabs(value) else value, ensure_ascii=False)
    if isinstance(value, Pattern):
        return _toml(value.text)
    if isinstance(value, PathSettings):
        value = {**value._asdict(), "severity": dict(value.severity)}
    elif isinstance(value, SuppressEntry):
        value = value._asdict()
    if isinstance(value, dict):
        pairs = {key: each for key, each in value.items() if each and key != "folder"}
        return f"{{{', '.join(f'{key} = {_toml(each)}' for key, each in pairs.items())}}}"
    return f"[{', '.join(map(_toml, value))}]"
