"""Calm pages that say what happened and what to do (提示)."""
