"""The library: from facts in YAML to the pages of a site. Data flows one way; see DESIGN in the README."""
