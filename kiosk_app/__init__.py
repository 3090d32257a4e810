"""The kiosk in the lobby (抽号机、查询机): taking a number and reading the guides, by touch only."""
