"""A report for each client without the names of others, and the index of all."""
