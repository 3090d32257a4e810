"""Choosing a department (部门)."""
