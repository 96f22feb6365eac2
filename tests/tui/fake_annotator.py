"""Stands in for ``newsreader annotate --report -o - PATH``: fake_annotator.py WHAT PATH.

WHAT is a layer file, or ``fail``, ``crash``, ``rubbish``, ``sleep``, ``talk``.
"""

import json
import os
import sys
import time
from pathlib import Path


def say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


what, source = sys.argv[1:]
for done, stage in enumerate(("loading the pipeline", "finding quotes")):
    say(json.dumps({"stage": stage, "done": done, "total": 2}))
if what == "fail":
    say("newsreader: the pipeline is gone (install it again)")
    sys.exit(1)
if what == "crash":
    sys.exit(9)
if what == "sleep":
    Path(source).with_suffix(".pid").write_text(str(os.getpid()))
    time.sleep(60)
if what == "talk":
    say("x" * 200_000)
    what = str(Path(source).with_suffix(".layer.json"))
sys.stdout.write("rubbish" if what == "rubbish" else Path(what).read_text("utf-8"))
