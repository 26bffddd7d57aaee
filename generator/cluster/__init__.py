"""The workers of a Dask cluster in place of the processes of this machine.

`tree` is what travels of the sources, `shares` what a worker does, `connection` who asks for it.
"""
