"""What ``hallctl devices probe|test|capture|replay`` share (设备工具)."""
