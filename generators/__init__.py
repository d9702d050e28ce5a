"""What writes the generated files that are checked in; not part of the package that is installed."""
