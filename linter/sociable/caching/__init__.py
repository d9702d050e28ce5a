"""What was found in exactly these files before."""
