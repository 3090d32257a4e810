"""The main board and the zone boards (大厅屏)."""
