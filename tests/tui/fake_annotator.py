"""Stands in for ``newsreader annotate --report -o - PATH``: fake_annotator.py LAYER PATH."""

import sys
from pathlib import Path

for done, stage in enumerate(("loading the pipeline", "finding quotes")):
    print(f'{{"stage": "{stage}", "done": {done}, "total": 2}}', file=sys.stderr, flush=True)
layer = sys.argv[1]
if layer == "fail":
    print("newsreader: the pipeline is gone (install it again)", file=sys.stderr)
    sys.exit(1)
sys.stdout.write(Path(layer).read_text("utf-8"))
