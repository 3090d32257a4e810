"""Document camera (高拍仪): frames, stills, page detection and straightening, codes on the page."""
