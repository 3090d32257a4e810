"""Typing the code of an appointment or the number of a ticket (输入预约码、号票号码)."""
