"""One file a view: a request in, a page out."""
