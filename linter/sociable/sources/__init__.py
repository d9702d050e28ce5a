"""What platforms and law say, in our own words: facts and the documents they stand in, kept as data."""
