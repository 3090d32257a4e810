"""The hall's displays (大厅屏、窗口屏): the main board, zone boards and window screens, and the spoken calls."""
