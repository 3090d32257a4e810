"""The number is being issued and printed (出票)."""
