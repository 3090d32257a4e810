"""What somebody is told of their own matters (进度查询), and never of another's."""
