using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Posts;

/// <summary>Parameters of people decisions (人事事项参数). All assumed: the text gives no figure.</summary>
public sealed record PostRules
{
    /// <summary>Time for the township to reply (征求意见答复时限), <c>ConsultationReply</c>. A008.</summary>
    public TermBudget ConsultationReply { get; init; } = new(10, BudgetUnit.WorkingDays);

    /// <summary>Time to investigate and tell the township (调查核实时限), <c>InquiryLimit</c>. A010.</summary>
    public TermBudget InquiryLimit { get; init; } = new(15, BudgetUnit.WorkingDays);

    /// <summary>After this the townships' disagreement is a deadlock and the county hears (意见不一致上报时限), <c>UnanimityDeadlock</c>. Resolution 22.</summary>
    public TermBudget UnanimityDeadlock { get; init; } = new(10, BudgetUnit.WorkingDays);

    /// <summary>Time to inform the township of a change of staff (人员调整告知时限), <c>StaffNoticeWithin</c>. A013.</summary>
    public TermBudget StaffNoticeWithin { get; init; } = new(5, BudgetUnit.WorkingDays);

    /// <summary>Time to decide on a secondment (抽调借用答复时限), <c>SecondmentReply</c>. A015.</summary>
    public TermBudget SecondmentReply { get; init; } = new(10, BudgetUnit.WorkingDays);

    /// <summary>Whether a head cannot be decided against the township (须征得同意), <c>ConsentRequired</c>; null: in townships yes, in streets no. Resolution 21.</summary>
    public bool? ConsentRequired { get; init; }

    /// <summary>Where the rungs stand (阶梯间隔), <c>RungOffsets/Posts</c>.</summary>
    public RungOffsets Rungs { get; init; } = RungOffsets.Ordinary;

    /// <summary>What parameters rest on that were set: the source by name, null where it is assumed.</summary>
    public ImmutableSortedDictionary<string, string?> Sources { get; init; } = ImmutableSortedDictionary.Create<string, string?>(StringComparer.Ordinal);

    /// <summary>Text where a source was named; otherwise assumed and shown as such.</summary>
    public BasisKind BasisOf(string parameter) => Sources.GetValueOrDefault(parameter) is null ? BasisKind.Assumed : BasisKind.Text;
}

/// <summary>What the shell knows of the agency when its record is opened (派驻机构概况).</summary>
public sealed record PostFacts(OrganCode Code, OrganCode Department, UnitCode Host, bool HostIsStreet, ImmutableList<UnitCode> Served);

/// <summary>All that a decision about an agency's people rests on besides state and command.</summary>
/// <param name="Actor">Who acts.</param>
/// <param name="Now">When it takes effect.</param>
/// <param name="Calendar">Official calendar.</param>
/// <param name="Hours">Working hours.</param>
/// <param name="Rules">Parameters.</param>
/// <param name="NextSequence">Sequence that the next trace entry will have.</param>
public sealed record PostContext(Actor Actor, DateTimeOffset Now, OfficialCalendar Calendar, WorkingHours Hours, PostRules Rules, long NextSequence)
{
    /// <summary>The agency as it is registered; null when there is none. For <see cref="OpenPosts"/>.</summary>
    public PostFacts? Agency { get; init; }

    /// <summary>What an organ is called (名称), for refusals.</summary>
    public Func<OrganCode, string> NameOf { get; init; } = organ => organ.Value;

    internal string Name(UnitCode township) => NameOf(OrganCode.Of(township));

    internal Term Open(string id, string name, OrganCode holder, TermBudget budget, string rule, string parameter) => Terms.Open(
        id, name, holder.Value, Now, NextSequence, budget, new(rule, PostRefusals.ClauseOf(rule), Rules.BasisOf(parameter), parameter), Calendar, Hours);

    internal ImmutableList<Term> Done(AgencyPosts s, params string[] ids) => s.Terms.FindAll(t => t.IsOpen && ids.Contains(t.Id)).ConvertAll(t => Terms.Complete(t, Now));

    internal ImmutableList<Term> Lifted(AgencyPosts s, string why, params string[] ids) =>
        s.Terms.FindAll(t => t.IsOpen && ids.Contains(t.Id)).ConvertAll(t => Terms.Lift(t, Now, NextSequence, why));
}
