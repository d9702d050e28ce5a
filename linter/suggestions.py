"""Did you mean …? For words that are nearly right, or right somewhere else."""

from collections.abc import Iterable

_ELSEWHERE = {
    "boost": "repost",
    "bsky": "bluesky",
    "defollow": "unfollow",
    "direct-message": "dm",
    "discussion": "thread",
    "e-mail": "email",
    "favorite": "like",
    "favourite": "like",
    "fb": "facebook",
    "ig": "instagram",
    "insta": "instagram",
    "mail": "email",
    "person": "user",
    "retweet": "repost",
    "toot": "post",
    "tweet": "post",
    "twitter": "x",
    "yt": "youtube",
}
"""What people say elsewhere for a word of ours."""

_LONGEST = 60
"""Comparing takes quadratic time, and no word of ours comes near this length."""


def nearest(word: str, known: Iterable[str]) -> str:
    """Find the known word that is most like ``word``, or an empty text when none is."""
    from difflib import get_close_matches

    spellings = {_spelling(name): name for name in known}
    said = _spelling(word[:_LONGEST])
    if _ELSEWHERE.get(said) in spellings:
        return spellings[_ELSEWHERE[said]]
    matches = get_close_matches(said, spellings, n=1, cutoff=0.6)
    return spellings[matches[0]] if matches else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Ask whether the nearest word was meant, or return an empty text."""
    guess = nearest(word, known)
    return f"Did you mean `{guess}`?" if guess else ""


def _spelling(word: str) -> str:
    return word.replace("_", "-").casefold()
