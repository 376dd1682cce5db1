"""`constraints.txt`: every library with one version and its hashes, and nothing else."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "constraints.txt").read_text(encoding="utf-8")
PINNED = {
    canonicalize_name(name): version
    for name, version in re.findall(r"^([\w.-]+)==([\w.+!]+)", TEXT, re.MULTILINE)
}


def test_every_dependency_is_pinned_within_its_range() -> None:
    """Whatever pyproject.toml asks for is there, in a version that it allows."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for line in project["dependencies"]:
        wanted = Requirement(line)
        pinned = PINNED.get(canonicalize_name(wanted.name))
        assert pinned is not None, f"{wanted.name} is missing: see docs/supply-chain.md"
        assert wanted.specifier.contains(pinned), f"{wanted} does not allow {pinned}"


def test_every_version_has_hashes() -> None:
    """No file is taken unseen: each version has at least one SHA-256."""
    entries = re.split(r"^(?=\S)", TEXT, flags=re.MULTILINE)[1:]
    assert len(entries) == len(PINNED) > 0
    for entry in entries:
        assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", entry), entry.splitlines()[0]


def test_there_are_no_addresses_and_no_paths() -> None:
    """Where files come from is for whoever installs to say."""
    assert "/" not in TEXT
    assert not re.search(r"^\s*-(?!-hash=)", TEXT, re.MULTILINE)
