"""What rules can speak of: a row a kind."""
