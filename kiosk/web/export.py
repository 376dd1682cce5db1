"""`kiosk export`: the kiosk in a browser as plain files, for any web server or content network."""

import sys
from pathlib import Path

from kiosk.clock import local_time
from kiosk.content.faults import ContentError, trouble_with
from kiosk.exits import FAULT
from kiosk.pages.loading import load_catalogue
from kiosk.settings import SettingsError, load_settings
from kiosk.web.packing import packed
from kiosk.web.site import Where, site_files


def export(settings_path: str, folder: str, where: Where) -> int:
    """Write the files into a folder, each packed beside it for servers that send it so.

    Args:
        settings_path: The settings file, or nothing for the defaults.
        folder: Where to; it is made, and files of other names in it stay.
        where: Where leaving leads, and who takes forms.

    Returns:
        The exit code.
    """
    try:
        files = site_files(load_catalogue(load_settings(settings_path)), where, local_time().date())
        target = Path(folder)
        target.mkdir(parents=True, exist_ok=True)
        for name, file in zip(files, map(packed, files.values()), strict=True):
            (target / name).write_bytes(file.plain)
            (target / f"{name}.gz").write_bytes(file.gzip)
            (target / f"{name}.br").write_bytes(file.brotli)
    except (SettingsError, ContentError) as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return FAULT
    except OSError as error:
        print(f"kiosk: {trouble_with(folder, error)}", file=sys.stderr)
        return FAULT
    print(f"The kiosk is in {target.resolve()}, {len(files)} files.")
    return 0
