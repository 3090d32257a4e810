"""Device health desk (设备健康)."""
