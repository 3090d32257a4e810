"""The preview of layouts (版面预览): a layout beside the text of its file, with controls for what it says."""
