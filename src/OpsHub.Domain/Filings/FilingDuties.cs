using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Filings;

/// <summary>What a unit owes, met or not (备案义务).</summary>
/// <param name="Kind">What is owed.</param>
/// <param name="Holder">Who must act.</param>
/// <param name="IsMet">It is on file.</param>
public sealed record FilingDuty(FilingDutyKind Kind, OrganCode Holder, bool IsMet)
{
    /// <summary>How the ids of its terms begin; each time it is owed anew there is another term.</summary>
    public string Stem => Kind == FilingDutyKind.DetailedRules ? $"{Kind}-{Holder}" : $"{Kind}";
}

/// <summary>An obligation with its term (备案义务及期限): open while the term is.</summary>
/// <param name="Kind">What is owed.</param>
/// <param name="Term">Since when, until when, and when it was met.</param>
public sealed record FilingObligation(FilingDutyKind Kind, Term Term);

/// <summary>What is owed follows from what is on file, in one place; terms are opened, met and lifted by it. A042, A047, A048, R019, T111. Pure.</summary>
public static class FilingDuties
{
    private static readonly FilingDutyKind[] Lists = [FilingDutyKind.PowerList, FilingDutyKind.ResponsibilityList, FilingDutyKind.ServiceDirectory];

    /// <summary>Everything that a unit owes as it stands (备案义务清单).</summary>
    public static ImmutableList<FilingDuty> Of(UnitFilings s)
    {
        if (!s.InForce)
            return [];
        var self = OrganCode.Of(s.Unit);
        if (s.Unit.Level == UnitLevel.Township)
            return [.. Lists.Select(list => new FilingDuty(list, self, s.Current(KindOf(list)) is not null))];
        return
        [
            new(FilingDutyKind.OrganisationFiling, self, IsFiled(s, FilingReceiver.Organisation)),
            new(FilingDutyKind.EstablishmentFiling, self, IsFiled(s, FilingReceiver.Establishment)),
            new(FilingDutyKind.AssessmentMeasures, self, s.Current(FilingKind.AssessmentMeasures) is not null),
            .. RuleMakers(s).Select(organ => new FilingDuty(FilingDutyKind.DetailedRules, organ, s.Current(FilingKind.DetailedRules, organ) is not null)),
        ];
    }

    /// <summary>Who makes detailed rules (制定细则的单位): every township, and each department that the implementing measures name. A047.</summary>
    public static ImmutableList<OrganCode> RuleMakers(UnitFilings s) =>
    [
        .. s.Townships.Select(OrganCode.Of),
        .. (s.Current(FilingKind.ImplementingMeasures)?.Responsible ?? []).Where(r => r.Kind == OrganKind.Department),
    ];

    /// <summary>The measures in force are filed with both city organs (已备案). A042, A043.</summary>
    public static bool AreMeasuresFiled(UnitFilings s) => IsFiled(s, FilingReceiver.Organisation) && IsFiled(s, FilingReceiver.Establishment);

    /// <summary>Obligations with their terms, in order of opening.</summary>
    public static ImmutableList<FilingObligation> Obligations(UnitFilings s) => s.Terms.ConvertAll(t => new FilingObligation(KindOf(t), t));

    /// <summary>A list of a township (清单、目录), and no measures or rules.</summary>
    public static bool IsList(FilingKind kind) => kind is FilingKind.PowerList or FilingKind.ResponsibilityList or FilingKind.ServiceDirectory;

    /// <summary>What a term is about.</summary>
    public static FilingDutyKind KindOf(Term term) => Enum.Parse<FilingDutyKind>(term.Id.AsSpan(0, term.Id.IndexOf('-')));

    /// <summary>Terms that change by what is owed now: opened where something is missing, completed where it is there, lifted where nobody owes it any more.</summary>
    internal static ImmutableList<Term> Settled(UnitFilings s, FilingContext x)
    {
        var owed = Of(s);
        var duties = owed.ToDictionary(d => d.Stem);
        var changed = ImmutableList.CreateBuilder<Term>();
        var running = new HashSet<string>();
        foreach (var term in s.Terms.Where(t => t.IsOpen))
        {
            var stem = term.Id[..term.Id.LastIndexOf('-')];
            if (!duties.TryGetValue(stem, out var duty))
                changed.Add(Terms.Lift(term, x.Now, x.NextSequence, "义务已不存在"));
            else if (duty.IsMet)
                // What was there before the hub asked for it was in time.
                changed.Add(Terms.Complete(term, x.Now < term.OpenedAt ? term.OpenedAt : x.Now));
            else
                running.Add(stem);
        }

        changed.AddRange(owed.Where(d => !d.IsMet && !running.Contains(d.Stem)).Select(d => Opened(s, d, x)));
        return changed.ToImmutable();
    }

    /// <summary>The rule that a kind of document rests on.</summary>
    internal static string RuleOf(FilingKind kind) => kind switch
    {
        FilingKind.ImplementingMeasures => "A045",
        FilingKind.AssessmentMeasures => "A048",
        FilingKind.DetailedRules => "A047",
        FilingKind.ServiceDirectory => "R019",
        _ => "T111",
    };

    /// <summary>The rule that an obligation rests on.</summary>
    public static string RuleOf(FilingDutyKind kind) => kind switch
    {
        FilingDutyKind.OrganisationFiling or FilingDutyKind.EstablishmentFiling => "A042",
        FilingDutyKind.AssessmentMeasures => "A048",
        FilingDutyKind.DetailedRules => "A047",
        FilingDutyKind.ServiceDirectory => "R019",
        _ => "T111",
    };

    private static FilingKind KindOf(FilingDutyKind list) => list switch
    {
        FilingDutyKind.PowerList => FilingKind.PowerList,
        FilingDutyKind.ResponsibilityList => FilingKind.ResponsibilityList,
        _ => FilingKind.ServiceDirectory,
    };

    private static bool IsFiled(UnitFilings s, FilingReceiver with) => s.Current(FilingKind.ImplementingMeasures)?.CopyFor(with) is not null;

    private static Term Opened(UnitFilings s, FilingDuty duty, FilingContext x)
    {
        var (budget, parameter) = x.Rules.LimitOf(duty.Kind);
        var rule = RuleOf(duty.Kind);
        var before = s.Terms.Count(t => t.Id.StartsWith($"{duty.Stem}-", StringComparison.Ordinal) && t.Id.LastIndexOf('-') == duty.Stem.Length);
        return Terms.Open(
            $"{duty.Stem}-{before + 1}", NameOf(duty.Kind), duty.Holder.Value, x.Now, x.NextSequence, budget, new(rule, FilingRefusals.ClauseOf(rule), x.Rules.BasisOf(parameter), parameter), x.Calendar, x.Hours);
    }

    private static string NameOf(FilingDutyKind kind) => kind switch
    {
        FilingDutyKind.OrganisationFiling => "实施办法报市委组织部备案",
        FilingDutyKind.EstablishmentFiling => "实施办法报市编办备案",
        FilingDutyKind.AssessmentMeasures => "制定考核及奖励办法",
        FilingDutyKind.DetailedRules => "制定细则",
        FilingDutyKind.PowerList => "编制权力清单",
        FilingDutyKind.ResponsibilityList => "编制责任清单",
        _ => "编制公共服务事项目录",
    };
}
