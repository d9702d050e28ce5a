"""What can set off what: the causality graph of a setup, and the loops in it."""
