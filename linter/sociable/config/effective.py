"""What holds for a file: each value with the file and the line that it came from."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from sociable.config.config_keys import KEYS, ConfigKey, Misfit
from sociable.config.find import OWN_FILE, SHARED_FILE, ConfigFile, in_file, in_folder
from sociable.errors import BadConfig, NoSuchPath
from sociable.files.contents import (
    absolute,
    is_or_is_below,
    remember_to_judge_by,
    shown,
    unreadable,
    why_unreadable,
)
from sociable.findings.problem import Problem
from sociable.records.record import Record
from sociable.records.static import Any
from sociable.text.source import Source, Span
from sociable.text.wording import either


class Setting(Record):
    """A value, and by which keys it is found in which text; the default stands in none.

    ``own`` is the part of it that stands there; ``inherited`` is what it was added to, or took the place of.
    """

    value: Any
    source: Source | None = None
    route: tuple[str | int, ...] = ()
    own: Any = None
    inherited: "Setting | None" = None

    @property
    def span(self) -> Span | None:
        """Where it stands, worked out when somebody asks."""
        return self.place() if self.source is not None else None

    def place(self, *further: str | int) -> Span:
        """Where something in it stands."""
        from sociable.text.toml_places import place_of

        assert self.source is not None
        return place_of(self.source, (*self.route, *further))

    def parts(self) -> Iterator["Setting"]:
        """The settings whose values were added up, the outermost first."""
        if self.inherited is not None:
            yield from self.inherited.parts()
        if self.source is not None:
            yield self


class Configuration(Record):
    """The settings of a project by key, and its file; an empty ``path`` for what belongs to none."""

    path: str
    settings: Mapping[str, Setting]

    def value(self, name: str) -> Any:
        """What holds for a key."""
        return self.settings[name].value

    def says(self, *names: str) -> bool:
        """Whether anything stands there for one of these keys."""
        return any(self.settings[name].source is not None for name in names)

    @property
    def decides_what_is_told(self) -> bool:
        """Whether anything stands there for a key that says which findings are told, and how."""
        return self.says(*(key.name for key in KEYS.values() if key.tells))

    @property
    def folder(self) -> str:
        """The folder that is the project."""
        return os.path.dirname(self.path)


DEFAULTS: Mapping[str, Setting] = {name: Setting(row.default) for name, row in KEYS.items()}
UNCONFIGURED = Configuration("", DEFAULTS)


class Configurations:
    """The nearest configuration of each file, or the ``given`` one for all.

    ``stand_in`` leads to the file that is read in the place of another one; ``instead`` are bytes by path that stand
    for what files hold. ``within`` is a folder outside of which none is looked for, and none is read.
    """

    def __init__(
        self,
        given: str = "",
        stand_in: Callable[[str], str] = lambda path: path,
        instead: Mapping[str, bytes] = MappingProxyType({}),
        within: str = "",
    ) -> None:
        self._given = given
        self._within = within
        self._stand_in = stand_in
        self._instead = {absolute(path): data for path, data in instead.items()}
        self._of_folders: dict[str, Configuration] = {}

    def of(self, path: str) -> Configuration:
        """What holds for a file or folder. Raises ``BadConfig``, and ``NoSuchPath`` for a given one that is missing."""
        if self._given:
            return self._of_given()
        at = absolute(path)
        return self._of_folder(at if os.path.isdir(at) else os.path.dirname(at))

    def _of_given(self) -> Configuration:
        if self._given not in self._of_folders:
            path = absolute(self._given)
            if not os.path.lexists(self._stand_in(path)):
                raise NoSuchPath(f"there is no configuration `{self._given}`")
            self._of_folders[self._given] = self._read(in_file, path, self._given)
        return self._of_folders[self._given]

    def _of_folder(self, folder: str) -> Configuration:
        passed = []
        while folder not in self._of_folders:
            passed.append(folder)
            found = self._read(in_folder, folder, folder) if self._is_within(folder) else UNCONFIGURED
            above = os.path.dirname(folder)
            if found.path or above == folder:
                self._of_folders[folder] = found
                break
            folder = above
        found = self._of_folders[folder]
        self._of_folders.update(dict.fromkeys(passed, found))
        return found

    def _is_within(self, path: str) -> bool:
        return not self._within or is_or_is_below(os.path.realpath(path), os.path.realpath(self._within))

    def _read(self, read: Callable[[str], ConfigFile | None], path: str, asked: str) -> Configuration:
        for name in (OWN_FILE, SHARED_FILE):
            if not self._is_within(file := os.path.join(path, name)):
                raise BadConfig((unreadable(shown(file), *_OUTSIDE),))
        try:
            config = read(self._stand_in(path))
        except OSError as error:
            name = shown(error.filename or asked)
            raise BadConfig((unreadable(name, *why_unreadable(error, error.filename or asked)),)) from None
        if config is None:
            return UNCONFIGURED
        config = config._replace(home=path if os.path.isdir(path) else os.path.dirname(path))
        config = config._replace(data=self._instead.get(absolute(config.shown_path), config.data))
        found = Configuration(config.shown_path, _settings(config, self._is_within))
        for named in (found.value("baseline"), *found.value("rules")):
            if named:
                remember_to_judge_by(named)
        return found


def effective(paths: Sequence[str], configurations: Configurations | None = None) -> Configuration:
    """What holds for these files and folders together. Raises ``BadConfig``, also if they belong to two projects."""
    configurations = configurations or Configurations()
    found = {each.path: each for each in map(configurations.of, paths or (".",))}
    if len(found) > 1:
        raise BadConfig((_two_projects(list(found.values())),))
    (config,) = found.values()
    return config


_OUTSIDE = (
    "this lies outside of the project, and nothing there is read",
    "Start with `--project` and a folder that holds both.",
)


def _settings(config: ConfigFile, is_within: Callable[[str], bool], child: bool = False) -> dict[str, Setting]:
    """What a file says over what the one that it extends says."""
    source = Source(shown(config.shown_path), config.data.decode("utf-8", "replace"))
    own, problems = _own(config, source)
    parent = own.get("extends")
    if parent is not None and child:
        message = "a configuration that another one extends may not extend a third"
        problems.append(_problem(parent.place(), message, "Write its settings here, or let both extend the same one."))
    if parent is not None and not is_within(str(parent.own)):
        problems.append(_problem(parent.place(), *_OUTSIDE))
    if problems:
        raise BadConfig(tuple(problems))
    settings = dict(DEFAULTS if parent is None else _settings(_parent(parent, config), is_within, child=True))
    for name, setting in own.items():
        inherited = settings[name]
        value = _added(inherited.value, setting.own) if KEYS[name].adds else setting.own
        settings[name] = setting._replace(value=value, inherited=inherited if KEYS[name].adds else None)
    return settings


def _added(inherited: Any, own: Any) -> Any:
    if isinstance(own, Mapping):
        return {**inherited, **own}
    return tuple(dict.fromkeys((*inherited, *own)))


def _parent(setting: Setting, child: ConfigFile) -> ConfigFile:
    path = str(setting.own)
    way = os.path.relpath(os.path.dirname(path), os.path.dirname(child.path))
    try:
        return in_file(path)._replace(home=os.path.normpath(os.path.join(child.folder, way)))
    except OSError as error:
        if isinstance(error, FileNotFoundError):
            message, advice = f"there is no file `{shown(path)}`", "Write the path from the folder of this file."
        else:
            message, advice = why_unreadable(error, path)
        raise BadConfig((_problem(setting.place(), message, advice),)) from None


def _own(config: ConfigFile, source: Source) -> tuple[dict[str, Setting], list[Problem]]:
    settings: dict[str, Setting] = {}
    problems = []
    for name, value in _table(config, source).items():
        setting = Setting(value, source, (*config.table, name))
        if name not in KEYS:
            problems.append(_unknown(setting.place(), name))
            continue
        try:
            own = KEYS[name].read(value, config.folder if KEYS[name].at_home else os.path.dirname(config.path))
            settings[name] = setting._replace(value=own, own=own)
        except Misfit as wrong:
            problems.append(_misfit(setting.place(*wrong.route), KEYS[name], wrong))
    return settings, problems


def _table(config: ConfigFile, source: Source) -> dict[str, Any]:
    from sociable.text.toml_values import NotToml, TooLong, toml_values

    try:
        values: Any = toml_values(config.data.decode())
    except UnicodeDecodeError as error:
        at = len(config.data[: error.start].decode())
        raise _bad(Span(source, at, at + 1), "this is not UTF-8 text", "Save the file as UTF-8.") from None
    except TooLong as error:
        advice = "Take out what is no setting, such as long comments, or move it to another file."
        raise _bad(error.place_in(source), f"this file is too long: {error.why}", advice) from None
    except NotToml as error:
        raise _bad(error.place_in(source), f"this is not TOML: {error.why}") from None
    for name in config.table:
        values = values.get(name, {})
    if not isinstance(values, dict):
        table = ".".join(config.table)
        place = Setting(values, source, config.table).place()
        raise _bad(place, f"`{table}` should be a table", f"Write `[{table}]`.")
    return values


def _unknown(span: Span, name: str) -> Problem:
    from sociable.text.suggest import did_you_mean

    return _problem(span, f"there is no setting `{name}`", did_you_mean(name, KEYS) or f"There are {either(KEYS)}.")


def _misfit(span: Span, row: ConfigKey, wrong: Misfit) -> Problem:
    from sociable.text.suggest import did_you_mean

    if wrong.expects == "a key":
        message = f"there is no key `{wrong.value}` in `{row.name}`"
    else:
        found = f", and not `{wrong.value}`" if wrong.value != "" else ""
        message = f"{_should(row, wrong)}{found}"
    advice = wrong.words and (did_you_mean(str(wrong.value), wrong.words) or f"Write {either(wrong.words)}.")
    return _problem(span, message, advice or "")


def _should(row: ConfigKey, wrong: Misfit) -> str:
    if not wrong.route:
        return f"`{row.name}` should be {row.expects}"
    keys = ".".join((row.name, *(key for key in wrong.route if isinstance(key, str))))
    return f"`{keys}` should {'be' if isinstance(wrong.route[-1], str) else 'hold'} {wrong.expects}"


def _two_projects(configs: Sequence[Configuration]) -> Problem:
    """Two configurations, or one and none, for what is to be checked together."""
    names = [shown(each.path) for each in configs if each.path]
    other = f"and {names[1]}" if len(names) > 1 else "and no configuration"
    message = f"these paths belong to two projects, with {names[0]} {other}"
    return _problem(Span(Source(names[0], ""), 0, 0), message, "Check each project by itself.")


def _bad(span: Span, message: str, advice: str = "") -> BadConfig:
    return BadConfig((_problem(span, message, advice),))


def _problem(span: Span, message: str, advice: str = "") -> Problem:
    return Problem("not-understood", span, message, advice)
