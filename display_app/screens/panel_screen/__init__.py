"""A screen made of panels by a layout (按版面组成的画面): boards and window screens."""
