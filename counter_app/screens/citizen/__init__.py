"""Screen toward the citizen (群众屏)."""
