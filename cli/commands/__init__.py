"""The commands of hallctl, one module each.

A module offers ``add_parser(commands)``, which adds its parser with ``set_defaults(run=run)``, and
``run(options)``, which returns the exit status. Its top level imports only the standard library and ``cli``:
help must be quick.
"""
