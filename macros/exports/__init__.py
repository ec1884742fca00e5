"""The files that a reader takes away."""

from macros.exports.charts import files

__all__ = ["files"]
