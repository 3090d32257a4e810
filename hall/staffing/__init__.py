"""Windows, clerks and posts (窗口、人员与岗位)."""
