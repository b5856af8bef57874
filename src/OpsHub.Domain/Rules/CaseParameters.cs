using System.Collections.Immutable;
using System.Globalization;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;

namespace OpsHub.Domain.Rules;

/// <summary>A parameter of part 5.2 that cases go by (参数): its name, what it means, how its text is read and written.</summary>
/// <param name="Name">Name, as part 5.2 has it.</param>
/// <param name="Rule">Rule or row it belongs to.</param>
/// <param name="Form">How a value is written, for people.</param>
/// <param name="Zh">What it means, in Chinese.</param>
/// <param name="En">The same in English.</param>
/// <param name="Read">The value in force as text.</param>
/// <param name="Set">The rules with another value; null where the text is none.</param>
public sealed record CaseParameter(string Name, string Rule, string Form, string Zh, string En, Func<CaseRules, string> Read, Func<CaseRules, string, CaseRules?> Set);

/// <summary>Every parameter that can be changed. All are assumed until a source is named with a value.</summary>
public static class CaseParameters
{
    /// <summary>The parameters, by name.</summary>
    public static readonly ImmutableSortedDictionary<string, CaseParameter> All = new CaseParameter[]
    {
        Count("CaseMaxExtensions", "SM1.10", 0, 9, "处置期限最多延长次数", "How often a handling term may be extended", r => r.ExtensionsAllowed, (r, n) => r with { ExtensionsAllowed = n }),
        Count("MaxReturns", "T022", 1, 9, "退单几次后须召开协调会", "Returns after which a coordination meeting is needed", r => r.ReturnsBeforeMeeting, (r, n) => r with { ReturnsBeforeMeeting = n }),
        Count("EvaluateWindow", "SM1.18", 1, 365, "结案后可评价的日历天数", "Calendar days after closing in which a case may be evaluated", r => r.EvaluateWindowDays, (r, n) => r with { EvaluateWindowDays = n }),
        Count("ReopenWindow", "SM1.19", 1, 3650, "结案后可重开的日历天数", "Calendar days after closing in which a case may be opened again", r => r.ReopenWindowDays, (r, n) => r with { ReopenWindowDays = n }),
        Count("MaxSuspensionDays", "SM1", 1, 365, "单次中止最长日历天数", "The most calendar days that one suspension may last", r => r.MaxSuspensionDays, (r, n) => r with { MaxSuspensionDays = n }),
        Budget("UrgeReplyWithin", "SM1.U", "督办答复时限", "Time to answer an urging", r => r.UrgeReply, (r, b) => r with { UrgeReply = b }),
        Budget("ExtensionDecision", "SM1.11", "延期审批时限", "Time to decide on a request to extend", r => r.ExtensionDecision, (r, b) => r with { ExtensionDecision = b }),
        Budget("Coordination", "SM1.13", "协调时限", "Time to coordinate and assign parts", r => r.Coordination, (r, b) => r with { Coordination = b }),
        new("TownshipDelegated", "G018", "true | false", "县级指挥中心是否把派单、核查、结案委托给乡镇街道综治中心", "Whether the county centre has delegated dispatch, verification and closing to township centres",
            r => r.TownshipDelegated ? "true" : "false", (r, text) => bool.TryParse(text, out var flag) ? r with { TownshipDelegated = flag } : null),
        new(WorkingHours.Parameter, "G022", "09:00-12:00, 13:00-18:00", "工作时间", "Working hours of a working day",
            r => r.Hours.ToString(), (r, text) => RungText.Hours(text) is { } hours ? r with { Hours = hours } : null),
        new($"{RungOffsets.Parameter}/Ordinary", "G022", RungText.Form, "按日计算的期限的提醒和超期上报间隔", "Rungs of terms in days: due soon before, community, township and county after",
            r => RungText.Of(r.OrdinaryRungs), (r, text) => RungText.Read(text) is { } rungs ? r with { OrdinaryRungs = rungs } : null),
        new($"{RungOffsets.Parameter}/Urgent", "G022", RungText.Form, "按小时计算的期限和紧急案件的提醒和超期上报间隔", "Rungs of terms in hours and of emergencies",
            r => RungText.Of(r.UrgentRungs), (r, text) => RungText.Read(text) is { } rungs ? r with { UrgentRungs = rungs } : null),
    }.ToImmutableSortedDictionary(p => p.Name, p => p, StringComparer.Ordinal);

    private static CaseParameter Count(string name, string rule, int least, int most, string zh, string en, Func<CaseRules, int> read, Func<CaseRules, int, CaseRules> set) => new(
        name, rule, $"{least}-{most}", zh, en, r => read(r).ToString(CultureInfo.InvariantCulture),
        (r, text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? set(r, number) : null);

    private static CaseParameter Budget(string name, string rule, string zh, string en, Func<CaseRules, TermBudget> read, Func<CaseRules, TermBudget, CaseRules> set) => new(
        name, rule, "2 working-days | 8 working-hours | 24 hours | 30 calendar-days", zh, en, r => BudgetText.Of(read(r)), (r, text) => BudgetText.Read(text) is { } budget ? set(r, budget) : null);
}
