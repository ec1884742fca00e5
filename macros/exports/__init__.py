"""The files that readers can download."""

from macros.exports.charts import files

__all__ = ["files"]
