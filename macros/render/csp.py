"""The Content Security Policy of pages."""

import base64
import hashlib
import re

_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


def hash_source(text: str) -> str:
    """Return the source expression that allows the script or style that is exactly ``text`` (CSP level 3)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def content_security_policy(script: str, markup: str) -> str:
    """Return the policy of every page: files of the site, one inline script, and the style elements of ``markup``."""
    styles = " ".join(["'self'", *map(hash_source, _STYLE.findall(markup))])
    return (
        f"default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {hash_source(script)}; style-src {styles}; "
        "img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
        "base-uri 'none'; form-action 'none'"
    )
