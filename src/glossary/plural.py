"""Counts in what is said to people."""


def plural(count: int, noun: str) -> str:
    """`3 segments`, `1 segment`, `2 matches`, `1,200 entries`."""
    if count == 1:
        return f"1 {noun}"
    if noun.endswith("y"):
        return f"{count:,} {noun[:-1]}ies"
    return f"{count:,} {noun}{'es' if noun.endswith(('s', 'ch')) else 's'}"
