"""The colours of charts and pictures, which their SVG names as variables of CSS."""

COLOURS = {
    "--chart-1": ("#34322e", "#d9d5cd"),
    "--chart-2": ("#77726a", "#a29d94"),
    "--chart-3": ("#4f6b7a", "#9db6c4"),
    "--chart-4": ("#7c715d", "#8f897e"),
    "--chart-first": ("#6d3f9c", "#c7a6ec"),
    "--chart-second": ("#007380", "#63c8d2"),
    "--chart-law": ("#6b5433", "#cdb48a"),
    "--chart-press": ("#55606b", "#a9b6c3"),
    "--chart-ink": ("#1c1b19", "#e9e6e0"),
    "--chart-muted": ("#5c5953", "#a9a69f"),
    "--chart-grid": ("#e4e0d8", "#3a3d43"),
    "--chart-paper": ("#fdfcfa", "#16181b"),
}
"""The colours of charts for light and for dark, by their names in CSS; ink and paper are those of all pages."""
