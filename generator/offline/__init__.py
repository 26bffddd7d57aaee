"""The offline edition of a place: few pages that need no server, with a search of their own."""
