"""The coder inside other programs' pipelines."""
