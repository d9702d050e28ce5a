"""Which configurations there are, and what they leave out; what that takes is loaded only if there may be one."""

import os
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from sociable.config.find import may_be_configured
from sociable.records.static import TYPE_CHECKING

if TYPE_CHECKING:
    from sociable.config.effective import Configurations


def folders_of(paths: Iterable[str]) -> list[str]:
    """The folders that paths are or lie in; without any path, this one."""
    return [path if os.path.isdir(path) else os.path.dirname(path) or "." for path in map(str, paths)] or ["."]


class Finder:
    """The configurations around some paths: the nearest, the ``given`` one, none, or those of a commit.

    ``like`` are two folders: the files of the first are configured as those of the second. ``instead`` are bytes by
    path that stand for what files hold.
    """

    def __init__(
        self,
        paths: Iterable[str],
        given: str = "",
        isolated: bool = False,
        trusted_from: str = "",
        like: tuple[str, str] | None = None,
        instead: Mapping[str, bytes] = MappingProxyType({}),
    ) -> None:
        """Raises ``NoRevision``. ``leads_to`` then gives the path in the commit for a path in the work tree."""
        self._folders = folders_of(paths)
        self._given = given
        self._isolated = isolated
        self.leads_to = _stand_in(trusted_from, self._folders[0]) if trusted_from else None
        self._like = like
        self._instead = instead
        self._bare: set[str] = set()
        self._why: Callable[[str], str] | None = None
        self.configurations: Configurations | None = None
        if not isolated and (given or trusted_from or like or may_be_configured(self._folders)):
            self.configurations = self._found()

    def why_left_out(self, path: str) -> str:
        """Why a configuration leaves a file out; an empty text if none does."""
        folder = os.path.dirname(path)
        if self.configurations is None:
            if self._isolated or folder in self._bare or not may_be_configured((folder,)):
                self._bare.add(folder)
                return ""
            self.configurations = self._found()
        if self._why is None:
            from sociable.config.excluded import excluded

            self._why = excluded(self.configurations)
        return self._why(path)

    def _found(self) -> "Configurations":
        from sociable.config.effective import Configurations

        if self._like is not None:
            from sociable.config.counterparts import counterpart

            return Configurations(self._given, counterpart(*self._like))
        if self.leads_to is None:
            return Configurations(self._given, instead=self._instead)
        return Configurations(self._given, self.leads_to)


def _stand_in(revision: str, near: str) -> Callable[[str], str]:
    from sociable.config.trusted import stand_in

    return stand_in(revision, near)
