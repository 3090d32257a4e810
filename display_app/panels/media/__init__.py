"""Pictures and videos (图片视频)."""
