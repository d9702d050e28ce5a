"""Long-running conversations over standard input and output: with editors, and with assistants."""
