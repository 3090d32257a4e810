"""Document camera panel (高拍仪)."""
