"""How fast a slow phone shows one page of every kind: `python -m tests.bench.lighthouse`."""
