"""Complaints (投诉), unresolved matters (办不成事), suggestions and praise: intake, handling, answer, feedback."""
