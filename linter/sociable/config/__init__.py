"""What a project has configured."""
