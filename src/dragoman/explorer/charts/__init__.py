"""Charts as numbers: what a template needs to draw them as SVG on the server."""
