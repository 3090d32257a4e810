"""Duty page (班务): attendance, leave, posts, trainings."""
