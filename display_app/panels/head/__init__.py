"""Hall, date and clock (标题栏)."""
