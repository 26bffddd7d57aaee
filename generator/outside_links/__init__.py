"""The links that lead out of the site: where they stand, and whether they open."""
