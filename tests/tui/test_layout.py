"""Where things stand, for every size of terminal."""

from itertools import combinations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Region, Size

from reader.model.index import Annotations
from reader.tui.bars import drawer
from reader.tui.cursor import Position
from reader.tui.plan import MEDIUM, WIDE, PanelName, Panels, plan
from tests import samples

opened = st.sampled_from([None, "entities", "quotes"])
sizes = st.builds(Size, st.integers(20, 250), st.integers(4, 80))
panels = st.builds(Panels, st.booleans(), st.booleans(), st.integers(-60, 60), opened)


def regions_of(size: Size, wanted: Panels) -> dict[str, Region]:
    return {name: Region(*box) for name, box in plan(size, wanted).items()}


@given(sizes, panels)
def test_the_room_is_filled_without_overlap(size: Size, wanted: Panels) -> None:
    regions = list(regions_of(size, wanted).values())
    assert sum(region.area for region in regions) == size.area
    assert all(size.region.contains_region(region) for region in regions)
    assert not any(a.overlaps(b) for a, b in combinations(regions, 2))


@given(sizes, panels)
def test_the_article_is_always_there(size: Size, wanted: Panels) -> None:
    article = regions_of(size, wanted)["article"]
    assert article.width >= min(size.width, 40)
    assert article.height >= 1


def test_three_columns() -> None:
    regions = regions_of(Size(160, 48), Panels())
    assert regions["entities"].right == regions["left"].x == regions["article"].x - 1
    assert regions["article"].right == regions["right"].x == regions["quotes"].x - 1
    assert "drawer" not in regions


def test_entities_over_quotes() -> None:
    regions = regions_of(Size(120, 38), Panels())
    assert regions["entities"].bottom == regions["quotes-title"].y
    assert regions["entities"].x == regions["quotes"].x == regions["article"].right + 1


def test_a_drawer_of_three_lines() -> None:
    regions = regions_of(Size(80, 22), Panels())
    assert regions["drawer"].height == 3
    assert set(regions) == {"article", "drawer-title", "drawer"}


def test_a_drawer_leads_to_the_first_quote_where_there_is_one() -> None:
    with_quotes, layer = samples.layer(), msgspec.structs.replace(samples.layer(), quotes=())
    for made, lines in ((with_quotes, 2), (layer, 1)):
        shown = drawer(Annotations(samples.article(), made), Position(), (80, 3), "none found")
        assert len(shown) == lines


@pytest.mark.parametrize("name", ["entities", "quotes"])
def test_an_opened_panel_leaves_the_article_in_sight(name: PanelName) -> None:
    regions = regions_of(Size(80, 22), Panels(opened=name))
    assert regions["article"].height >= 8
    assert regions[f"{name}-title"].y == regions["article"].bottom
    assert ("drawer" in regions) == (name == "entities")  # the quotes panel names the speaker


@pytest.mark.parametrize("width", [MEDIUM, WIDE])
def test_hidden_panels_give_their_room_to_the_article(width: int) -> None:
    both = regions_of(Size(width, 40), Panels())["article"].width
    none = regions_of(Size(width, 40), Panels(entities=False, quotes=False))["article"].width
    assert none == width > both
