"""Ticket printer (小票打印机): number tickets and receipts on thermal paper."""
