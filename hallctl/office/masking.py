"""How people are shown on papers that others read: masked."""


def masked_name(name: str) -> str:
    """The surname, and a star for the rest."""
    return f"{name[0]}*" if name else ""


def masked_number(number: str) -> str:
    """The first four and last two characters; short numbers show the first only."""
    return f"{number[:4]}****{number[-2:]}" if len(number) > 7 else f"{number[:1]}****"
