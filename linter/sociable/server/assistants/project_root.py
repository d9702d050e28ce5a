"""The folder that an assistant may ask about, and nothing outside of it."""

import os

from sociable.config.effective import Configuration, Configurations
from sociable.errors import BadConfig, NotThere
from sociable.files.contents import is_or_is_below, shown
from sociable.pipeline import Examination, Request, examination, projects
from sociable.project.load import Project

GIVEN = "given.yml"
"""What a text is called that comes without a path."""


def nearest_project(folder: str) -> str:
    """The folder of the nearest configuration; without one that makes sense, the folder itself."""
    try:
        return Configurations().of(folder).folder or folder
    except BadConfig:  # it is told whenever something is asked
        return folder


class ProjectRoot:
    """A folder with everything below it. It is the current folder too, so that paths are told from there."""

    def __init__(self, folder: str) -> None:
        self.folder = os.path.realpath(folder)

    def request(self, text: str, path: str) -> Request:
        """What to check: a text, alone or in the place of a file; a file or folder; or everything.

        Raises ``NotThere`` for a path that leads out of the folder or to nothing.
        """
        name = self._inside(path) if path else GIVEN
        if text:
            if path and not _may_be_file(name):
                raise NotThere(f"`{path}` is no file and cannot be one: say by `path` which file the text stands for")
            stdin = (name, text.encode("utf-8", "surrogatepass"))
            return Request((), stdin=stdin, project=self.folder if path else None, within=self.folder)
        if not path:
            return Request((self.folder,), within=self.folder)
        if not os.path.exists(name):
            raise NotThere(f"there is no file `{path}` in this project")
        return Request((name,), project=self.folder, within=self.folder)

    def examined(self, request: Request) -> list[Examination]:
        """What is found, project by project. Raises as ``read`` does."""
        return [examination(project, request, config) for project, config in self.read(request)]

    def read(self, request: Request) -> list[tuple[Project, Configuration | None]]:
        """What is read, and how it is configured. Raises ``NotThere`` if that leads out, and as ``check``."""
        found = projects(request)
        for _, config in found:
            self._require_inside(config)
        return found

    def own_rules(self) -> tuple[str, ...]:
        """The folders of rules that are configured for this folder. Raises as ``read`` does."""
        config = Configurations(within=self.folder).of(self.folder)
        self._require_inside(config)
        found: tuple[str, ...] = config.value("rules")
        return found

    def _inside(self, path: str) -> str:
        if not _is_name(path):
            raise NotThere(f"there is no file `{path}`: no file can have such a name")
        whole = os.path.join(self.folder, path)
        if not self._is_ours(whole):
            raise NotThere(f"`{path}` is outside of the project {self.folder}, and nothing there is read")
        return os.path.normpath(whole)

    def _is_ours(self, path: str) -> bool:
        return is_or_is_below(os.path.realpath(path), self.folder)

    def _require_inside(self, config: Configuration | None) -> None:
        if config is None or not config.path:
            return
        for path in (*config.value("rules"), config.value("baseline")):
            if path and not self._is_ours(path):
                raise NotThere(
                    f"{shown(config.path)} names {shown(path)}, which is outside of the project {self.folder}. "
                    "Start `sociable mcp` with --project and a folder that holds both."
                )


def _is_name(path: str) -> bool:
    """Whether a file can be called so: without NUL, and in letters that can be encoded."""
    try:
        return b"\0" not in os.fsencode(path)
    except UnicodeEncodeError:
        return False


def _may_be_file(path: str) -> bool:
    """Whether a file stands there, or could: nothing is in a file, and a folder is none."""
    if os.path.lexists(path):
        return not os.path.isdir(path)
    above = os.path.dirname(path)
    while not os.path.lexists(above):
        above = os.path.dirname(above)
    return os.path.isdir(above)
