"""How people read the JSON keys of the reports of a period."""

from hallctl.messages import N_

PERIOD_LABELS = {
    "above_month": N_("Above the month's limit"),
    "above_week": N_("Above the week's limit"),
    "cases_withdrawn": N_("Cases withdrawn"),
    "completion_rate": N_("Completion rate"),
    "coverage_rate": N_("Coverage rate"),
    "due_next": N_("Due next"),
    "early_rate": N_("Early rate"),
    "gap_minutes": N_("Minutes uncovered"),
    "gaps": N_("Gaps in coverage"),
    "hours": N_("Hours counted"),
    "mean_workdays_gross": N_("Mean working days, gross"),
    "mean_workdays_net": N_("Mean working days, net"),
    "meetings": N_("Meetings and trainings"),
    "papers_missing": N_("Sheets, logs, sign-outs missing"),
    "people_served": N_("People served"),
    "planned_minutes": N_("Min. planned"),
    "stability_rate": N_("Stability rate"),
    "students": N_("Students"),
    "unproven": N_("Half-punched shifts"),
}
