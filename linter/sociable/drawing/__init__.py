"""Drawings of a setup: accounts, their automations, and what sets off what."""
