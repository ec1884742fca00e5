"""From values to HTML: templates, tokens that carry it through Markdown, what a page opens, and its security policy."""

from macros.render.jinja import TOKEN, code, escape_markdown, render, render_file, render_markdown, token, wrapped

__all__ = ["TOKEN", "code", "escape_markdown", "render", "render_file", "render_markdown", "token", "wrapped"]
