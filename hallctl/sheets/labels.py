"""What the leadership reads for each code: labels, definitions, sentences. Official forms are Chinese."""

from typing import NamedTuple

from hallctl.guide import TIER as ITEM_TIER


class Label(NamedTuple):
    """A figure's name, its unit and the one sentence that defines it."""

    name: str
    unit: str
    definition: str


FIGURES = {
    "due": Label("应到班次", "班", "当月已到结算时点的值班班次，换出的不计"),
    "attended": Label("实到班次", "班", "应到班次减缺勤减请假；迟到、漏打卡的计入实到，另列异常"),
    "late": Label("迟到", "班", "签到晚于上班时间的班次，按整分钟比较，漏签退的同样计入"),
    "early": Label("早退", "班", "签退早于下班时间的班次"),
    "missing": Label("未签到或未签退", "班", "只有一次打卡的班次"),
    "absent": Label("缺勤", "班", "无任何打卡且无请假的班次"),
    "leave": Label("请假", "班", "经批准的事假、病假、公假班次"),
    "leave_personal": Label("其中：事假", "班", "经批准的事假班次"),
    "leave_sick": Label("其中：病假", "班", "经批准的病假班次"),
    "leave_official": Label("其中：公假", "班", "经批准的公假班次"),
    "swaps": Label("换出班次", "班", "经批准由他人代值的班次，原值班人不考核"),
    "substitutes": Label("替班班次", "班", "代他人值的班次，由代值人受考核"),
    "minutes_served": Label("在岗时长", "分钟", "班次时间内的在岗分钟数，提前到岗和延后离岗不计"),
    "attendance_rate": Label("出勤率", "%", "实到班次÷应到班次，请假留在分母内"),
    "presence_rate": Label("到岗率", "%", "实到班次÷（应到班次－请假班次）"),
    "cases_opening": Label("期初在办", "件", "上月末已受理未办结的办件"),
    "cases_accepted": Label("当月受理", "件", "当月材料齐全受理的办件"),
    "cases_completed": Label("当月办结", "件", "当月办结的办件"),
    "cases_refused": Label("不予办理", "件", "当月说明理由后不予办理的办件"),
    "cases_withdrawn": Label("撤回", "件", "当月由申请人撤回的办件"),
    "cases_open": Label("期末在办", "件", "期初在办＋当月受理－当月办结－不予办理－撤回"),
    "cases_late": Label("超期", "件", "当月超过应办结日期办结的，加月末已超期未办结的"),
    "completion_rate": Label("办结率", "%", "当月办结÷当月受理，含上月结转，可大于100%"),
    "on_time_rate": Label("按期办结率", "%", "应办结日期在当月的办件中按期办结的比例，期限内撤回的不计"),
    "early_rate": Label("提前办结率", "%", "当月办结（即办件除外）中早于应办结日期的比例"),
    "instant_rate": Label("当日办结率", "%", "当月受理的办件中当日办结的比例"),
    "mean_workdays_net": Label("平均办理时长（净）", "工作日", "受理至办结的工作日，扣除暂停，即办件除外"),
    "mean_workdays_gross": Label("平均办理时长（毛）", "工作日", "受理至办结的工作日，不扣除暂停，即办件除外"),
    "saved_time_rate": Label("时限压缩率", "%", "1－实际用时合计÷承诺时限合计，即办件除外"),
    "one_notice_rate": Label("一次告知率", "%", "需补材料的办件中只告知一次的比例"),
    "cases_rated": Label("评价件数", "件", "当月由申请人评价的办件，未评价的不计、不默认好评"),
    "survey_answers": Label("问卷评价", "份", "当月提交的不记名问卷中评价了窗口的答卷"),
    "satisfaction_rate": Label("满意率", "%", "满意的评价÷（评价件数＋问卷评价），通常基本满意起算（以当日设置为准）"),
    "bad_ratings": Label("差评", "件", "当月办件评价中不满意的（起点以当日设置为准）"),
    "survey_bad": Label("问卷差评", "份", "当月问卷评价中不满意的，不记名，无整改期限"),
    "bad_ratings_fixed_rate": Label("差评按期整改率", "%", "整改期限在当月届满的差评中，按期整改的比例"),
    "complaints_received": Label("收到投诉", "件", "当月收到的投诉举报，含转学生工作部的"),
    "complaints_replied": Label("答复投诉", "件", "当月答复的投诉举报"),
    "complaints_substantiated": Label("其中：属实", "件", "当月查明属实或部分属实的投诉举报"),
    "complaints_late": Label("超期未答复", "件", "当月超过答复期限才答复的，加月末超期未答复的"),
    "complaints_on_time_rate": Label("投诉按期答复率", "%", "答复期限在当月的投诉中按期答复的比例"),
}  # fmt: skip

STATUS = {
    "due": "未到时点", "given_away": "换出", "leave": "请假", "absent": "缺勤", "missing_in": "未签到",
    "missing_out": "未签退", "late": "迟到", "early": "早退", "present": "出勤", "left_post": "脱岗",
    "reversed": "签到签退颠倒", "excused": "已谅解",
}  # fmt: skip
LEAVE = {"personal": "事假", "sick": "病假", "official": "公假"}
TIER = {**ITEM_TIER, "outofscope": "不属受理范围"}
STATE = {
    "received": "已收件", "supplementing": "待补材料", "accepted": "在办", "paused": "暂停计时",
    "referred": "已转办", "completed": "办结", "refused": "不予办理", "withdrawn": "撤回", "told": "已告知去处",
}  # fmt: skip
LATENESS = {"early": "提前", "on_time": "按期", "late": "超期", "": ""}
VIOLATION = {"attitude": "服务态度差", "overdue": "未按时限办结"}
LEDGER = {"proposed": "拟扣", "confirmed": "已确认", "rejected": "不予认定", "reversed": "已冲销"}
MEETING = {"meeting": "会议", "training": "培训", "discussion": "讨论", "summary": "总结"}
ATTENDED = {"present": "出席", "excused": "请假", "absent": "缺席"}
ROLE = {"officer": "专职干事", "leader": "窗口负责人", "student": "窗口工作人员"}
WEEKDAY = "一二三四五六日"

MATTERS = {
    "dismissal": "{name}（{staff_no}）信誉分{balance}分，低于辞退线，请审定是否辞退（第三十二条）。",
    "vacancy": "{window}人员不足：缺负责人{leaders}人、窗口工作人员{students}人（第六条）。",
    "overdue": "{count}件办件已超期未办结，最长超期{days}个工作日（第二十七条），请督促办理。",
    "undecided": "{count}件超期联办件待部门审定（第八条），最早的是{case_no}（{item}），待{departments}。",
    "rectification": "{count}件差评逾期未回访或未整改（第三十三条），如{case_no}，请督促整改。",
    "none": "本月无需审定的事项。",
}
