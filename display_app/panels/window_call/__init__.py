"""A window's ticket or pause (窗口叫号)."""
