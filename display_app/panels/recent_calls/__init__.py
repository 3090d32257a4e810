"""The last calls (最近叫号)."""
