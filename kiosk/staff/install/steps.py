"""One step of an installation: what it is in words, how it is done, and what helps if it fails."""

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


class StepError(Exception):
    """A step could not be done; the message says what to do about it."""


class Step(Protocol):
    """Something to be done on the machine."""

    def describe(self) -> str:
        """What is done, for `--dry-run`: a first line, and the content of a file below it."""

    def do(self, root: Path) -> str:
        """Do it on the system below `root`; harmless twice.

        Returns:
            What was done, in a line; nothing where there was nothing to do.

        Raises:
            StepError: It cannot be done.
        """


@dataclass(frozen=True)
class Check:
    """Something that must hold before anything is changed."""

    what: str
    """What must hold, in a few words."""
    problem: Callable[[], str]
    """Says what does not hold and what to do about it, or nothing."""

    def describe(self) -> str:
        """The check in words."""
        return f"check  {self.what}"

    def do(self, root: Path) -> str:  # noqa: ARG002 - a check looks at the machine that it runs on
        """Look, and change nothing."""
        if problem := self.problem():
            raise StepError(problem)
        return ""


@dataclass(frozen=True)
class WriteFile:
    """A file with a text; only the settings are kept as they are once somebody may edit them."""

    path: Path
    text: str
    keep: bool = False

    def describe(self) -> str:
        """The path, and the text below it."""
        condition = ", unless it is there already" if self.keep else ""
        lines = "".join(f"\n     | {line}".rstrip() for line in self.text.splitlines())
        return f"write  {self.path}{condition}{lines}"

    def do(self, root: Path) -> str:
        """Write it beside its place and move it there, so that it is never half there."""
        path = below(root, self.path)
        try:
            if path.exists() and (self.keep or path.read_text(encoding="utf-8") == self.text):
                return ""
            path.parent.mkdir(parents=True, exist_ok=True)
            half = path.with_name(f".{path.name}.new")
            half.write_text(self.text, encoding="utf-8")
            half.chmod(0o644)
            half.replace(path)
        except (OSError, UnicodeDecodeError) as error:
            raise StepError(f"{path} cannot be written: {_cause(error)}.") from error
        return f"wrote  {path}"


@dataclass(frozen=True)
class Link:
    """A symbolic link, so that a command is found without its folder."""

    path: Path
    target: Path

    def describe(self) -> str:
        """Where it is and where it leads."""
        return f"link   {self.path} to {self.target}"

    def do(self, root: Path) -> str:
        """Make it, or make it lead here."""
        path = below(root, self.path)
        try:
            if path.is_symlink():
                if path.readlink() == self.target:
                    return ""
                path.unlink()
            path.parent.mkdir(parents=True, exist_ok=True)
            path.symlink_to(self.target)
        except OSError as error:
            raise StepError(f"{path} cannot be made: {_cause(error)}.") from error
        return f"linked {path}"


@dataclass(frozen=True)
class Remove:
    """A file, or a folder with all that is in it, that is to be gone."""

    path: Path

    def describe(self) -> str:
        """The path."""
        return f"remove {self.path}"

    def do(self, root: Path) -> str:
        """Remove it if it is there."""
        path = below(root, self.path)
        try:
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            elif os.path.lexists(path):
                path.unlink()
            else:
                return ""
        except OSError as error:
            raise StepError(f"{path} cannot be removed: {_cause(error)}.") from error
        return f"removed {path}"


@dataclass(frozen=True)
class Run:
    """A command of the system."""

    command: tuple[str, ...]
    remedy: str
    """What to do when it fails."""
    root_option: bool = False
    """Whether it takes `--root=DIR`, for a system in a folder."""
    needs: Path | None = None
    """A file without which there is nothing to do."""

    def describe(self) -> str:
        """The command as one would type it."""
        return f"run    {' '.join(self.command)}"

    def do(self, root: Path) -> str:
        """Run it, and pass on what it says if it fails."""
        if self.needs is not None and not below(root, self.needs).exists():
            return ""
        program, *arguments = self.command
        if root != Path("/"):
            arguments = [f"--root={root}", *arguments]
        try:
            subprocess.run(  # noqa: S603 - the words are ours, no shell reads them
                [program, *arguments], check=True, capture_output=True, text=True, timeout=120
            )
        except FileNotFoundError as error:
            raise StepError(f"There is no program '{program}'. {self.remedy}") from error
        except subprocess.CalledProcessError as error:
            said = " ".join((error.stderr or error.stdout or "no reason given").split())
            raise StepError(f"'{self.describe()[7:]}' failed: {said}. {self.remedy}") from error
        except subprocess.TimeoutExpired as error:
            raise StepError(f"'{self.describe()[7:]}' did not end. {self.remedy}") from error
        return f"ran    {' '.join([program, *arguments])}"


def below(root: Path, path: Path) -> Path:
    """A path of a system whose root is elsewhere."""
    return root / path.relative_to("/")


def _cause(error: OSError | UnicodeDecodeError) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else "it is not UTF-8"
