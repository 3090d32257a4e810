"""The panels (面板) of layouts: each decides its words from what is known, and draws them in parts."""
