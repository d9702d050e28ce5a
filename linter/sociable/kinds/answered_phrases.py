"""How what a file says, denies or leaves open reads in a sentence."""

from collections.abc import Mapping

from sociable.kinds.asked_phrases import Phrase

ANSWERS: Mapping[tuple[str, str], Phrase] = {
    key: Phrase(*pair)
    for key, pair in {
        ("account", "ai_replies_approved"): (
            "the platform approved answers by an AI",
            "the platform did not approve answers by an AI",
        ),
        ("account", "automated_label"): (
            "the profile says that the account is automated",
            "the profile is not marked as automated",
        ),
        ("account", "operator"): ("a person answers for the account", "nobody answers for the account"),
        ("account", "pause"): ("somebody can stop everything", "nobody can stop everything"),
        ("account", "program"): (
            "the platform agreed to the program",
            "the platform did not agree to the program",
        ),
        ("account", "publishing"): (
            "the platform agreed to publishing by its API",
            "the platform did not agree to publishing by its API",
        ),
        ("account", "moderates"): (
            "the account moderates the room it speaks in",
            "the account does not moderate the room it speaks in",
        ),
        ("account", "verified"): ("the platform has verified the account", "the platform has not verified the account"),
        ("automation", "agreement"): (
            "people agree to it by what starts it",
            "people do not agree to anything by what starts it",
        ),
        ("automation", "limited"): ("there is a limit", "there is no limit"),
        ("automation", "way_out"): ("there is a way out", "there is no way out"),
        ("overlong_text", "applies"): (
            "the length holds for this account",
            "the length does not hold for this account",
        ),
        ("quota", "applies"): ("the limit holds for this account", "the limit does not hold for this account"),
        ("step", "admits"): ("the text says something of itself", "the text says nothing of itself"),
        ("step", "looked_at"): ("somebody looks before it happens", "nobody looks before it happens"),
    }.items()
}
"""What a file says, denies or leaves open: as it says it, and as it denies it."""
