"""Numbers in Chinese and in English text, as values: 3,835亿 and 383.5 billion are one number.

`quantities` reads a source text and `figures` a translation; a figure says a quantity where one of its values is
one that the quantity accepts.
"""

from glossary.numbers.chinese import Quantity, quantities
from glossary.numbers.dates import Date, dates
from glossary.numbers.english import Figure, figures
from glossary.numbers.spelling import spelling

__all__ = ["Date", "Figure", "Quantity", "dates", "figures", "quantities", "spelling"]
