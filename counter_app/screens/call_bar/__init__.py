"""Call bar (叫号条)."""
