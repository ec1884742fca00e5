"""The error of a value that does not fit its field, where it is known what to write instead."""


class UnfitError(ValueError):
    """A value does not fit; ``remedy`` begins with "write"."""

    def __init__(self, message: str, remedy: str) -> None:
        self.message, self.remedy = message, remedy
        super().__init__(f"{message}: {remedy}")
