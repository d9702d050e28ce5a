"""What is handed on."""
