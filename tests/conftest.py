"""What holds for all tests."""

from hypothesis import settings

# Speed is measured in tests/benchmarks; here a busy machine must not fail a property.
settings.register_profile("newsreader", deadline=None)
settings.load_profile("newsreader")
