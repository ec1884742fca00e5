"""The tests of the tests: what counts as a small change of the code."""

from tests.mutants import PARTS, mutants, sample

_CODE = '''
def f(a: str | None, b=1):
    """Return a text; this line is for people."""
    if a == "x" and b < 2:
        return [one for one in a[1:] if one]
    g(b, "key", "a message for people", is_new=True)
    return None
'''


def test_a_mutant_is_one_small_change() -> None:
    """Comparisons, conditions, results, calls, numbers and texts become others; types and words for people stay."""
    said = [mutant.change(_CODE)[1] for mutant in mutants("dates", "f.py", _CODE)]
    assert {one.rpartition(" is ")[2][1:-1] for one in said} == {
        "a != 'x'",
        "b <= 2",
        "a == 'x' or b < 2",
        "if not (a == 'x' and b < 2):\\n    return [one for one in a[1:] if one]",
        "return None",
        " for one in a[1:]",
        " for one in a[1:] if not one",
        "2:",
        "None",
        "g(b, 'key~', 'a message for people', is_new=True)",
        "is_new=False",
    }
    assert said[0].startswith("f.py:4: ")
    assert not any("'return None' is" in one for one in said)  # that would be no change


def test_a_sample_is_the_same_every_time() -> None:
    """Each part has modules to change, and the seed chooses the changes."""
    assert {part: len(sample(part, 5, 1)) for part in PARTS} == dict.fromkeys(PARTS, 5)
    assert sample("dates", 5, 1) == sample("dates", 5, 1) != sample("dates", 5, 2)
