"""The kiosk's screens: each a view-model that decides and a view that draws."""
