"""Renders values as HTML: templates, tokens that carry it through Markdown, popovers, and the security policy."""

from macros.render.jinja import (
    TOKEN,
    code,
    escape_markdown,
    macros,
    render,
    render_file,
    render_markdown,
    render_token,
    speak,
    token,
)
