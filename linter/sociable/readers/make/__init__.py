"""Scenarios as Make exports them."""
