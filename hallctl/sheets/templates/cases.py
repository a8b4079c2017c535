"""The template of cases and of what happened to them."""

from hallctl.sheets.templates import DAY, INSTANT, Field, Page, Template

STEPS = (
    "补交材料", "再次告知", "提醒", "部门审定", "暂停计时", "恢复计时", "延期", "改类", "呈报", "转办", "反馈",
    "告知去处", "撤回", "恢复办理", "移交", "收费", "领取", "代领", "评价", "回访", "整改",
)  # fmt: skip

CASES = (
    Field(
        "编号", 13, "自己的流水号，不重复；再次导入靠它认出同一办件", "K-2026-001", required=True
    ),
    Field("事项", 16, "事项名称或编码；不属受理范围的改填事由", "在读证明", offered="items"),
    Field("事由", 14, "没有对应事项时写来办什么"),
    Field("学号", 13, "申请人的学号或工号", "0250200002", required=True),
    Field("姓名", 9, "申请人姓名", "艾二宁"),
    Field("电话", 15, "申请人电话", "199-0000-0102"),
    Field("窗口", 15, "不填为事项所在窗口", offered="windows"),
    Field("经办人", 13, "学号或工号；不填为当时值班人，再为窗口负责人"),
    Field("首问人", 13, "不填为经办人"),
    Field("受理时间", 17, "年月日和时间", "2026-11-24 09:05", required=True, form=INSTANT),
    Field("缺少材料", 16, "不齐时写出全部缺项，用顿号分开"),
    Field("承诺回复日期", 13, "只用于不属受理范围的", form=DAY),
    Field("办件类型", 12, "不填为事项的类型", choices=("即办件", "承诺件", "校级研究件", "上报件")),
    Field("承诺天数", 9, "不填为事项的时限"),
    Field("办结时间", 17, "未办结的不填", "2026-11-24 09:10", form=INSTANT),
    Field("结果", 10, "填了办结时间的必填", "办结", choices=("办结", "不予办理")),
    Field("备注", 16, "不予办理的写理由"),
)

HAPPENED = (
    Field("编号", 15, "与办件表的编号一致，或大厅的办件编号", "K-2026-001", required=True),
    Field("步骤", 12, "从下拉表选择", "领取", required=True, choices=STEPS),
    Field("时间", 18, "年月日和时间", "2026-11-24 09:20", required=True, form=INSTANT),
    Field("对方", 15, "部门、批准人、校领导、答复人、领取人或接办人", "艾二宁"),
    Field("审定人", 12, "部门审定人或收款人"),
    Field("材料", 16, "补来的或再次告知的材料，用顿号分开"),
    Field("原因", 16, "暂停计时的原因代码"),
    Field("办件类型", 12, "改类时填写", choices=("即办件", "承诺件", "校级研究件", "上报件")),
    Field("天数", 8, "延期或改类的工作日数"),
    Field("截止日期", 13, "转办承诺回复或暂停到哪一天", form=DAY),
    Field("审定结果", 11, "部门审定时填写", choices=("同意", "不同意")),
    Field("金额", 10, "收费时填写"),
    Field("票据号", 12, "收费时必填"),
    Field(
        "评价", 13, "评价时填写", choices=("非常满意", "满意", "基本满意", "不满意", "非常不满意")
    ),
    Field("说明", 18, "理由、结果等"),
)

LEVELS = ("非常满意", "满意", "基本满意", "不满意", "非常不满意")

RATINGS = (
    Field("序号", 9, "答卷的序号，不重复；再次导入靠序号和提交时间认出同一份", "1", required=True),
    Field("提交答卷时间", 19, "年月日和时间", "2026-11-24 09:20", required=True, form=INSTANT),
    Field("窗口", 18, "窗口编号或名称", "综合事务窗口", required=True, offered="windows"),
    Field("满意度", 14, "从下拉表选择；也可写5至1", "满意", required=True, choices=LEVELS),
    Field("意见建议", 40, "不写姓名、电话；长数字和邮箱导入时去掉", "排队时间短些更好"),
)

TEMPLATES = {
    "cases": Template(
        "办件", (Page("办件", "办件登记表", CASES), Page("办理步骤", "办件办理步骤表", HAPPENED)),
        "办件每件一行；受理之后的事另填办理步骤，每步一行，没有的不填。缺少材料空着即为材料齐全。",
        "hallctl case import",
    ),
    "ratings": Template(
        "服务评价", (Page("服务评价", "服务评价登记表（不记名）", RATINGS),),
        "纸质评价单、意见箱的评价照此登记，一份一行；问卷星等导出的表不必照此改，可直接导入。",
        "hallctl rating import",
    ),
}  # fmt: skip
