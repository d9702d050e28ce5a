"""What calls to platforms' addresses do, whichever tool makes them."""
