"""Matterbridge: what is said in one channel is said again in others, by its configuration in TOML."""
