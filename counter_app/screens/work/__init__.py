"""Work page (办理)."""
