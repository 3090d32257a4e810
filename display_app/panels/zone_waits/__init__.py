"""The waits of the zones (各区等候)."""
