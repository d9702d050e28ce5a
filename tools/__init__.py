"""What helps to change the project; not part of the package that is installed."""
