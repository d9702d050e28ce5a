"""What every other room makes its records of."""
