"""Taking a number, waiting, being called (取号、等候、叫号)."""
