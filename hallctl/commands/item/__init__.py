"""``hallctl item``: one file per verb, each imported when it is used."""

from hallctl.commands.lazy import Place, lazy_app
from hallctl.messages import N_, _

app = lazy_app(
    {
        "import": Place("item.importing", N_("Record the items of spreadsheets, with their papers.")),
        "list": Place("item.listing", N_("List the items.")),
        "show": Place("item.showing", N_("Show everything the catalogue holds about one item.")),
        "check": Place(
            "item.checking", N_("Check the catalogue, or note that it was looked at; exit 8 with findings.")
        ),
        "export": Place("item.exporting", N_("Write the guide: a workbook to print, or one web page.")),
    },
    _("The catalogue of service items (Art. 4, 9)."),
)  # fmt: skip
