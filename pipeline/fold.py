"""Two spellings of one name fold to the same text, so that they can be matched."""

import unicodedata

_DROPPED = str.maketrans("", "", "'’‘ʼ`´\u00ad\u200b\ufeff")


def fold(text: str) -> str:
    """Bring a name to the form in which names are compared.

    Case, the accidents of typography (non-breaking spaces and hyphens, curly apostrophes),
    spaces, underscores, hyphens and other punctuation make no difference; `&` reads as "and".
    Symbols such as `<` or `+` count. A text of nothing but punctuation stays as it is, because it
    may be a mark with a meaning.

    Args:
        text: a name as somebody wrote it.

    Returns:
        The folded name; empty only where the text is blank.
    """
    plain = unicodedata.normalize("NFKC", text.translate(_DROPPED)).casefold()
    spaced = "".join(
        " " if unicodedata.category(mark)[0] in "PZC" else mark
        for mark in plain.replace("&", " and ")
    )
    return " ".join(spaced.split()) or plain.strip()
