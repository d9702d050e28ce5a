"""Many projects, each by itself, on many processes or machines."""
