using OpsHub.Contracts.Assessments;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Doors.Consultations;

namespace OpsHub.Host.Doors.Assessments;

/// <summary>A line of a board as one actor sees it.</summary>
internal sealed record BoardLine(AgencyYearRow Row, YearSight Sight);

/// <summary>A scoreboard as an Excel file (计分榜): scores, evidence, components, what is missing. A figure that is missing or may not be read is an empty cell, and the
/// last column says why: neither is shown as 0.</summary>
internal static class ScoreboardBook
{
    private static readonly SheetColumn Number = new("序号", 6, CellFormat.Centred);
    private static readonly SheetColumn Agency = new("派驻机构", 28);

    public static byte[] Of(string of, int year, DateTimeOffset made, IReadOnlyList<BoardLine> lines, PaperNames names)
    {
        var title = $"{of}派驻机构{year}年度考核";
        var line = $"单位：{of}　　年度：{year}年　　制表时间：{PaperDates.Second(made)[..16]}　　范围：按查看人权限";
        return OfficeBook.Of(title + "计分榜", made, [Scores(title, line, lines, names), Evidence(title, line, lines, names), Components(title, line, lines, names), Owed(title, line, lines, names, made)]);
    }

    private static Sheet Scores(string title, string line, IReadOnlyList<BoardLine> lines, PaperNames names) => new("计分榜", title + "计分榜", line,
        [
            Number, Agency, new("派出部门", 20), new("驻地乡镇街道", 16), new("环节", 16, CellFormat.Centred), new("责任书", 9, CellFormat.Centred), new("目标", 7, CellFormat.Whole), new("已完成", 8, CellFormat.Whole),
            new("属地职责 L", 11, CellFormat.Score), new("满意度 S", 11, CellFormat.Score), new("法定职责 D", 11, CellFormat.Score), new("总分 T", 11, CellFormat.Score),
            new("乡镇部分得分率 R", 12, CellFormat.Share), new("得分状态", 10, CellFormat.Centred), new("机构等次", 9, CellFormat.Centred), new("负责人等次", 10, CellFormat.Centred), new("空格说明", 46),
        ],
        [.. lines.Select((l, i) => Score(l, i + 1, names))]);

    private static IReadOnlyList<object?> Score(BoardLine l, int number, PaperNames names)
    {
        var (row, forecast) = (l.Row, l.Sight.Of(l.Row.Forecast));
        var isFinal = row.Total is not null;
        return
        [
            $"{number}", names.Organ(row.Agency), names.Organ(row.Department), names.Unit(row.Host), AssessmentWording.Of(row.Stage), row.HasLetter ? "已签订" : "未签订", row.Targets, row.TargetsDone,
            forecast?.Duty, forecast?.Satisfaction, forecast?.Statutory, l.Sight.Totals ? row.Total ?? forecast?.Total : null, l.Sight.Rate ? row.TownshipRate ?? forecast?.TownshipRate : null,
            l.Sight.Awaits ? "未公布" : !l.Sight.Totals ? null : isFinal ? "已核定" : "预测", Grade(l, row.Grade), Grade(l, row.HeadGrade), Why(l, forecast),
        ];
    }

    private static string? Grade(BoardLine l, AssessmentGrade? grade) => l.Sight.Totals && grade is { } given ? AssessmentWording.Of(given) : null;

    // Not readable and not there yet are two things.
    private static string Why(BoardLine l, YearForecast? forecast)
    {
        if (forecast is null)
            return "得分：无权查看（仅可查看佐证）";
        if (l.Sight.Awaits)
            return $"L：{(forecast.Duty is null ? "佐证不全，不计分" : "仅按佐证计算")}；S、D、T：核定后公布";
        List<string> why =
        [
            .. l.Sight.Foresees ? [forecast.Duty is null ? "L：佐证不全，不计分" : "L：仅按佐证计算", "S：无权查看（限所服务的乡镇街道和县市区）"]
                : !l.Sight.Part ? [l.Sight.Own is null ? "L、S：无权查看（限所服务的乡镇街道和县市区）" : "L、S：本乡镇街道的见分项表，其他乡镇街道的无权查看"] : Array.Empty<string>(),
            .. l.Sight.Part && forecast.Duty is null ? ["L：佐证不全，不计分"] : Array.Empty<string>(),
            .. l.Sight.Part && forecast.Satisfaction is null ? ["S：测评未完成"] : Array.Empty<string>(),
            .. !l.Sight.Statutory ? ["D：无权查看（限派出部门和县市区）"] : forecast.Statutory is null ? ["D：派出部门未评分"] : Array.Empty<string>(),
            .. !l.Sight.Rate ? ["R：等同L，无权查看"] : Array.Empty<string>(),
            .. l.Row.Total is null && forecast.Total is null ? ["T：两方评分未齐"] : Array.Empty<string>(),
            .. l.Row.Grade is null ? ["等次：未评定"] : Array.Empty<string>(),
        ];
        return string.Join("；", why);
    }

