"""The proof for a receipt number (核对身份)."""
