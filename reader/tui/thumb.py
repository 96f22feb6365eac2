"""The scroll thumb, drawn as the last cell of each line.

A scrollbar of Textual's is a widget of its own: another one to mount, style and paint at the start,
and it counts rows, of which a long text knows only an estimate.
"""

THUMB = "▐"


def thumb_rows(height: int, first: float, last: float) -> range:
    """Return the lines that the thumb covers; none where everything is visible.

    Args:
        height: How many lines are visible.
        first: How much of the whole lies above what is visible, from 0 to 1.
        last: How much of the whole lies above its lower end, from 0 to 1.
    """
    if height <= 0 or last - first >= 1:
        return range(0)
    size = max(1, round(height * (last - first)))
    room = height - size
    top = 0 if first <= 0 else room if last >= 1 else min(room, max(0, round(height * first)))
    return range(top, top + size)


def fraction_at(y: int, height: int) -> float:
    """Return what a click on line ``y`` of the thumb's column asks for, from 0 to 1."""
    return min(1.0, max(0.0, y / (height - 1))) if height > 1 else 0.0
