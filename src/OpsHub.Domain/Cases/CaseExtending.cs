using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Cases.CaseRefusals;

namespace OpsHub.Domain.Cases;

/// <summary>More time, and time that is not counted: extension and suspension. SM1 rows 10 and 11.</summary>
internal static class CaseExtending
{
    internal static Refusal? MayRequest(Case s, Actor actor, CaseRules rules, DateTimeOffset now, Func<OrganCode, string>? nameOf = null)
    {
        if (CaseAccess.Lead(actor, s, "SM1.10", nameOf) is { } forbidden)
            return forbidden;
        if (s.Extension is not null)
            return Guard("EXTENSION_PENDING", "SM1.10", "三(五)", "已有延期申请待批", "An extension has been asked for and is not decided yet");
        if (s.Extensions >= rules.ExtensionsAllowed)
        {
            var (zh, en) = rules.BasisOf("CaseMaxExtensions");
            return Guard("EXTENSION_USED", "SM1.10", "三(五)", $"处置期限最多申请延期 {rules.ExtensionsAllowed} 次（{zh}）", $"The handling term may be extended {rules.ExtensionsAllowed} time(s) ({en})");
        }

        return Running(s, now, "SM1.10");
    }

    internal static Decision<CaseEvent> Request(Case s, RequestExtension c, CaseContext x)
    {
        if ((MayRequest(s, x.Actor, x.Rules.Cases, x.Now, x.NameOf) ?? Text("reason", c.Reason, 500)) is { } refusal)
            return refusal;
        if (c.Until <= s.OpenTerm("handling")!.Due)
            return NotLater(s.OpenTerm("handling")!);
        if (c.Until > Longest(x.Now))
            return Input("until", "SM1.10", "三(五)", "延期不得超过一年", "An extension of more than a year is a mistake");
        var decider = Decider(s, x.PlaceOf(s), x.Rules.Cases);
        return new ExtensionRequested(
            x.Now, x.Actor.Organ, c.Reason, c.Until, decider, x.Open(s, "extension", "延期审批", decider, [x.Rules.Cases.LimitOf("ExtensionDecision", x.Rules.Cases.ExtensionDecision)], "SM1.11"));
    }

    internal static Refusal? MayDecide(Case s, Actor actor, Placement place, CaseRules rules, Func<OrganCode, string>? nameOf = null)
    {
        var decider = Decider(s, place, rules);
        var name = nameOf?.Invoke(decider) ?? decider.Value;
        var permitted = actor.Organ == decider
            && (actor.Role is Role.TownshipGovernanceCentre or Role.CountyCommandCentre || (actor.Role == Role.TownshipGovernment && s.Class == TriageClass.CrossDepartment));
        return !permitted ? NotAllowed("SM1.11", "三(五)", $"延期由{name}审批", $"{name} decides on the extension")
            : s.Extension is null ? Guard("NO_EXTENSION", "SM1.11", "三(五)", "没有待批的延期申请", "No extension has been asked for")
            : null;
    }

    internal static Refusal? MayGrant(Case s, Actor actor, Placement place, CaseRules rules, Func<OrganCode, string>? nameOf = null) =>
        MayDecide(s, actor, place, rules, nameOf) ?? (s.Suspension is not null ? Suspended() : null);

    internal static Decision<CaseEvent> Grant(Case s, GrantExtension c, CaseContext x)
    {
        if ((MayGrant(s, x.Actor, x.PlaceOf(s), x.Rules.Cases, x.NameOf) ?? Text("note", c.Note, 500, required: false)) is { } refusal)
            return refusal;
        var until = c.Until ?? s.Extension!.Until;
        var handling = s.OpenTerm("handling")!;
        if (!handling.CanGrant(x.Now, until) || until > Longest(x.Now))
            return NotLater(handling);
        // Whoever assists has as long as the lead.
        var terms = Owed(s).FindAll(t => t.CanGrant(x.Now, until))
            .ConvertAll(t => Terms.Grant(t, x.Now, x.NextSequence, s.Extension!.Reason, until, x.Rules.Calendar));
        return new ExtensionGranted(x.Now, x.Actor.Organ, terms.Find(t => t.Id == handling.Id)!.Due, c.Note, terms);
    }

    internal static Decision<CaseEvent> Refuse(Case s, RefuseExtension c, CaseContext x) =>
        (MayDecide(s, x.Actor, x.PlaceOf(s), x.Rules.Cases, x.NameOf) ?? Text("reason", c.Reason, 500)) is { } refusal
            ? refusal
            : new ExtensionRefused(x.Now, x.Actor.Organ, c.Reason);

    internal static Refusal? MaySuspend(Case s, Actor actor, Placement place, CaseRules rules, DateTimeOffset now) =>
        Suspends(s, actor, place, rules) ?? Running(s, now, "HUB");

