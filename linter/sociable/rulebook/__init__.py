"""Pages to rules."""
