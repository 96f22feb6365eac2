"""Where things live on this machine."""

from pathlib import Path


def sample_articles() -> Path:
    """Return the folder of sample articles: packed into the package, or beside it in a checkout."""
    package = Path(__file__).parent
    packed = package / "articles"
    return packed if packed.is_dir() else package.parent / "articles"
