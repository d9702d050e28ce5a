"""Questions at the terminal: why a rule says nothing, and what there is of a kind."""
