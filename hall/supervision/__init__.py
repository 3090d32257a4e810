"""Supervision (督查): what the hall watches over by itself."""
