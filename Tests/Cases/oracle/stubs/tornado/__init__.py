"""A stand-in for tornado: the forking alone."""
