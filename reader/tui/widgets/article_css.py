"""How the article pane looks: its component classes, and their styles in theme variables."""

from reader.tui.marks import GROUP_STYLES, HUE_STYLES, UNATTRIBUTED

PREFIX = "article--"
_HUES = (*HUE_STYLES, UNATTRIBUTED)
_SPEAKERS = "".join(
    f"& > .article--{hue} {{ color: ${hue}; }} "
    f"& > .article--{hue}-text {{ color: ${hue}{'' if hue == UNATTRIBUTED else '-text'}; }} "
    for hue in _HUES
)

STYLES = (
    "title", "byline", "gutter", "gutter-chosen", "scare", "chosen-quote", "reference",
    "chosen-mention", "other", "dimmed", "match", "match-current",
    *GROUP_STYLES.values(), *_HUES, *(f"{hue}-text" for hue in _HUES),
)  # fmt: skip
"""The names of all styles; each is a component class ``article--NAME``."""

COMPONENTS = {f"{PREFIX}{name}" for name in STYLES}

ARTICLE_CSS = f"""
ArticleView {{
    width: 1fr; height: 1fr; overflow-x: hidden; overflow-y: scroll;
    scrollbar-size-vertical: 1; background: $paper; color: $ink;
    & > .article--title {{ color: $headline; text-style: bold; }}
    & > .article--byline {{ color: $muted; text-style: $style-muted; }}
    & > .article--gutter {{ color: $faint; text-style: $style-muted; }}
    & > .article--gutter-chosen {{ color: $headline; text-style: bold; }}
    & > .article--scare {{ color: $muted; }}
    & > .article--chosen-quote {{ background: $chosen; text-style: $style-chosen-quote; }}
    & > .article--person {{ color: $mark-person; text-style: underline; }}
    & > .article--org {{ color: $mark-org; text-style: bold; }}
    & > .article--place {{ color: $mark-place; text-style: italic; }}
    & > .article--other {{ color: $mark-other; }}
    & > .article--amount {{ color: $mark-amount; }}
    & > .article--reference {{ text-style: underline; }}
    & > .article--chosen-mention {{ text-style: reverse; }}
    & > .article--dimmed {{ color: $faint; text-style: $style-dimmed; }}
    & > .article--match {{
        background: $match; color: $match-ink; text-style: $style-match;
    }}
    & > .article--match-current {{
        background: $match-current; color: $match-current-ink;
        text-style: $style-match-current;
    }}
    {_SPEAKERS}
}}
"""
