"""Formats of reports: they decide nothing."""
