"""A glossary as one web page that needs no server, no network and no program but a browser."""

from glossary.site.data import Page, page
from glossary.site.render import extent, is_ours, render

__all__ = ["Page", "extent", "is_ours", "page", "render"]
