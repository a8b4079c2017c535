"""``hallctl item``: one file per verb, each imported when it is used."""

from hallctl.commands.lazy import Place, lazy_app
from hallctl.messages import _

app = lazy_app(
    {
        "import": Place("item.importing", _("Record the items of spreadsheets, with their papers.")),
        "list": Place("item.listing", _("List the items.")),
        "show": Place("item.showing", _("Show everything the catalogue holds about one item.")),
        "check": Place(
            "item.checking", _("Check the catalogue, or note that it was looked at; exit 8 with findings.")
        ),
        "retire": Place(
            "item.retiring", _("Do not offer an item from a day on; open cases go on."), "retire_app"
        ),
        "restore": Place("item.retiring", _("Offer a retired item again."), "restore_app"),
        "export": Place("item.exporting", _("Write the guide: a workbook to print, or one web page.")),
    },
    _("The catalogue of service items (Art. 4, 9)."),
)  # fmt: skip
