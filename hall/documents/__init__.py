"""Pages photographed at the window (拍摄材料): bound to a ticket, encrypted, with their digest."""
