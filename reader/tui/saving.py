"""Writing a layer beside its article, but never over a person's work."""

from pathlib import Path

from reader.errors import StoreError
from reader.model.layer import Layer
from reader.store.layers import corrected_by_hand, layer_path, write_layer


def save_beside(article: Path, layer: Layer) -> None:
    """Write an article's layer.

    Raises:
        StoreError: The file cannot be written, or a person corrected the one that is there.
        LayerError: The one that is there is damaged, and is left for a person to look at.
    """
    path = layer_path(article)
    if corrected_by_hand(path):
        raise StoreError(f"{path.name} was corrected by hand", "it is left as it is")
    write_layer(path, layer)
