"""GitHub workflows whose steps write to people."""
