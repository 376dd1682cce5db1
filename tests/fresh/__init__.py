"""The lines of the README on a machine that nobody prepared; see `.ci/fresh`."""
