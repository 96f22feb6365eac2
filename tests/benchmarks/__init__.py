"""How fast the program is, measured from outside, against an empty Textual app.

``python -m tests.benchmarks.terminal`` prints the table; ``--help`` says what can be chosen.
"""
