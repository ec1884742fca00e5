"""The library that turns facts in YAML into the pages of a site; imports between its modules go one way."""
