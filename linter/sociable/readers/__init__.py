"""File formats, each read into accounts and automations."""
