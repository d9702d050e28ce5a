"""Typographic quotes, which word processors put where YAML and expressions need straight ones."""

OPENING = "\u201c\u201d\u201e\u2018\u00ab"
"""Those that stand before a text."""

TYPOGRAPHIC = f"{OPENING}\u2019\u00bb"
"""Those that stand before or after one; to YAML they are characters like others."""
