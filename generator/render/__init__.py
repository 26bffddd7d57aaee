"""Bodies from views, shells from the host's pages, and the pouring of the one into the other."""
