"""Definitions of what the sheets print beside the figures of the month: every one is told on the last sheet."""

from typing import NamedTuple

from hallctl.sheets.labels import Label


class Other(NamedTuple):
    """What a figure of a sheet means, the article it serves, and where it stands."""

    label: Label
    article: str
    sheet: str


SHIFTS, EXCEPTIONS, CASES, DEFINITIONS = "值班明细", "异常", "办件台账", "指标口径与审计"
PEOPLE, COVERAGE, BUSY, SERVICE, LATE, COMPLAINTS = (
    "人员汇总", "空岗", "服务情况", "办件统计", "超期清单", "投诉分析",
)  # fmt: skip

OTHERS = {
    "stability_rate": Other(
        Label("人员稳定率", "%", "当月自始至终在同一窗口任职的人数÷当月任过职的人数（负责人与学生工作人员）"),
        "14", PEOPLE),
    "planned_gap": Other(
        Label("计划空岗", "分钟", "窗口开放时间内，值班表上没有人的分钟数；已批准的请假扣除"),
        "22", COVERAGE),
    "actual_gap": Other(
        Label("实际空岗", "分钟", "窗口开放时间内，按签到签退没有人在岗的分钟数；漏打一次卡的按班次起止计"),
        "14", COVERAGE),
    "coverage_rate": Other(
        Label("覆盖率", "%", "窗口开放时间内有人的分钟数÷开放分钟数；计划按值班表，实际按签到签退"),
        "22", COVERAGE),
    "tallied": Other(
        Label("来访咨询计数", "次", "各窗口逐日登记的计数合计，不记姓名；未登记的日子不推算"),
        "24", BUSY),
    "received": Other(
        Label("收件", "件", "当月收到的申请，不论是否受理；时段按收件时刻的钟点计，事项按收件数排列"),
        "24", BUSY),
    "overdue_workdays": Other(
        Label("超期工作日", "个", "自最迟应办结（应回复、应整改）日期次日起，至完成日或月末的工作日"),
        "27", LATE),
    "accepted_in_time_rate": Other(
        Label("投诉按期受理率", "%", "当月收到的投诉中按期受理的÷已受理或受理期限已过的"),
        "33", COMPLAINTS),
    "answered_in_time_rate": Other(
        Label("当月投诉按期答复率", "%", "当月收到的投诉中按期答复的÷已答复或答复期限已过的"),
        "33", COMPLAINTS),
    "pending": Other(Label("未答复", "件", "当月收到、至月末尚未答复的投诉，转学生工作部的不计"),
        "33", COMPLAINTS),
}  # fmt: skip
"""Every figure that only these sheets print, by its code."""
