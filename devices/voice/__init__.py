"""Voice (语音播报): text to spoken Mandarin, and the queue that keeps announcements from cutting each other off."""
