"""The index finds what trying each word would find."""

from hypothesis import given
from hypothesis import strategies as st
from sociable.text.substrings import Substrings

letters = st.text("abc ä", max_size=8)


@given(words=st.lists(letters, max_size=12), text=st.text("abc ä", max_size=30))
def test_the_same_as_trying_each(words: list[str], text: str) -> None:
    assert Substrings(words).found_in(text) == {word for word in words if word in text}
