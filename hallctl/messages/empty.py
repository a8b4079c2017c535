"""What to do next when a list is empty, by the command that listed nothing."""

NEXT = {
    "appraise annual": "hallctl appraise week last --publish",
    "appraise merit": "hallctl appraise week last --publish",
    "appraise stars": "hallctl appraise week last --publish",
    "appraise term": "hallctl appraise week last --publish",
    "appraise week": "hallctl roster import FILE",
    "attendance show": "hallctl duty import FILE",
    "case list": "hallctl case open --item ITEM --applicant-no NO",
    "complaint list": "hallctl complaint open --channel phone",
    "credit list": "hallctl credit propose --staff NO --kind attitude",
    "duty list": "hallctl duty import FILE",
    "item list": "hallctl item import FILE",
    "log list": "hallctl log add",
    "meeting list": "hallctl meeting add",
    "policy history": "hallctl policy list",
    "rating list": "hallctl rating import FILE",
    "roster list": "hallctl roster import FILE",
    "tally list": "hallctl tally set WINDOW visit=N enquiry=N",
    "term list": "hallctl term add 2026-2027-1 --week1 MONDAY --weeks N",
    "window list": "hallctl window import FILE",
}
