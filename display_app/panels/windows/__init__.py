"""The list of windows (窗口一览)."""
