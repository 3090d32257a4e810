"""Dispatch page (调度): load of the windows, suggestions, temporary windows, delegations, honest estimates."""
