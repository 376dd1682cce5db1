"""Answers for the kiosk's own user: what root may read or write, the kiosk may not."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kiosk.edits.kept import last_store, whole_path
from kiosk.exits import FAULT
from kiosk.staff.typed import with_sudo
from kiosk.system_paths import SERVICE_USER, data_folder, system_settings


@contextmanager
def as_kiosk_user(settings_path: str) -> Iterator[None]:
    """Be the user that the kiosk of these settings runs as, where root asks; then root again.

    Args:
        settings_path: The settings file, or nothing for the defaults.
    """
    user = _kiosk_user(settings_path)
    if user is None:
        yield
        return
    number, group = user
    groups = os.getgroups()
    os.setgroups(_groups_of(number, group))
    os.setresgid(group, group, 0)
    os.setresuid(number, number, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)
        os.setresgid(0, 0, 0)
        os.setgroups(groups)


def as_own_user(settings_path: str, command: Callable[[str], int]) -> int:
    """Run a command as the kiosk's own user would; returns its exit code."""
    with as_kiosk_user(settings_path):
        return command(settings_path)


def as_own_user_alone(settings_path: str, command: Callable[[str], int]) -> int:
    """The same, of a command that would answer wrongly for anybody else: then it does not."""
    return FAULT if with_sudo(settings_path) else as_own_user(settings_path, command)


def _kiosk_user(settings_path: str) -> tuple[int, int] | None:
    """Who owns what this kiosk keeps, and their group; None where there is no need to change.

    Of an installed kiosk it is the service's user, also where all was given to root by mistake.
    """
    if os.name != "posix" or os.geteuid() != 0:
        return None
    import pwd

    path = whole_path(settings_path)
    is_installed = path in ("", system_settings())
    folder = last_store(path) or (data_folder() if is_installed else "")
    with suppress(OSError, KeyError):
        owner = Path(folder).stat() if folder else None
        if owner and owner.st_uid:
            return owner.st_uid, owner.st_gid
        if owner and is_installed:
            user = pwd.getpwnam(SERVICE_USER)
            return user.pw_uid, user.pw_gid
    return None


def _groups_of(number: int, group: int) -> list[int]:
    import pwd

    with suppress(KeyError):  # a user without a name is in one group
        return os.getgrouplist(pwd.getpwuid(number).pw_name, group)
    return [group]
