"""The commands, one a module of its name; a module is imported when its command is given."""

NAMES = (
    *("check", "build", "serve", "rollback", "headers", "read", "new", "export"),
    *("import", "fmt", "schema", "explain", "scan", "diff", "stale"),
    *("dupes", "leaflet", "offline", "links", "doctor", "review", "codeowners"),
)
"""In the order in which help shows them."""
