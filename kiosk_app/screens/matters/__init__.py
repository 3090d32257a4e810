"""A person's own matters (我的事项)."""
