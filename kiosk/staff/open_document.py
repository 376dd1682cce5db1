"""Rows as an OpenDocument sheet (.ods), of which no program has to guess letters or columns.

CSV says neither how its letters are written nor what parts its columns: Excel goes by the mark of
UTF-8, LibreOffice asks and remembers. Every cell is a text here, so that none can be a formula.
"""

import re
from collections.abc import Iterable
from typing import BinaryIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from kiosk.plain_file import with_newlines

_KIND = "application/vnd.oasis.opendocument.spreadsheet"
_NAMES = "urn:oasis:names:tc:opendocument:xmlns"
_MANIFEST = (
    f'<manifest:manifest xmlns:manifest="{_NAMES}:manifest:1.0" manifest:version="1.2">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_KIND}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)
_CONTENT = (
    f'<office:document-content xmlns:office="{_NAMES}:office:1.0" '
    f'xmlns:table="{_NAMES}:table:1.0" xmlns:text="{_NAMES}:text:1.0" office:version="1.2">'
    '<office:body><office:spreadsheet><table:table table:name="1">'
)
_END = "</table:table></office:spreadsheet></office:body></office:document-content>"
_NOT_IN_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_ods(file: BinaryIO, rows: Iterable[Iterable[object]]) -> None:
    """Write rows as a sheet that Excel, LibreOffice and others open."""
    lines = (f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>" for row in rows)
    with ZipFile(file, "w", ZIP_DEFLATED) as sheet:
        sheet.writestr("mimetype", _KIND, compress_type=0)  # first and plain: so is it known
        sheet.writestr("META-INF/manifest.xml", _MANIFEST)
        sheet.writestr("content.xml", f"{_CONTENT}{''.join(lines)}{_END}")


def _cell(value: object) -> str:
    text = _NOT_IN_XML.sub("", with_newlines(str(value)))
    lines = "".join(f"<text:p>{_line(line)}</text:p>" for line in text.split("\n"))
    return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'


def _line(line: str) -> str:
    """A line in which no blank is lost: several in a row have a sign of their own."""
    blanks = re.sub("^ +| {2,}", lambda run: f'<text:s text:c="{len(run[0])}"/>', escape(line))
    return blanks.replace("\t", "<text:tab/>")
