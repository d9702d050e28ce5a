"""Which words of files name somebody, and a report without them."""
