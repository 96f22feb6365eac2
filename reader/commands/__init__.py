"""The command line's commands, one a file; each has a click command named ``command``."""
