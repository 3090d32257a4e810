"""What kiosk, counter and display share: background work, feeds and devices into Qt, theme, translation."""
