"""Start page of a desk without a window (管理席)."""
