"""Which findings are told."""
