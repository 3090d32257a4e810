"""LED strips above the windows (窗口LED屏)."""
