using System.Collections.Immutable;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Filings.FilingRefusals;

namespace OpsHub.Domain.Filings;

/// <summary>Putting documents on file (登记文件): measures name who does what until when, matters are classified, public services say who provides them. A045, A047, A048, R019, R028, R032.</summary>
internal static class FilingIssuing
{
    /// <summary>Most responsible units and steps of implementing measures.</summary>
    internal const int MostParts = 100;

    /// <summary>Most matters of a list.</summary>
    internal const int MostMatters = 500;

    internal static Decision<FilingEvent> Measures(UnitFilings s, IssueMeasures c, FilingPlace place, FilingContext x) =>
        (OfLevel(s, UnitLevel.County, "A042") ?? FilingAccess.Issues(x.Actor, FilingKind.ImplementingMeasures, default, place)
            ?? Paper(s, FilingKind.ImplementingMeasures, OrganCode.Of(s.Unit), c.Title, c.Number, "A042") ?? Responsible(c.Responsible, place) ?? Schedule(c.Schedule)) is { } refusal
            ? refusal
            : Issued(s, x, FilingKind.ImplementingMeasures, OrganCode.Of(s.Unit), c.Title, c.Number, responsible: c.Responsible, schedule: c.Schedule);

    internal static Decision<FilingEvent> AssessmentMeasures(UnitFilings s, IssueAssessmentMeasures c, FilingPlace place, FilingContext x) =>
        (OfLevel(s, UnitLevel.County, "A048") ?? FilingAccess.Issues(x.Actor, FilingKind.AssessmentMeasures, default, place)
            ?? Paper(s, FilingKind.AssessmentMeasures, OrganCode.Of(s.Unit), c.Title, c.Number, "A048")) is { } refusal
            ? refusal
            : Issued(s, x, FilingKind.AssessmentMeasures, OrganCode.Of(s.Unit), c.Title, c.Number);

    internal static Decision<FilingEvent> DetailedRules(UnitFilings s, IssueDetailedRules c, FilingPlace place, FilingContext x) =>
        (OfLevel(s, UnitLevel.County, "A047") ?? FilingAccess.Issues(x.Actor, FilingKind.DetailedRules, c.Of, place) ?? Maker(c.Of, place)
            ?? Paper(s, FilingKind.DetailedRules, c.Of, c.Title, c.Number, "A047")) is { } refusal
            ? refusal
            : Issued(s, x, FilingKind.DetailedRules, c.Of, c.Title, c.Number);

    internal static Decision<FilingEvent> List(UnitFilings s, IssueList c, FilingPlace place, FilingContext x)
    {
        if (c.Kind is not { } kind || !FilingDuties.IsList(kind))
            return Input("kind", "R019", "kind 须为权力清单、责任清单或者公共服务事项目录", "kind is POWER_LIST, RESPONSIBILITY_LIST or SERVICE_DIRECTORY");
        return (OfLevel(s, UnitLevel.Township, "R019") ?? FilingAccess.Issues(x.Actor, kind, default, place)
            ?? Paper(s, kind, OrganCode.Of(s.Unit), c.Title, c.Number, "R019", numbered: false) ?? Matters(kind, c.Matters)) is { } refusal
            ? refusal
            // What stands in the directory is a public service.
            : Issued(s, x, kind, OrganCode.Of(s.Unit), c.Title, c.Number, kind == FilingKind.ServiceDirectory ? c.Matters.ConvertAll(m => m with { Class = MatterClass.PublicService }) : c.Matters);
    }

    private static Decision<FilingEvent> Issued(
        UnitFilings s, FilingContext x, FilingKind kind, OrganCode of, string title, string? number, ImmutableList<ListedMatter>? matters = null, ImmutableList<OrganCode>? responsible = null,
        ImmutableList<ScheduleStep>? schedule = null)
    {
        var document = new FiledDocument(s.Documents.Count + 1, kind, of, title, number, responsible ?? [], schedule ?? [], matters ?? [], x.Now, x.Actor.Organ);
        return FilingDecisions.Settled(s, x, terms => new DocumentIssued(x.Now, document, terms));
    }

    private static Refusal? OfLevel(UnitFilings s, UnitLevel level, string rule) => s.Unit.Level == level ? null
        : level == UnitLevel.County ? Input("unit", rule, "unit 须为县市区代码", "unit is the code of a county")
        : Input("unit", rule, "unit 须为乡镇街道代码", "unit is the code of a township");

