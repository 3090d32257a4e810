"""Pages made of lists with actions and forms (列表附页): what 班务 and 调度 share."""
