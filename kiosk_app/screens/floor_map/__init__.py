"""The hall's map and the way to a window (大厅地图)."""
