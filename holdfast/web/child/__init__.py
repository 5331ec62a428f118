"""One child on a page."""
