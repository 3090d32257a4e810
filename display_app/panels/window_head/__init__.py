"""Number and name of a window (窗口标题)."""
