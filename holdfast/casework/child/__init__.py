"""One child on a page: the facts of the record, told in words as at a moment, for people who must decide today."""
