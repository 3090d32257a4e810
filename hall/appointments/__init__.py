"""Appointments (预约): slots with capacity, booking, check-in, forfeit."""
