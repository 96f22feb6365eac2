"""Text fit for a terminal: nothing in an article may move the cursor or turn a line round."""

_BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_STAND_INS = {
    **{code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A)},
    0x09: 0x20,
    0x7F: 0x2421,
    **dict.fromkeys((*range(0x80, 0xA0), *_BIDI, 0xFEFF, 0x2028, 0x2029), 0xFFFD),
}


def safe(text: str) -> str:
    """Return text with a visible stand-in for each control character, code point for code point.

    Control pictures (U+2400 …) stand for C0 controls and DEL, a space for a tab, U+FFFD for C1
    controls, for bidirectional controls (Unicode TR 36, 3.5) and for line separators. Line feeds
    stay. Offsets into the result are offsets into ``text``.
    """
    return text.translate(_STAND_INS)
