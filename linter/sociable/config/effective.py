"""What holds for a call: each value with the file and the line that it came from."""

import os
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sociable.config.config_keys import KEYS, ConfigKey
from sociable.config.find import ConfigFile, nearest
from sociable.errors import BadConfig
from sociable.files.contents import shown, unreadable, why_unreadable
from sociable.findings.problem import Problem
from sociable.text.source import Source, Span
from sociable.text.wording import either


class Setting(NamedTuple):
    """A value, and by which keys it is found in which text; the default stands in none."""

    value: Any
    source: Source | None = None
    route: tuple[str, ...] = ()

    @property
    def span(self) -> Span | None:
        """Where it stands, worked out when somebody asks."""
        if self.source is None:
            return None
        from sociable.config.toml_places import place_of

        return place_of(self.source, self.route)


DEFAULTS: Mapping[str, Setting] = {name: Setting(row.default) for name, row in KEYS.items()}


def effective(paths: Sequence[str]) -> Mapping[str, Setting]:
    """The settings for these files and folders, by key. Raises ``BadConfig``, also if they belong to two projects."""
    found: dict[str, ConfigFile | None] = {}
    for path in paths or (".",):
        try:
            config = nearest(path)
        except OSError as error:
            name = shown(error.filename or path)
            raise BadConfig((unreadable(name, *why_unreadable(error, error.filename or path)),)) from None
        found.setdefault(config.path if config else "", config)
    if len(found) > 1:
        raise BadConfig((_two_projects(list(found.values())),))
    (config,) = found.values()
    return DEFAULTS if config is None else _read(config)


def _read(config: ConfigFile) -> Mapping[str, Setting]:
    from sociable.config.toml_places import place_of

    source = Source(shown(config.path), config.data.decode("utf-8", "replace"))
    values = _table(config, source)
    settings = dict(DEFAULTS)
    problems = []
    for name, value in values.items():
        route = (*config.table, name)
        if name not in KEYS:
            problems.append(_unknown(place_of(source, route), name))
            continue
        try:
            settings[name] = Setting(KEYS[name].read(value, os.path.dirname(config.path)), source, route)
        except ValueError:
            problems.append(_misfit(place_of(source, route), KEYS[name], value))
    if problems:
        raise BadConfig(tuple(problems))
    return settings


def _table(config: ConfigFile, source: Source) -> dict[str, Any]:
    import tomllib

    from sociable.config.toml_places import place_of, place_of_error

    try:
        values: Any = tomllib.loads(config.data.decode())
    except UnicodeDecodeError as error:
        at = len(config.data[: error.start].decode())
        raise _bad(Span(source, at, at + 1), "this is not UTF-8 text", "Save the file as UTF-8.") from None
    except tomllib.TOMLDecodeError as error:
        span, message = place_of_error(source, error)
        raise _bad(span, f"this is not TOML: {message[0].lower()}{message[1:]}") from None
    except RecursionError:
        raise _bad(Span(source, 0, 0), "this is nested too deeply") from None
    for name in config.table:
        values = values[name]
    if not isinstance(values, dict):
        table = ".".join(config.table)
        raise _bad(place_of(source, config.table), f"`{table}` should be a table", f"Write `[{table}]`.")
    return values


def _unknown(span: Span, name: str) -> Problem:
    from sociable.text.suggest import did_you_mean

    return _problem(span, f"there is no setting `{name}`", did_you_mean(name, KEYS) or f"There are {either(KEYS)}.")


def _misfit(span: Span, row: ConfigKey, value: Any) -> Problem:
    from sociable.text.suggest import did_you_mean

    advice = row.words and (did_you_mean(str(value), row.words) or f"Write {either(row.words)}.")
    return _problem(span, f"`{row.name}` should be {row.expects}, but found `{value}`", advice or "")


def _two_projects(configs: Sequence[ConfigFile | None]) -> Problem:
    """Two configurations, or one and none, for what is to be checked together."""
    names = [shown(each.path) for each in configs if each is not None]
    other = f"and {names[1]}" if len(names) > 1 else "and no configuration"
    message = f"these paths belong to two projects, with {names[0]} {other}"
    return _problem(Span(Source(names[0], ""), 0, 0), message, "Check each project by itself.")


def _bad(span: Span, message: str, advice: str = "") -> BadConfig:
    return BadConfig((_problem(span, message, advice),))


def _problem(span: Span, message: str, advice: str = "") -> Problem:
    return Problem("not-understood", span, message, advice)
