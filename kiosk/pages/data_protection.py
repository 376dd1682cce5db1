"""What becomes of an address, said before it is sent: who answers for it, why, and for how long.

It is what Article 13 of the UK GDPR asks for, in the words of the organisation where the settings
have them: https://www.legislation.gov.uk/eur/2016/679/article/13
"""

from collections.abc import Iterator

from kiosk.content.blocks import Block, heading, paragraph
from kiosk.pages.edition import Edition


def data_blocks(edition: Edition) -> Iterator[Block]:
    """The part of a form's last page that says so."""
    word, forms = edition.word, edition.settings.forms
    yield heading(word("data.title"))
    yield paragraph(word("data.who", who=forms.responsible or edition.settings.name))
    yield paragraph(word("data.why"))
    days = forms.keep_days
    yield paragraph(word("data.days", days=days) if days else word("data.long"))
    yield paragraph(word("data.rights"))
    if forms.privacy:
        yield paragraph(word("data.more", where=forms.privacy))
