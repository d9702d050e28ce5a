"""What an editor shows while somebody writes: a language server."""
