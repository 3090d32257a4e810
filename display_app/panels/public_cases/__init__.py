"""办件公示: what was finished today."""
