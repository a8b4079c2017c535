"""How long somebody has been gone, and what still goes on about somebody: asked before data are removed."""

import sqlite3
from datetime import date

_MINE = """
SELECT case_no FROM case_file WHERE applicant_no = :no
UNION SELECT case_no FROM case_event WHERE applicant_no = :no
"""
"""The cases of an applicant, also those where somebody corrected who applied."""

_LAST_DAYS = f"""
SELECT max(day) FROM (
  SELECT max(ended_on) AS day FROM assignment WHERE staff_no = :no AND voided_by IS NULL
  UNION ALL SELECT max(last_on) FROM departure WHERE staff_no = :no AND voided_by IS NULL
  UNION ALL SELECT max(on_date) FROM duty_shift WHERE staff_no = :no AND voided_by IS NULL
  UNION ALL SELECT max(substr(v.at, 1, 10)) FROM violation_event v JOIN violation o
    ON o.violation_no = v.violation_no WHERE o.staff_no = :no AND v.voided_by IS NULL
  UNION ALL SELECT max(closed_on) FROM case_now WHERE case_no IN ({_MINE}))
"""

_OPEN = f"""
SELECT 'post', coalesce(window_no, role) FROM assignment
  WHERE staff_no = :no AND voided_by IS NULL AND (ended_on IS NULL OR ended_on >= :today)
UNION SELECT 'shift', on_date FROM duty_shift
  WHERE staff_no = :no AND voided_by IS NULL AND on_date >= :today
UNION SELECT 'case', case_no FROM case_now WHERE closed_on IS NULL AND case_no IN ({_MINE})
UNION SELECT 'case', n.case_no FROM case_now n JOIN case_event e ON e.id = n.event_id
  WHERE n.closed_on IS NULL AND e.handler_no = :no
UNION SELECT 'rating', r.case_no FROM case_rating r JOIN case_now n ON n.case_no = r.case_no
  JOIN case_event e ON e.id = n.event_id
  WHERE (e.handler_no = :no OR r.case_no IN ({_MINE})) AND r.voided_by IS NULL
  AND r.fix_due_on IS NOT NULL AND NOT EXISTS (SELECT 1 FROM case_fix x
    WHERE x.case_rating_id = r.id AND x.step = 'fixed' AND x.voided_by IS NULL)
UNION SELECT 'complaint', c.complaint_no FROM complaint c LEFT JOIN case_file f ON f.case_no = c.case_no
  LEFT JOIN sealed_identity s ON s.complaint_no = c.complaint_no AND s.voided_by IS NULL
  WHERE c.voided_by IS NULL AND (:no IN (c.staff_no, f.applicant_no)
    OR s.name IN (SELECT applicant FROM case_file WHERE applicant_no = :no
      UNION SELECT name FROM staff_version WHERE staff_no = :no))
  AND c.about <> 'officer' AND NOT EXISTS (SELECT 1 FROM complaint_event e
    WHERE e.complaint_no = c.complaint_no AND e.kind = 'replied' AND e.voided_by IS NULL)
UNION SELECT 'violation', v.violation_no FROM violation v
  WHERE v.staff_no = :no AND v.voided_by IS NULL AND NOT EXISTS (SELECT 1 FROM violation_event e
    WHERE e.violation_no = v.violation_no AND e.voided_by IS NULL)
UNION SELECT 'appeal', a.violation_no FROM credit_appeal a JOIN violation v
  ON v.violation_no = a.violation_no WHERE v.staff_no = :no AND a.voided_by IS NULL
  AND NOT EXISTS (SELECT 1 FROM appeal_verdict t
    WHERE t.credit_appeal_id = a.id AND t.voided_by IS NULL)
ORDER BY 1, 2
"""

_EVERYBODY = """
SELECT staff_no FROM staff WHERE EXISTS (SELECT 1 FROM staff_version v WHERE v.staff_no = staff.staff_no)
UNION SELECT applicant_no FROM case_file
UNION SELECT applicant_no FROM case_event WHERE applicant_no IS NOT NULL
EXCEPT SELECT pseudonym FROM erasure ORDER BY 1
"""


def known(db: sqlite3.Connection, number: str) -> bool:
    """Whether a number is that of somebody on the roster, or of an applicant."""
    return (
        db.execute(f"SELECT 1 FROM ({_EVERYBODY}) WHERE staff_no = ?", (number,)).fetchone()
        is not None
    )


def everybody(db: sqlite3.Connection) -> list[str]:
    """The numbers of all whose data the file holds, staff and applicants."""
    return [row[0] for row in db.execute(_EVERYBODY)]


def last_day(db: sqlite3.Connection, number: str) -> date | None:
    """The last day of service, of a decision about points, or of a closed case; None without any."""
    found = db.execute(_LAST_DAYS, {"no": number}).fetchone()[0]
    return date.fromisoformat(found) if found else None


def open_acts(db: sqlite3.Connection, number: str, today: date) -> list[tuple[str, str]]:
    """What still goes on about somebody: its kind, and its number or place."""
    return [tuple(row) for row in db.execute(_OPEN, {"no": number, "today": today.isoformat()})]
