"""The hall's floor map and the way to a window (大厅数字地图, 卫东22)."""
