import pytest
from sociable.text.columns import cells, fitting, wrap


@pytest.mark.parametrize(
    ("text", "size"), [("", 0), ("abc", 3), ("très", 4), ("東京", 4), ("👩‍💻", 2), ("e\u0301", 1), ("e\u0300", 1)]
)
def test_cells(text: str, size: int) -> None:
    assert cells(text) == size


@pytest.mark.parametrize(
    ("text", "room", "taken", "lines"),
    [
        ("", 10, 0, [""]),
        ("one two three", 20, 0, ["one two three"]),
        ("one two three", 7, 0, ["one two", "three"]),
        ("one two three", 10, 5, ["one", "two three"]),
        ("one two", 10, 8, ["", "one two"]),
        ("one\n  two\tthree", 20, 0, ["one two three"]),
        ("abcdefghij", 4, 0, ["abcd", "efgh", "ij"]),
        ("東京東京", 5, 0, ["東京", "東京"]),
        ("\x1b\x1b", 8, 0, [r"\u{1b}", r"\u{1b}"]),
        (f"see https://a.example/{'b' * 40}", 20, 0, ["see", f"https://a.example/{'b' * 40}"]),
        (f"https://a.example/{'b' * 40}\u202e", 20, 0, ["", f"https://a.example/{'b' * 40}\\u{{202e}}"]),
    ],
)
def test_wrap(text: str, room: int, taken: int, lines: list[str]) -> None:
    assert [*wrap(text, room, taken)] == lines


@pytest.mark.parametrize(("room", "count"), [(0, 0), (1, 1), (2, 1), (3, 2), (9, 3)])
def test_fitting(room: int, count: int) -> None:
    assert fitting(["a", "東", "b"], room) == count


def test_code_between_backticks_stays_on_one_line() -> None:
    text = "then write `automated_label: true` in the file"
    assert [*wrap(text, 24)] == ["then write", "`automated_label: true`", "in the file"]


def test_long_code_is_broken_like_other_text() -> None:
    text = f"write `{'one ' * 12}two` here"
    assert all(len(line) <= 24 for line in wrap(text, 24))
    assert " ".join(wrap(text, 24)) == text


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("a `b c` d `e f` g", 5, ["a", "`b c`", "d", "`e f`", "g"]),
        ("a `b c` d", 4, ["a `b", "c` d"]),
        ("`a` b `c d`", 7, ["`a` b", "`c d`"]),
        ("`a` b `c d`", 10, ["`a` b", "`c d`"]),
        ("a `b c d` e", 8, ["a", "`b c d`", "e"]),
        ("a `b c d", 6, ["a `b c", "d"]),
        ("`b c` d `e f`", 12, ["`b c` d", "`e f`"]),
    ],
)
def test_code_is_kept_whole_if_it_just_fits(text: str, room: int, lines: list[str]) -> None:
    assert [*wrap(text, room)] == lines


def test_what_is_said_again_is_not_fitted_again() -> None:
    wrap.cache_clear()
    for _ in range(3):
        wrap("They get the same answer as everybody else.", 24)
    assert wrap.cache_info().misses == 1


@pytest.mark.parametrize("room", [-1, 0, 1])
def test_signs_that_are_wider_than_the_room_are_told_one_by_one(room: int) -> None:
    assert "".join(wrap("日本語", room)) == "日本語"
