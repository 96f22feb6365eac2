"""Boundary cases of quotation marks: a text, and the outermost and inner passages it holds.

Inner passages stand behind their outer one, indented by ``>`` once for each depth.
"""

CASES: dict[str, tuple[str, list[str]]] = {
    "curly double": ("“We go,” she said.", ["“We go,”"]),
    "straight double": ('"We go," she said.', ['"We go,"']),
    "curly single": ("‘We go,’ she said.", ["‘We go,’"]),
    "straight single": ("'We go,' she said.", ["'We go,'"]),
    "guillemets": ("«We go,» she said.", ["«We go,»"]),
    "guillemets with blanks": ("« Elle tient. » He nodded.", ["« Elle tient. »"]),
    "guillemets reversed": ("»We go,« he said, »now.«", ["»We go,«", "»now.«"]),
    "low-high": ("„We go,“ he said.", ["„We go,“"]),
    "low-high with right mark": ("„We go,” he said.", ["„We go,”"]),
    "corner brackets": ("Her sign said 「Stay.」 in red.", ["「Stay.」"]),
    "corner brackets nested": (
        "「He told me 『never』 twice.」",
        ["「He told me 『never』 twice.」", ">『never』"],
    ),
    "backquotes": ("``We go,'' said Vance.", ["``We go,''"]),
    "doubled apostrophes": ("''We go,'' he said. ''Now.''", ["''We go,''", "''Now.''"]),
    "single backquote": ("He typed `yes' and left.", ["`yes'"]),
    "curly opened, straight closed": ('“We go," she said.', ['“We go,"']),
    "left mark for a right one": ("It was “abhorrent“ to him.", ["“abhorrent“"]),
    "right mark for a left one": ("She said ”go” and left.", ["”go”"]),
    "split by its attribution": ("“We go,” he said, “now.”", ["“We go,”", "“now.”"]),
    "three levels": (
        "“I told her, ‘He said to me, “Madam, no hens,” and left.’”",
        [
            "“I told her, ‘He said to me, “Madam, no hens,” and left.’”",
            ">‘He said to me, “Madam, no hens,” and left.’",
            ">>“Madam, no hens,”",
        ],
    ),
    "single outermost, three levels": (
        "‘She wrote, “He swore ‘on my life’ and left.”’",
        [
            "‘She wrote, “He swore ‘on my life’ and left.”’",
            ">“He swore ‘on my life’ and left.”",
            ">>‘on my life’",
        ],
    ),
    "straight in curly": ('“He said "go" and left.”', ['“He said "go" and left.”', '>"go"']),
    "straight in straight": (
        '"He said "go on" and left."',
        ['"He said "go on" and left."', '>"go on"'],
    ),
    "leading apostrophes": ("'Tis the '90s, and they told 'em so.", []),
    "curly leading apostrophes": ("’Tis the ’90s; ‘em is wrong.", []),
    "plural possessive": ("The dogs' dinner and the cats' milk were gone.", []),
    "possessive in single marks": (
        "'The dogs' dinner, we call it,' she said.",
        ["'The dogs' dinner, we call it,'"],
    ),
    "plural before a comma": (
        "'Dogs', plural. There were two.'",
        ["'Dogs', plural. There were two.'"],
    ),
    "clipped in the middle": ("'I like rock 'n' roll,' he said.", ["'I like rock 'n' roll,'"]),
    "clipped alone": ("It was all rock 'n' roll and goin' home.", []),
    "contraction": ("“I don't,” he said; they didn't.", ["“I don't,”"]),
    "feet and inches": ('"He is 6\'2" tall," she said.', ['"He is 6\'2" tall,"']),
    "stray blanks": ('" We go , " he said.', ['" We go , "']),
    "never closed": ("“We go, he said.\n\nThe end.", ["“We go, he said."]),
    "never closed, then another": (
        '"We go, he said. "Now."\n\nThe end.',
        ['"We go, he said.', '"Now."'],
    ),
    "never opened": ("We go,” he said. “Now.”", ["“Now.”"]),
    "nested never closed": (
        "“He said ‘go and left.” “Yes.”",
        ["“He said ‘go and left.”", "“Yes.”"],
    ),
    "empty marks": ("He wrote “” and \"\" and '' there.", []),
    "noise": ('He drew """""" and “““ there.', []),
    "ends with a dash": ("“We were—” he began.", ["“We were—”"]),
    "after a dash": ("He said—“now”—and went.", ["“now”"]),
    "in brackets": ("It rained (“a lot”) there.", ["“a lot”"]),
    "no blank before": ('He said:"We go."', ['"We go."']),
    "emoji": ("“👍🏽 yes,” she said.", ["“👍🏽 yes,”"]),
}
