"""Templates about people: the staff roster, the duty roster, punches typed in afterwards."""

from hallctl.sheets.templates import CLOCK, DAY, Field, Page, Template

ROSTER = (
    Field("学号/工号", 15, "每人唯一，照学校的编号写，开头的 0 不能丢", "0260100001", required=True),
    Field("姓名", 11, "与证件一致", "甄一鸣", required=True),
    Field("岗位", 15, "从下拉表选择；新人员必填", "窗口工作人员",
          choices=("专职干事", "窗口负责人", "窗口工作人员")),
    Field("窗口", 18, "窗口名称或编号；专职干事不填", "综合事务窗口", offered="windows"),
    Field("学院/部门", 18, "学生写学院，教职工写部门", "航空工程学院"),
    Field("班级", 15, "学生填写", "机电2601"),
    Field("手机", 16, "本人手机", "199-0000-0101"),
    Field("上岗日期", 13, "不填为导入当天", "2026-11-25", form=DAY),
    Field("离岗日期", 13, "在岗的不填", form=DAY),
)  # fmt: skip

DUTY = (
    Field("日期", 14, "值班那一天", "2026-12-09", required=True, form=DAY),
    Field("班次", 16, "从下拉表选择；写了开始和结束的可不填", "上午", offered="shifts"),
    Field("开始", 11, "不按班次值班时填写", form=CLOCK),
    Field("结束", 11, "不按班次值班时填写", form=CLOCK),
    Field("窗口", 22, "窗口名称或编号", "综合事务窗口", required=True, offered="windows"),
    Field(
        "学号/工号", 20, "值班人的编号；姓名在大厅里唯一时也可写姓名", "0240601001", required=True
    ),
)

PUNCHES = (
    Field("学号/工号", 20, "签到人的编号", "0240601001", required=True),
    Field("日期", 16, "签到那一天", "2026-11-30", required=True, form=DAY),
    Field("时间", 13, "24 小时制", "08:25", required=True, form=CLOCK),
    Field("签到/签退", 14, "从下拉表选择；不填由先后推断", "签到", choices=("签到", "签退")),
)

TEMPLATES = {
    "roster": Template(
        "花名册", (Page("花名册", "大厅工作人员花名册", ROSTER),),
        "每人一行。没有的列可以整列删去，原有内容不变；留着列而单元格空着，会清除该人原有内容。"
        "文件里没有的人照旧在岗，离岗请填离岗日期。", "hallctl roster import",
    ),
    "duty": Template(
        "值班表", (Page("值班表", "大厅值班表", DUTY),),
        "每人每班一行。班次与开始、结束二者填一种。导入即发布；要让文件成为那几天的全部安排，加 --replace。",
        "hallctl duty import",
    ),
    "punches": Template(
        "签到补录", (Page("签到补录", "签到签退补录表", PUNCHES),),
        "每次签到或签退一行。同一记录导入两次不会重复。", "hallctl attendance import",
    ),
}  # fmt: skip
