"""Chinese official text into English, with one agreed rendering for every name.

The command line is `glossary`; its steps are in `glossary.pipeline`, in reading order.
"""

__version__ = "0.1.0"
