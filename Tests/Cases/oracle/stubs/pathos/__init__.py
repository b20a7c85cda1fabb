"""A stand-in for pathos."""
