"""The report that a client reads: who opens no terminal, and has to decide."""
