"""Counter station (窗口工作站): what a clerk uses all day, and the screen toward the citizen."""
