"""Complaints (投诉处理): taken down, assigned, investigated, answered, fed back, closed."""
