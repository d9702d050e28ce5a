"""What the first page answers: what to switch off, what to agree on and by when, whom to ask, what else happens."""
