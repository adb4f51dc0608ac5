"""How an English rendering is found in English text.

`prepare` a translation once, `compile_rendering` each rendering once, then `find` is a string search.
"""

from glossary.english.find import find
from glossary.english.forms import variants
from glossary.english.pattern import Pattern, compile_rendering
from glossary.english.text import EnglishText, prepare

__all__ = ["EnglishText", "Pattern", "compile_rendering", "find", "prepare", "variants"]