    internal static Decision<CaseEvent> Suspend(Case s, SuspendCase c, CaseContext x)
    {
        if ((MaySuspend(s, x.Actor, x.PlaceOf(s), x.Rules.Cases, x.Now) ?? Text("reason", c.Reason, 500)) is { } refusal)
            return refusal;
        var limit = LocalDay.End(LocalDay.Of(x.Now).AddDays(x.Rules.Cases.MaxSuspensionDays));
        if (c.Until <= x.Now || c.Until > limit)
        {
            var (zh, en) = x.Rules.Cases.BasisOf("MaxSuspensionDays");
            return Input("until", "HUB", "", $"中止须有期限：晚于现在，不超过 {LocalDay.BoundText(limit)}（最长 {x.Rules.Cases.MaxSuspensionDays} 天，{zh}）",
                $"A suspension has a limit: after now, until {LocalDay.BoundText(limit)} at the latest ({x.Rules.Cases.MaxSuspensionDays} days, {en})");
        }

        // Nor is a request to extend decided meanwhile: it cannot be granted, and its one chance must not go by.
        var terms = s.Terms.FindAll(t => t.IsOpen && Case.Stem(t) is "handling" or "part" or "extension" && t.CanSuspend(x.Now)).ConvertAll(t => Terms.Suspend(t, x.Now, x.NextSequence, c.Reason, x.Rules.Calendar));
        if (!terms.Exists(t => Case.Stem(t) == "handling"))
            return Guard("TERM_OVER", "HUB", "", "处置期限在该时刻不能中止", "The handling term cannot be suspended at that instant");
        return new CaseSuspended(x.Now, x.Actor.Organ, c.Reason, Meter.FullMinute(c.Until), terms);
    }

    internal static Refusal? MayResume(Case s, Actor actor, Placement place, CaseRules rules) =>
        Suspends(s, actor, place, rules) ?? (s.Suspension is null ? Guard("NOT_SUSPENDED", "HUB", "", "处置期限没有中止", "The handling is not suspended") : null);

    internal static Decision<CaseEvent> Resume(Case s, ResumeCase c, CaseContext x) =>
        (MayResume(s, x.Actor, x.PlaceOf(s), x.Rules.Cases) ?? Text("reason", c.Reason, 500)) is { } refusal
            ? refusal
            : Resumed(s, x.Now, x.NextSequence, x.Actor.Organ, c.Reason, x.Rules.Calendar);

    /// <summary>The event that ends the suspension which holds.</summary>
    internal static CaseResumed Resumed(Case s, DateTimeOffset at, long by, OrganCode organ, string reason, OfficialCalendar calendar) => new(
        at, organ, reason, s.Terms.FindAll(t => t.CanResume(at)).ConvertAll(t => Terms.Resume(t, at, by, reason, calendar)));

    /// <summary>Who decides on an extension: whoever dispatched it, the township for what it coordinates; never the one that leads. SM1 row 11.</summary>
    internal static OrganCode Decider(Case s, Placement place, CaseRules rules)
    {
        var (township, county) = (OrganCode.Of(place.Township), OrganCode.Of(place.County));
        var usual = s.Class == TriageClass.CrossDepartment ? township : s.Dispatcher == county ? county : rules.CentreOf(place);
        return usual != s.Lead ? usual : usual == county ? township : county;
    }

    /// <summary>The latest due that an extension may ask for.</summary>
    internal static DateTimeOffset Longest(DateTimeOffset now) => now.AddYears(1);

    /// <summary>Terms of the handling and of its parts that are still owed.</summary>
    internal static ImmutableList<Term> Owed(Case s) => s.Terms.FindAll(t => t.IsOpen && Case.Stem(t) is "handling" or "part");

    private static Refusal? Suspends(Case s, Actor actor, Placement place, CaseRules rules) =>
        CaseAccess.TownshipOrCentre(actor, place, rules)
            ? actor.Organ == s.Lead
                ? NotAllowed("HUB", "", "牵头单位不能中止自己的处置期限", "The lead does not suspend its own term")
                : null
            : NotAllowed("HUB", "", "只有本辖区的乡镇街道或指挥中心可以中止和恢复期限", "Only the township or the command centre of this area suspends and resumes a term");

    private static Refusal? Running(Case s, DateTimeOffset now, string rule) =>
        s.Suspension is not null ? Suspended()
        : s.OpenTerm("handling") is not { } handling || handling.IsLate(now)
            ? Guard("TERM_OVER", rule, "三(五)", "处置期限已到，须在到期前提出", "The handling term is over; this must come before its due")
            : null;

    private static Refusal Suspended() => Guard("TERM_SUSPENDED", "HUB", "", "处置期限已中止，先恢复再办理", "The handling is suspended; resume it first");

    private static Refusal NotLater(Term handling) => Input("until", "SM1.11", "三(五)",
        $"新的截止时间须晚于原截止时间（{LocalDay.BoundText(handling.Due)}）和现在", $"The new due must lie after the old one ({LocalDay.BoundText(handling.Due)}) and after now");
}
