"""Findings that can be mended: changes to edits, and edits to files that lint no worse."""
