import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sociable.caching import store as module
from sociable.caching.store import FOLDER_VARIABLE, Store, Usage, cache_folder

KEY, OTHER = "a" * 64, "b" * 64
PERMISSIONS = pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(str(tmp_path / "below" / "cache"))


def test_what_is_put_is_there(store: Store) -> None:
    assert store.get(KEY) is None
    store.put(KEY, b"one")
    store.put(OTHER, b"")
    assert (store.get(KEY), store.get(OTHER)) == (b"one", b"")
    store.put(KEY, b"two")
    assert store.get(KEY) == b"two"
    assert store.usage() == Usage(2, 3 + 2 * 32)


@pytest.mark.parametrize("length", range(0, 40, 3))
def test_what_was_cut_off_is_not_there_and_goes(store: Store, length: int) -> None:
    store.put(KEY, b"12345678")
    path = Path(store.folder, KEY)
    path.write_bytes(path.read_bytes()[:length])
    assert store.get(KEY) is None
    assert not path.exists()


def test_what_was_changed_or_renamed_is_not_there(store: Store) -> None:
    store.put(KEY, b"12345678")
    path = Path(store.folder, KEY)
    data = path.read_bytes()
    path.rename(path.with_name(OTHER))
    assert store.get(OTHER) is None
    path.write_bytes(data.replace(b"5", b"6"))
    assert store.get(KEY) is None


@PERMISSIONS
def test_nobody_else_can_look_into_it(store: Store) -> None:
    before = os.umask(0)
    try:
        store.put(KEY, b"one")
    finally:
        os.umask(before)
    assert stat.S_IMODE(os.stat(store.folder).st_mode) == 0o700
    assert stat.S_IMODE(os.stat(Path(store.folder, KEY)).st_mode) == 0o600


@PERMISSIONS
def test_a_folder_that_was_open_to_others_is_closed(store: Store) -> None:
    os.makedirs(store.folder)
    os.chmod(store.folder, stat.S_IRWXU | stat.S_IRWXG)  # noqa: S103 - as somebody's umask had it
    store.put(KEY, b"one")
    assert stat.S_IMODE(os.stat(store.folder).st_mode) == 0o700


@PERMISSIONS
def test_the_folder_of_somebody_else_is_left_alone(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.put(KEY, b"one")
    owner = os.getuid()
    monkeypatch.setattr(os, "getuid", lambda: owner + 1)
    assert store.get(KEY) is None
    store.put(OTHER, b"two")
    assert os.listdir(store.folder) == [KEY]


def test_a_file_in_the_place_of_the_folder_harms_nobody(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("not mine")
    store = Store(str(tmp_path / "cache"))
    store.put(KEY, b"one")
    assert store.get(KEY) is None
    assert store.clear() == Usage(0, 0)
    assert (tmp_path / "cache").read_text() == "not mine"


def test_of_too_much_goes_what_nobody_asked_for_longest(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = [letter * 64 for letter in "abcde"]
    for age, key in enumerate(reversed(keys)):
        store.put(key, bytes(68))
        os.utime(Path(store.folder, key), (1_000 + age, 1_000 + age))
    store.trim()
    assert store.usage().entries == 5
    store.get(keys[4])
    monkeypatch.setattr(module, "MOST_BYTES", 400)
    monkeypatch.setattr(module, "_LEFT_AFTER_TRIMMING", 300)
    store.trim()
    assert sorted(os.listdir(store.folder)) == [keys[0], keys[1], keys[4]]
    store.trim()
    assert store.usage() == Usage(3, 300)


def test_drafts_of_runs_that_were_cut_off_go_after_a_while(store: Store) -> None:
    store.put(KEY, b"one")
    old, new = (Path(store.folder, f".sociable-{letter * 12}") for letter in "ab")
    for draft in (old, new):
        draft.write_bytes(b"half")
    os.utime(old, (1_000, 1_000))
    store.trim()
    assert sorted(os.listdir(store.folder)) == [new.name, KEY]


def test_only_what_is_ours_is_deleted(store: Store) -> None:
    store.put(KEY, b"one")
    Path(store.folder, "letter.txt").write_text("to mother")
    assert store.clear() == Usage(1, 35)
    assert os.listdir(store.folder) == ["letter.txt"]
    assert store.get(KEY) is None


def test_many_at_once(store: Store) -> None:
    keys = [f"{number:064x}" for number in range(8)]

    def work(number: int) -> bool:
        key = keys[number % len(keys)]
        store.put(key, key.encode() * 100)
        if number % 50 == 0:
            store.clear()
        return store.get(key) in (None, key.encode() * 100)

    with ThreadPoolExecutor(8) as executor:
        assert all(executor.map(work, range(400)))


def test_where_it_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    assert cache_folder() == str(tmp_path)
    monkeypatch.delenv(FOLDER_VARIABLE)
    assert "sociable" in cache_folder()


@PERMISSIONS
@pytest.mark.parametrize("stands", ["pipe", "device", "link", "huge"])
def test_what_is_no_entry_is_neither_waited_for_nor_followed(
    store: Store, tmp_path: Path, stands: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.put(KEY, b"12345678")
    path, elsewhere = Path(store.folder, KEY), tmp_path / "elsewhere"
    elsewhere.write_bytes(path.read_bytes())
    os.utime(elsewhere, (0, 0))
    path.unlink()
    if stands == "pipe":
        os.mkfifo(path)
    elif stands == "huge":
        monkeypatch.setattr(module, "MOST_BYTES", 16)
        path.write_bytes(elsewhere.read_bytes())
    else:
        path.symlink_to("/dev/zero" if stands == "device" else elsewhere)
    assert store.get(KEY) is None
    assert elsewhere.stat().st_mtime == 0
