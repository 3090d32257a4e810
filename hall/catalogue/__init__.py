"""Service catalogue (事项目录): departments, items, materials; one source for kiosk, counter and board (D-04)."""
