"""ID card readers (身份证读卡器)."""
