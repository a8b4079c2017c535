"""Templates of what the hall offers: its windows, and its items with their papers."""

from hallctl.sheets.templates import DAY, Field, Page, Template

FROM_ON = Field("生效日期", 13, "新设的不填为办法施行日；变更不填为导入当天", form=DAY)

WINDOWS = (
    Field("窗口编号", 13, "不重复，启用后不改", "W90", required=True),
    Field("窗口名称", 24, "挂在窗口上的名称", "档案服务窗口", required=True),
    Field("部门", 24, "对应的职能部门", "学生工作部"),
    Field("业务类别", 18, "从下拉表选择，也可写新的类别", "综合事务", offered="categories"),
    FROM_ON,
)

ITEMS = (
    Field("事项编码", 11, "不重复，启用后不改", "SX900", required=True),
    Field("事项名称", 17, "学生看得懂的名称", "学籍档案查阅", required=True),
    Field("类别", 12, "从下拉表选择，也可写新的类别", "综合事务", offered="categories"),
    Field("窗口", 15, "办理窗口的名称或编号；新事项必填", "综合事务窗口", offered="windows"),
    Field("办件类型", 12, "从下拉表选择", "承诺件", required=True,
          choices=("即办件", "承诺件", "校级研究件", "上报件")),
    Field("承诺时限", 10, "工作日数；即办件写“当场”或不填", "3"),
    Field("涉及部门", 16, "、为同时办理，→ 为依次办理；部门自己的时限写在括号里", "学生工作部(1)→教务处(2)"),
    Field("设定依据", 14, "文件名称和条款", "学生管理规定"),
    Field("申办条件", 14, "谁、什么情况可以办", "在籍学生"),
    Field("申报材料", 16, "每行一份；已填材料清单的不填；不需要材料写“无”"),
    Field("办理程序", 16, "一步一行", "申请、审核、查阅"),
    Field("收费依据", 11, "收费的写文件名称"),
    Field("收费标准", 11, "不收费写“不收费”", "不收费"),
    FROM_ON,
)  # fmt: skip

PAPERS = (
    Field("事项编码", 12, "与事项表一致", "SX900", required=True),
    Field("材料名称", 24, "一份材料一行", "档案查阅申请表", required=True),
    Field("必需", 8, "是或否；不填为是", "是", choices=("是", "否")),
    Field("份数", 9, "数字", "1"),
    Field(
        "原件/复印件",
        14,
        "从下拉表选择",
        "原件",
        choices=("原件", "复印件", "原件及复印件", "电子件"),
    ),
    Field("要求", 28, "怎样才算合格", "辅导员签字"),
    Field("获取途径", 28, "到哪里、怎样取得", "综合事务窗口领取"),
)

TEMPLATES = {
    "windows": Template(
        "窗口", (Page("窗口", "办事窗口一览表", WINDOWS, 40),),
        "每个窗口一行，先于花名册和事项目录导入。", "hallctl window import",
    ),
    "items": Template(
        "事项目录", (Page("事项", "服务事项目录表", ITEMS), Page("材料清单", "申报材料明细表", PAPERS, 200)),
        "事项每个一行，材料清单每份材料一行；一次告知单照材料清单打印。承诺时限不得超过办法规定的上限。",
        "hallctl item import",
    ),
}  # fmt: skip
