"""What this machine has and lacks.

Only the standard library is used, and no Python newer than 3.8: where something is missing, the
rest may be missing too.
"""
