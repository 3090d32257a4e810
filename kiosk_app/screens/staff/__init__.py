"""Staff menu behind a PIN (工作人员菜单)."""
