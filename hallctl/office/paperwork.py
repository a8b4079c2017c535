"""What every official paper of the hall carries: its fonts, its moment, who prepared it."""

from datetime import date, datetime, timedelta

from hallctl.office.hall import Hall
from hallctl.reports import Fonts
from hallctl.store import entries, people


def fonts(hall: Hall, day: date) -> Fonts:
    """The fonts of official papers by the settings of a day."""
    law = hall.law.on(max(day, hall.facts.effective_from))
    return Fonts(law["fonts.title"], law["fonts.heading"], law["fonts.body"])


def over_on(hall: Hall) -> date:
    """The last day that is over at the clock of the hall."""
    return hall.today - timedelta(days=1)


def head_at(hall: Hall) -> datetime:
    """When the newest entry was made: up to then the data go, whenever a paper is printed."""
    head = entries.head(hall.db)
    return datetime.fromisoformat(head.at) if head else hall.now


def officer_name(hall: Hall) -> str:
    """Who prepares the papers; empty while the roster names no officer."""
    officer = people.person(hall.db, hall.officer_no, hall.today) if hall.officer_no else None
    return officer.name if officer else ""
