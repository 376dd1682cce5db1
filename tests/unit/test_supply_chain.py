"""The pinned libraries: each with one version and its hashes, and nothing else."""

import re
import tomllib
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
KIOSK = PYPROJECT["project"]["dependencies"]
_OPTIONAL = PYPROJECT["project"]["optional-dependencies"]
EXTRAS = [line for name in ("hub", "web", "word") for line in _OPTIONAL[name]]
WANTED = {
    "constraints.txt": KIOSK,
    "constraints-extras.txt": [*KIOSK, *EXTRAS],
    "constraints-build.txt": PYPROJECT["build-system"]["requires"],
}
"""Each file, and the requirements that it must meet."""


def text_of(name: str) -> str:
    """One of the files."""
    return (ROOT / "packaging" / name).read_text(encoding="utf-8")


def pinned_in(name: str) -> dict[str, str]:
    """The version of each library in a file."""
    found = re.findall(r"^([\w.-]+)(?:\[[\w,]+\])?==([\w.+!]+)", text_of(name), re.MULTILINE)
    return {canonicalize_name(edition): version for edition, version in found}


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


def test_the_build_tool_and_the_kiosk_agree_on_versions() -> None:
    """Both are installed side by side: what they have in common has one version."""
    kiosk, build = pinned_in("constraints-extras.txt"), pinned_in("constraints-build.txt")
    assert {name: kiosk[name] for name in kiosk.keys() & build.keys()}.items() <= build.items()


@pytest.mark.parametrize("document", ["install.md", "forms.md", "supply-chain.md"])
def test_no_document_installs_a_library_without_its_hash(document: str) -> None:
    """Each `pip` line takes hashed files alone, or builds this folder with what is there."""
    text = (ROOT / "docs" / document).read_text(encoding="utf-8")
    lines = re.findall(r"^    .*pip (?:install|download) (.+)$", text, re.MULTILINE)
    assert lines
    for line in lines:
        assert "--require-hashes " in line or line == "--no-deps --no-build-isolation .", line
        for name in re.findall(r"-r (\S+)", line):
            assert (ROOT / name).is_file(), name


def test_nothing_is_pinned_that_nothing_needs() -> None:
    """A library that the kiosk no longer asks for goes from the files, too."""
    needed: set[str] = set()
    waiting = [Requirement(line).name for line in [*KIOSK, *EXTRAS]]
    while waiting:
        name = canonicalize_name(waiting.pop())
        if name not in needed:
            needed.add(name)
            with suppress(PackageNotFoundError):  # for another system than this one
                waiting += [Requirement(line).name for line in requires(name) or []]
    assert pinned_in("constraints-extras.txt").keys() <= needed


@pytest.mark.parametrize(("name", "weak"), [("aiohttp", "3.14.3"), ("PyNaCl", "1.6.1")])
def test_no_version_with_a_known_weakness_is_allowed(name: str, weak: str) -> None:
    """Who installs without the hashed files, too, gets a version in which it is mended."""
    (wanted,) = (each for each in map(Requirement, [*KIOSK, *EXTRAS]) if each.name == name)
    assert not wanted.specifier.contains(weak)


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
