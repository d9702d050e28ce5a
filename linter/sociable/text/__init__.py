"""Strings, places in them, and what may be shown of them."""
