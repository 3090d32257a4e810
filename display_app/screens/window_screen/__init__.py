"""The small screen at a window (窗口屏)."""
