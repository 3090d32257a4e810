"""What stands around every page (页眉页脚), and what lies over it: “are you there?”, the display modes."""
