"""A4 printer (A4打印机): notices, receipts and forms as PDF."""
