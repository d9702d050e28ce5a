"""What exists and what it means: one row a word."""