    private static Sheet Evidence(string title, string line, IReadOnlyList<BoardLine> lines, PaperNames names) => new("佐证", title + "佐证", line,
        [
            Number, Agency, new("派单", 8, CellFormat.Whole), new("按时接单", 10, CellFormat.Whole), new("退单", 8, CellFormat.Whole), new("应办", 8, CellFormat.Whole), new("按时办结", 10, CellFormat.Whole),
            new("按时率", 10, CellFormat.Share), new("退回件", 8, CellFormat.Whole), new("返工", 8, CellFormat.Whole), new("督办", 8, CellFormat.Whole), new("应参加协调会", 10, CellFormat.Whole),
            new("已参加", 8, CellFormat.Whole), new("统计截至", 17, CellFormat.Instant), new("空格说明", 12),
        ],
        [.. lines.Select(l => (l.Row, Counted: l.Sight.Of(l.Row.EvidenceOf))).Select((l, i) => (IReadOnlyList<object?>)
        [
            $"{i + 1}", names.Organ(l.Row.Agency), l.Counted?.Dispatched, l.Counted?.Accepted, l.Counted?.Refused, l.Counted?.Due, l.Counted?.OnTime,
            l.Counted is not { Due: > 0 } some ? null : (decimal)some.OnTime / some.Due, l.Counted?.Returned, l.Counted?.Reworked, l.Counted?.Urged,
            l.Counted?.MeetingsCalled, l.Counted?.MeetingsAttended, l.Counted?.Through, l.Counted is null ? "尚未统计" : null,
        ])]);

    private static Sheet Components(string title, string line, IReadOnlyList<BoardLine> lines, PaperNames names) => new("分项", title + "属地职责分项", line,
        [
            Number, Agency, new("乡镇街道", 16), new("权重", 8, CellFormat.Score), new("考核内容", 28), new("完成数", 8, CellFormat.Whole), new("总数", 8, CellFormat.Whole), new("扣分", 7, CellFormat.Whole),
            new("计算值", 10, CellFormat.Score), new("调整值", 10, CellFormat.Score), new("调整理由", 30), new("现行值", 10, CellFormat.Score), new("折合总分", 10, CellFormat.Score), new("满分", 8, CellFormat.Score),
            new("提交", 8, CellFormat.Centred), new("空格说明", 20),
        ],
        [.. lines.SelectMany(l => (l.Sight.Of(l.Row.Forecast)?.Townships ?? []).SelectMany(t => t.Components.Select(c => (Line: l, Township: t, Component: c)))).Select((x, i) => (IReadOnlyList<object?>)
        [
            $"{i + 1}", names.Organ(x.Line.Row.Agency), names.Unit(x.Township.Township), x.Township.Weight, AssessmentWording.Of(x.Component.Component), x.Component.Figures?.Part, x.Component.Figures?.Of,
            x.Component.Figures?.Deducted, x.Component.Computed, x.Component.Adjusted?.Value, x.Component.Adjusted is { } adjusted ? names.Masked(adjusted.Reason) : null, x.Component.Standing, x.Component.Points,
            x.Component.Most, x.Township.IsSubmitted ? "已提交" : "未提交", x.Component.Figures is null ? "没有佐证" : null,
        ])]);

    private static Sheet Owed(string title, string line, IReadOnlyList<BoardLine> lines, PaperNames names, DateTimeOffset now) => new("欠缺事项", title + "欠缺事项", line,
        [Number, Agency, new("责任单位", 28), new("欠缺事项", 20), new("截止时间", 17, CellFormat.Instant), new("是否逾期", 10, CellFormat.Centred)],
        [.. lines.SelectMany(l => l.Row.Forecast.Owed.Select(o => (l.Row, Owed: o))).OrderBy(x => x.Owed.Due ?? DateTimeOffset.MaxValue).Select((x, i) => (IReadOnlyList<object?>)
        [
            $"{i + 1}", names.Organ(x.Row.Agency), names.Organ(x.Owed.By), AssessmentWording.OfOwed(x.Owed.What), x.Owed.Due, x.Owed.Due is not { } due ? null : due <= now ? "逾期" : "未到期",
        ])]);
}
