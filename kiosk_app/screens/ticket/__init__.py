"""The end of the visit: take the ticket, or remember the number (请取走号票、屏幕取号)."""
