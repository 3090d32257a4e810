"""The guide of one item, to read and to take along (办事指南)."""
