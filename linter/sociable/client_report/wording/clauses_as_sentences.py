"""Clauses made sentences."""

from sociable.text.wording import sentence


def capital(text: str) -> str:
    """With a capital letter where a clause begins a sentence; ids and handles stay as they are."""
    first = text.split(" ", 1)[0]
    return text[:1].upper() + text[1:] if first.rstrip(",;:").isalpha() else text


def told(clause: str) -> str:
    """A clause as a sentence; one that ends with somebody's own words has their full stop."""
    ends = clause.endswith(":") or (clause.rstrip("”)").endswith((".", "!", "?")) and clause.endswith("”"))
    return capital(clause if ends else sentence(clause))
