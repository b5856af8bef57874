using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Cases.CaseRefusals;

namespace OpsHub.Domain.Cases;

/// <summary>Report, accept, decline, triage. SM1 rows 1-3 and 5.</summary>
internal static class CaseIntake
{
    internal static Decision<CaseEvent> Report(ReportCase c, CaseContext x)
    {
        if (x.Placement is not { } placement)
            return NoGrid(c.Grid);
        if ((CaseAccess.Report(x.Actor, placement) ?? CaseAccess.Channel(x.Actor, c.Channel)) is { } forbidden)
            return forbidden;
        if (c.Kind is not { } kind)
            return Input("kind", "G008", "二(二)", "须注明是部件还是事件", "kind is required: component or event");
        if (!x.Rules.Cases.Categories.TryGetValue(c.Category, out var category) || category.Parent is null)
            return Input("category", "G006", "二(二)", $"没有二级类别 {c.Category}", $"There is no second-level category {c.Category}");
        if (category.Retired)
            return Input("category", "G010", "二(二)", $"类别 {c.Category} 已停用", $"Category {c.Category} takes no new cases");
        var faulty = Text("title", c.Title, 200) ?? Text("text", c.Text, 4000, required: false)
            ?? (c.Source is { } s ? Text("source.system", s.System, 40) ?? Text("source.number", s.Number, 80) ?? CaseAccess.Ticket(s, x.Systems) : null);
        if (faulty is not null)
            return faulty;
        var receiver = Receiver(x.Actor, placement);
        var emergency = c.Priority == CasePriority.Emergency || category.Emergency;
        var pace = emergency ? CasePriority.Emergency : c.Priority;
        var forwarded = CaseForwarding.To(x.Actor, placement, category, x.GridKind, x.Rules.Cases);
        var acceptance = x.Open(null, "acceptance", "受理", forwarded ?? receiver, x.Rules.Cases.LimitsOf(pace, CaseStep.Acceptance, category.Code));
        return new CaseReported(
            x.Now, x.Number, placement, kind, category.Code, category.Class, c.Title.Trim(), c.Text.Trim(), c.Priority,
            emergency, c.Channel, c.Source, receiver, acceptance, x.Rules.Version, x.Actor.Principal, forwarded, x.Directory);
    }

    internal static Decision<CaseEvent> Accept(Case s, CaseContext x)
    {
        if (CaseAccess.Centre(x.Actor, x.PlaceOf(s), x.Rules.Cases, communityToo: true, "SM1.2") is { } forbidden)
            return forbidden;
        // A community triages only what it handles itself; the centre triages what communities accept.
        var next = x.Actor.Role == Role.CommunityCommittee ? x.Rules.Cases.CentreOf(x.PlaceOf(s)) : x.Actor.Organ;
        return new CaseAccepted(x.Now, x.Actor.Organ, next, x.Open(s, "triage", "研判", next, x.Rules.Cases.LimitsOf(s.Pace, CaseStep.Triage, s.Category)));
    }

    internal static Decision<CaseEvent> Decline(Case s, DeclineCase c, CaseContext x)
    {
        if ((CaseAccess.Centre(x.Actor, x.PlaceOf(s), x.Rules.Cases, communityToo: true, "SM1.3") ?? Text("reason", c.Reason, 500) ?? Text("whereToTurn", c.WhereToTurn, 200)) is { } refusal)
            return refusal;
        return c.Ground is { } ground
            ? new CaseDeclined(x.Now, x.Actor.Organ, ground, c.Reason, c.WhereToTurn)
            : Guard("NO_GROUND_TO_DECLINE", "T019", "二(二)", "首问责任：仅在不属于任何类别或不属于本县市区时才可不予受理",
                "First-asked responsibility: only what lies outside every category or outside the county may be declined", "ground");
    }

    internal static Decision<CaseEvent> Triage(Case s, TriageCase c, CaseContext x)
    {
        if (CaseAccess.Centre(x.Actor, x.PlaceOf(s), x.Rules.Cases, communityToo: c.Class == TriageClass.CommunityLevel, "SM1.5") is { } forbidden)
            return forbidden;
        if (c is { Class: TriageClass.CommunityLevel, Enforcement: true })
        {
            return Guard("ENFORCEMENT_NOT_COMMUNITY", "R031", "四(一)", "涉执法事项不得由社区承办", "Enforcement is never led by a community", "enforcement");
        }

        var next = c.Class == TriageClass.CommunityLevel
            ? OrganCode.Of(x.PlaceOf(s).Community)
            : x.Actor.Organ;
        return new CaseTriaged(x.Now, x.Actor.Organ, c.Class, c.Enforcement, next, x.Open(s, "dispatch", "派单", next, x.Rules.Cases.LimitsOf(s.Pace, CaseStep.Triage, s.Category)));
    }

    // The one who was asked first answers for the case until it ends (首问责任, T019): the reporting office itself, or the community for reports from outside.
    internal static OrganCode Receiver(Actor actor, Placement placement) => actor.Role switch
    {
        Role.TownshipGovernment or Role.TownshipGovernanceCentre or Role.AgencyStaff => OrganCode.Of(placement.Township),
        Role.CountyCommandCentre or Role.CountyGovernment or Role.Department or Role.CityGovernanceOffice or Role.Hotline => OrganCode.Of(placement.County),
        _ => OrganCode.Of(placement.Community),
    };
}
