"""Appointments page (预约): slots, booking, the reply on paper and by SMS, who must be ready."""
