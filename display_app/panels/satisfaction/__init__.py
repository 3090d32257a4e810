"""What people said of the service (满意度公示)."""