    private static Refusal? Paper(UnitFilings s, FilingKind kind, OrganCode of, string title, string? number, string rule, bool numbered = true) =>
        Text("title", title, 200, rule) ?? Text("number", number, 100, rule, numbered)
        ?? (number is not null && s.Current(kind, of)?.Number == number
            ? Guard("DOCUMENT_ON_FILE", rule, "number", $"文号 {number} 已登记，新版本须用新文号", $"{number} is on file; a later version has a number of its own")
            : null);

    private static Refusal? Maker(OrganCode of, FilingPlace place) => (of.Kind == OrganKind.Department && of.Unit == place.Unit) || (of.Kind == OrganKind.Unit && place.Townships.Contains(of.Unit))
        ? null
        : Input("of", "A047", "细则由本县市区的职能部门或者乡镇街道制定", "Detailed rules are of a department or a township of the county");

    private static Refusal? Responsible(ImmutableList<OrganCode> organs, FilingPlace place)
    {
        if (organs.Count is < 1 or > MostParts)
            return Input("responsible", "A045", $"实施办法须明确责任单位，1 至 {MostParts} 个，实为 {organs.Count} 个", $"Implementing measures name 1 to {MostParts} responsible units, got {organs.Count}");
        for (var i = 0; i < organs.Count; i++)
        {
            if (organs[i].Unit != place.Unit && !place.Townships.Contains(organs[i].Unit))
                return Input($"responsible[{i}]", "A045", $"{organs[i]} 不是本县市区的单位", $"{organs[i]} is no organ of the county");
            if (organs.IndexOf(organs[i]) < i)
                return Input($"responsible[{i}]", "A045", $"{organs[i]} 重复", $"{organs[i]} is named twice");
        }

        return null;
    }

    private static Refusal? Schedule(ImmutableList<ScheduleStep> steps)
    {
        if (steps.Count is < 1 or > MostParts)
            return Input("schedule", "A045", $"实施办法须明确进度安排，1 至 {MostParts} 项，实为 {steps.Count} 项", $"Implementing measures have a schedule of 1 to {MostParts} steps, got {steps.Count}");
        for (var i = 0; i < steps.Count; i++)
        {
            if (Text($"schedule[{i}].work", steps[i].Work, 200, "A045") is { } faulty)
                return faulty;
            if (steps[i].Until.Year is < 2018 or > 2100)
                return Input($"schedule[{i}].until", "A045", "日期须在 2018 至 2100 年", "A day lies in the years 2018 to 2100");
            if (i > 0 && steps[i].Until < steps[i - 1].Until)
                return Input($"schedule[{i}].until", "A045", "进度安排须按时间先后排列", "The steps of a schedule are in order of time");
        }

        return null;
    }

    private static Refusal? Matters(FilingKind kind, ImmutableList<ListedMatter> matters)
    {
        if (matters.Count is < 1 or > MostMatters)
            return Input("matters", "R019", $"清单事项 1 至 {MostMatters} 项，实为 {matters.Count} 项", $"A list has 1 to {MostMatters} matters, got {matters.Count}");
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < matters.Count; i++)
        {
            var (field, matter) = ($"matters[{i}]", matters[i]);
            var service = kind == FilingKind.ServiceDirectory || matter.Class == MatterClass.PublicService;
            if (Text($"{field}.name", matter.Name, 200, "R028") is { } faulty)
                return faulty;
            if (!names.Add(matter.Name))
                return Input($"{field}.name", "R028", $"事项“{matter.Name}”重复", $"The matter is listed twice: {matter.Name}");
            if (kind == FilingKind.ServiceDirectory && matter.Class is not (null or MatterClass.PublicService))
                return Input($"{field}.class", "R028", "公共服务事项目录只列公共服务事项", "The directory of public services lists public services only");
            if (service && matter.Provider is null)
                return Input($"{field}.provider", "R032", "公共服务事项须明确由乡镇（街道）还是社区（村）提供", "A public service says who provides it: township or community");
            if (!service && matter.Provider is not null)
                return Input($"{field}.provider", "R032", "只有公共服务事项明确提供层级", "Only a public service has a level that provides it");
        }

        return null;
    }
}
