"""What cannot be read is told by the system's own sort of mistake, whatever its path is like."""

import pytest
from sociable.errors import UnreadableFile
from sociable.files.contents import read_contents, read_whole


@pytest.mark.parametrize("path", ["\0", "a\0b.toml", "/etc/passwd\0.yml", "a" * 5000, ""])
def test_a_path_that_cannot_be_is_no_file(path: str) -> None:
    with pytest.raises(OSError, match=r"file|name|No such"):
        read_contents(path)
    with pytest.raises(UnreadableFile):
        read_whole(path)
