"""Choosing or searching an item (事项)."""
