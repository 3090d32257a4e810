"""Widgets of the kiosk: big, touchable, without a system keyboard."""
