using OpsHub.Domain.Calendars;

namespace OpsHub.Domain.Tests.Calendars;

/// <summary>What people read, word for word, in both languages.</summary>
public sealed class ExplainTests
{
    [Fact]
    public void A_plain_term_names_its_opening_its_days_its_due_its_clause_and_its_calendar() => Reads(
        Given.Plan("2026-10-08 10:00"),
        "「制定协商方案」（责任主体：社区议事会）自 2026-10-08 10:00 起算（留痕第 3 条）；时限 2 个工作日，起算当日不计，最后一日 24:00 截止；"
        + "计入 2026-10-09（周五）、2026-10-10（周六，国庆节调休上班）；截止 2026-10-10 24:00。"
        + "依据：文件规定，C035 二(四)2。日历：国办发明电〔2025〕7号。",
        "\"making the consultation plan\" (holder: 社区议事会) runs from 2026-10-08 10:00 (trace entry 3); 2 working days, the opening day not counted, to 24:00 of the last day; "
        + "counted: 2026-10-09 (Fri), 2026-10-10 (Sat, make-up working day of National Day); due 2026-10-10 24:00. "
        + "Basis: the policy's text, C035 二(四)2. Calendar: 国办发明电〔2025〕7号.");

    [Fact]
    public void Days_off_in_between_are_named_with_their_festival() => Reads(
        Given.Plan("2026-09-30 10:00"),
        "「制定协商方案」（责任主体：社区议事会）自 2026-09-30 10:00 起算（留痕第 3 条）；时限 2 个工作日，起算当日不计，最后一日 24:00 截止；"
        + "计入 2026-10-08（周四）、2026-10-09（周五）；不计 2026-10-01 至 2026-10-07（国庆节）；截止 2026-10-09 24:00。"
        + "依据：文件规定，C035 二(四)2。日历：国办发明电〔2025〕7号。",
        "\"making the consultation plan\" (holder: 社区议事会) runs from 2026-09-30 10:00 (trace entry 3); 2 working days, the opening day not counted, to 24:00 of the last day; "
        + "counted: 2026-10-08 (Thu), 2026-10-09 (Fri); not counted: 2026-10-01 to 2026-10-07 (National Day); due 2026-10-09 24:00. "
        + "Basis: the policy's text, C035 二(四)2. Calendar: 国办发明电〔2025〕7号.");

    [Fact]
    public void An_assumed_limit_in_working_hours_says_that_both_are_our_default() => Reads(
        Terms.Open("handle", "处置", "城管执法站", Given.Local("2026-07-10 16:40"), 8, new(4, BudgetUnit.WorkingHours), Given.CaseBasis, Given.Calendar, WorkingHours.Default),
        "「处置」（责任主体：城管执法站）自 2026-07-10 16:40 起算（留痕第 8 条）；时限 4 个工作小时，工作时间 09:00-12:00, 13:00-18:00（本系统默认值，参数 WorkingHours），进位至整分；"
        + "计入 2026-07-10（周五，1 小时 20 分）、2026-07-13（周一，2 小时 40 分）；不计 2026-07-11 至 2026-07-12（周末）；截止 2026-07-13 11:40。"
        + "依据：本系统默认值（参数 CaseSLA），文件未规定期限；相关条款 G022 三(五)。日历：国办发明电〔2025〕7号。",
        "\"handling\" (holder: 城管执法站) runs from 2026-07-10 16:40 (trace entry 8); 4 working hours, working hours 09:00-12:00, 13:00-18:00 (our default (assumed), parameter WorkingHours), rounded up to the full minute; "
        + "counted: 2026-07-10 (Fri, 1 h 20 min), 2026-07-13 (Mon, 2 h 40 min); not counted: 2026-07-11 to 2026-07-12 (weekend); due 2026-07-13 11:40. "
        + "Basis: our default (assumed), parameter CaseSLA, the text gives no limit; related clause G022 三(五). Calendar: 国办发明电〔2025〕7号.");

