"""The pinned libraries: each with one version and its hashes, and nothing else."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
KIOSK = PROJECT["dependencies"]
EXTRAS = [line for name in ("hub", "web") for line in PROJECT["optional-dependencies"][name]]
WANTED = {"constraints.txt": KIOSK, "constraints-extras.txt": [*KIOSK, *EXTRAS]}
"""Each file, and the requirements that it must meet."""


def text_of(name: str) -> str:
    """One of the files."""
    return (ROOT / name).read_text(encoding="utf-8")


def pinned_in(name: str) -> dict[str, str]:
    """The version of each library in a file."""
    found = re.findall(r"^([\w.-]+)(?:\[[\w,]+\])?==([\w.+!]+)", text_of(name), re.MULTILINE)
    return {canonicalize_name(library): version for library, version in found}


@pytest.mark.parametrize("name", WANTED)
def test_every_dependency_is_pinned_within_its_range(name: str) -> None:
    """Whatever pyproject.toml asks for is there, in a version that it allows."""
    pinned = pinned_in(name)
    for line in WANTED[name]:
        wanted = Requirement(line)
        version = pinned.get(canonicalize_name(wanted.name))
        assert version is not None, f"{wanted.name} is missing: see docs/supply-chain.md"
        assert wanted.specifier.contains(version), f"{wanted} does not allow {version}"
        for extra in wanted.extras:
            assert f"{wanted.name}-{extra}" in pinned, f"{wanted} brings a library of its own"


def test_the_extras_change_no_version() -> None:
    """A kiosk with a hub runs the same libraries as one without, and some more."""
    assert pinned_in("constraints.txt").items() < pinned_in("constraints-extras.txt").items()


@pytest.mark.parametrize("name", WANTED)
def test_every_version_has_hashes(name: str) -> None:
    """No file is taken unseen: each version has at least one SHA-256."""
    entries = re.split(r"^(?=\S)", text_of(name), flags=re.MULTILINE)[1:]
    assert len(entries) == len(pinned_in(name)) > 0
    for entry in entries:
        assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", entry), entry.splitlines()[0]


@pytest.mark.parametrize("name", WANTED)
def test_there_are_no_addresses_and_no_paths(name: str) -> None:
    """Where files come from is for whoever installs to say."""
    assert "/" not in text_of(name)
    assert not re.search(r"^\s*-(?!-hash=)", text_of(name), re.MULTILINE)
