"""Two states of the same files: where in one folder stands what corresponds to a path in the other."""

import os
from collections.abc import Callable

from sociable.files.contents import absolute, is_or_is_below


def counterpart(folder: str, other: str) -> Callable[[str], str]:
    """Leads from a path in, or above, one folder to the one at the same place in, or above, the other."""
    folder, other = absolute(folder), absolute(other)

    def leads_to(path: str) -> str:
        path = absolute(path)
        if is_or_is_below(path, folder) or is_or_is_below(folder, path):
            return os.path.normpath(os.path.join(other, os.path.relpath(path, folder)))
        return path

    return leads_to
