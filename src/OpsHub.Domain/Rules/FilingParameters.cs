using System.Collections.Immutable;
using OpsHub.Domain.Filings;

namespace OpsHub.Domain.Rules;

/// <summary>Every parameter of filings that can be changed (制度备案参数). All assumed until a source is named.</summary>
public static class FilingParameters
{
    /// <summary>The parameters, by name.</summary>
    public static readonly ImmutableSortedDictionary<string, ParameterOf<FilingRules>> All = new ParameterOf<FilingRules>[]
    {
        ParameterForm.Budget<FilingRules>("MeasuresFilingLimit", "A042", "实施办法报市委组织部、市编办备案时限", "Time to file implementing measures with the city's organisation department and establishment office",
            r => r.MeasuresFilingLimit, (r, b) => r with { MeasuresFilingLimit = b }),
        ParameterForm.Budget<FilingRules>("AssessmentMeasuresLimit", "A048", "制定考核及奖励办法时限", "Time for a county to make assessment and reward measures",
            r => r.AssessmentMeasuresLimit, (r, b) => r with { AssessmentMeasuresLimit = b }),
        ParameterForm.Budget<FilingRules>("DetailedRulesLimit", "A047", "职能部门、乡镇街道制定细则时限", "Time for departments and townships to make detailed rules",
            r => r.DetailedRulesLimit, (r, b) => r with { DetailedRulesLimit = b }),
        ParameterForm.Budget<FilingRules>("UnitListsLimit", "R019", "编制权力清单、责任清单和公共服务事项目录时限", "Time for a township's power list, responsibility list and directory of public services",
            r => r.UnitListsLimit, (r, b) => r with { UnitListsLimit = b }),
        Receiver("OrganisationReceiver", "市委组织部的部门代码，由其确认收悉", "Id of the city's organisation department, which confirms receipt", r => r.OrganisationReceiver, (r, id) => r with { OrganisationReceiver = id }),
        Receiver("EstablishmentReceiver", "由谁作为市编办确认收悉：Office 为市编办本身（默认），或者归口管理部门的代码，如 D01", "Who confirms receipt as the city's establishment office: Office is the office itself, by default; or the id of the department that administers it, such as D01",
            r => r.EstablishmentReceiver, (r, id) => r with { EstablishmentReceiver = id }),
        ParameterForm.Rungs<FilingRules>("Filings", "A042", "备案义务各期限的提醒和超期上报间隔", "Rungs of the terms of filings", r => r.Rungs, (r, o) => r with { Rungs = o }),
    }.ToImmutableSortedDictionary(p => p.Name, p => p, StringComparer.Ordinal);

    private static ParameterOf<FilingRules> Receiver(string name, string zh, string en, Func<FilingRules, string> read, Func<FilingRules, string, FilingRules> set) => new(
        name, "A042", "D01", zh, en, read, (r, text) => text.Length is > 0 and <= 20 && text.All(char.IsAsciiLetterOrDigit) ? set(r, text) : null);
}
