"""The newest call, large (当前叫号)."""
