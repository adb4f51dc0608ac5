"""How fast the tool is, beside its peers in the same run: `python -m benchmarks`. No part of the package."""
