"""The journal (全程留痕): audit trail, change feed and proof in one chain."""
