"""The speed of the site measured beside peers: `python -m tests.bench`."""
