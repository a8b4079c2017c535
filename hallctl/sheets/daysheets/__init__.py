"""The window's day sheet (窗口日报表): written ready to fill in, read back row by row."""

FORM = "窗口日报表"
WINDOW, ON, COUNTS = "窗口编号", "日期", "来访咨询计数"
"""Labels by which a filled sheet says what it is about."""

KINDS = {"visit": "来访", "enquiry": "咨询", "phone": "电话", "online": "线上"}
"""How what is counted is called; the college's own kinds are called as they are."""

RESULTS = {
    "当场办结": "done", "受理": "accepted", "补齐": "supplied", "办结": "completed", "不予办理": "refused",
    "撤回": "withdrawn",
}  # fmt: skip
"""What can have become of somebody at the window."""

KEY = "行号（勿改）"
"""The hidden column that tells a row again when the sheet is sent once more."""