    [Fact]
    public void Suspension_resumption_extension_and_completion_are_told_in_order()
    {
        var term = Given.Plan("2026-10-08 10:00");
        term = Terms.Suspend(term, Given.Local("2026-10-09 09:30"), 5, "等待鉴定", Given.Calendar);
        term = Terms.Resume(term, Given.Local("2026-10-10 15:00"), 6, "鉴定完成", Given.Calendar);
        term = Terms.Extend(term, Given.Local("2026-10-12 08:00"), 7, "情况复杂", 1, Given.Calendar);
        term = Terms.Complete(term, Given.Local("2026-10-15 00:00"));

        Reads(term,
            "「制定协商方案」（责任主体：社区议事会）自 2026-10-08 10:00 起算（留痕第 3 条）；时限 2 个工作日，起算当日不计，最后一日 24:00 截止；"
            + "计入 2026-10-12（周一）、2026-10-13（周二）、2026-10-14（周三）；不计 2026-10-11（周末）；"
            + "2026-10-09 09:30 中止（留痕第 5 条，理由：等待鉴定）；"
            + "2026-10-10 15:00 恢复（留痕第 6 条，理由：鉴定完成；原截止 2026-10-10 24:00，改为 2026-10-13 24:00）；"
            + "2026-10-12 08:00 延长 1 个工作日（留痕第 7 条，理由：情况复杂；原截止 2026-10-13 24:00，改为 2026-10-14 24:00）；"
            + "截止 2026-10-14 24:00。已于 2026-10-15 00:00 办结，逾期。依据：文件规定，C035 二(四)2。日历：国办发明电〔2025〕7号。",
            "\"making the consultation plan\" (holder: 社区议事会) runs from 2026-10-08 10:00 (trace entry 3); 2 working days, the opening day not counted, to 24:00 of the last day; "
            + "counted: 2026-10-12 (Mon), 2026-10-13 (Tue), 2026-10-14 (Wed); not counted: 2026-10-11 (weekend); "
            + "2026-10-09 09:30 suspended (trace entry 5, reason: 等待鉴定); "
            + "2026-10-10 15:00 resumed (trace entry 6, reason: 鉴定完成; due was 2026-10-10 24:00, became 2026-10-13 24:00); "
            + "2026-10-12 08:00 extended by 1 working day (trace entry 7, reason: 情况复杂; due was 2026-10-13 24:00, became 2026-10-14 24:00); "
            + "due 2026-10-14 24:00. Done 2026-10-15 00:00, late. Basis: the policy's text, C035 二(四)2. Calendar: 国办发明电〔2025〕7号.");
    }

    [Fact]
    public void A_suspended_term_says_what_is_left_and_no_due()
    {
        var term = Terms.Suspend(Given.Plan("2026-10-08 10:00"), Given.Local("2026-10-10 09:30"), 5, "等待鉴定", Given.Calendar);

        var zh = Terms.Explain(term, Given.Calendar, Language.Zh);
        zh.ShouldContain("计入 2026-10-09（周五）；");
        zh.ShouldContain("现已中止，尚余 1 个工作日，截止时间待恢复后推算。");
        zh.ShouldNotContain("；截止 2026");
        Terms.Explain(term, Given.Calendar, Language.En).ShouldContain("suspended now, 1 working day left, the due follows when it resumes.");
    }

    [Fact]
    public void A_provisional_term_says_so_and_where_the_calendar_ends()
    {
        var term = Given.Plan("2026-12-30 10:00");

        Terms.Explain(term, Given.Calendar, Language.Zh).ShouldContain("暂定：官方日历只到 2026-12-31，未覆盖的日期按周一至周五推算，载入后重新推算。");
        Terms.Explain(term, Given.Calendar, Language.En).ShouldContain("Provisional: the official calendar ends at 2026-12-31;");
        Terms.Explain(Given.Plan("2026-10-08 10:00"), Given.Calendar, Language.Zh).ShouldNotContain("暂定");
    }

    [Fact]
    public void A_calendar_loaded_since_is_not_hidden()
    {
        var term = Given.Plan("2026-12-30 10:00");
        var loaded = Given.Calendar.With(2027, [new(Given.Day("2027-01-01"), DayKind.Holiday, "元旦", 2027, "notice")]);

        Terms.Explain(term, loaded, Language.Zh).ShouldContain("按现行日历应为 2027-01-04 24:00，尚未重新推算。");
        Terms.Explain(Terms.Reproject(term, loaded, term.OpenedAt, 9, "载入2027年日历"), loaded, Language.Zh)
            .ShouldContain("按第 2 版日历重新推算（留痕第 9 条，理由：载入2027年日历；原截止 2027-01-01 24:00，改为 2027-01-04 24:00）");
    }

    [Fact]
    public void Same_or_next_day_is_explained_as_calendar_time()
    {
        var term = Given.Open(Given.Local("2026-09-30 20:00"), TermBudget.SameOrNextDay);

        Terms.Explain(term, Given.Calendar, Language.Zh).ShouldContain("时限为当日或者次日，按日历日计，遇休假日不顺延，最后一日 24:00 截止；截止 2026-10-01 24:00。");
        Terms.Explain(term, Given.Calendar, Language.En).ShouldContain("the same or the next calendar day, no roll over days off, to 24:00 of the last day; due 2026-10-01 24:00.");
    }

    private static void Reads(Term term, string zh, string en)
    {
        Terms.Explain(term, Given.Calendar, Language.Zh).ShouldBe(zh);
        Terms.Explain(term, Given.Calendar, Language.En).ShouldBe(en);
    }
}
