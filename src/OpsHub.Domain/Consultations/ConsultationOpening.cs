using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Consultations.ConsultationRefusals;

namespace OpsHub.Domain.Consultations;

/// <summary>Begins a consultation and decides on its way. SM2 row 1, C001, C012-C014, T087, resolution 56.</summary>
internal static class ConsultationOpening
{
    /// <summary>Most communities that one concerns.</summary>
    internal const int MostCommunities = 200;

    internal static Decision<ConsultationEvent> Open(OpenConsultation c, ConsultationContext x)
    {
        if (x.Place is not { } place)
            return new Refusal(RefusalCodes.NotFound, "C001", "一(二)", "unit", $"没有单位 {c.Unit}，或已不再使用", $"There is no unit {c.Unit} in force");
        if ((ConsultationAccess.MayAct(x.Actor, null, typeof(OpenConsultation), x)
            ?? Text("title", c.Title, 200, "C032", "二(四)2") ?? Matter(c.Matter, x) ?? Named(c.Communities, place.Township, x)) is { } faulty)
            return faulty;
        var byTownship = x.Actor.Role == Role.TownshipGovernment;
        var communities = c.Communities.ToImmutableSortedSet();
        if (place.Community is { } own)
            communities = communities.Add(own);
        var variant = Way(c.Matter, communities.Count, x.IsTown, byTownship);
        var led = Leads(c, communities.Count, x.IsTown, byTownship);
        if (c.ReportUp)
            return led is { Code: "TOWNSHIP_LEADS" } || led is null ? Report(c, led, place, communities, variant, x) : led;
        if ((led ?? Asked(c.Variant, variant)) is { } misled)
            return misled;
        if (Seat(variant, place, communities, byTownship) is not { } seat)
            return NoLead(variant);
        var opened = new ConsultationOpened(
            x.Now, x.Number, variant, seat.Place, seat.Lead, communities, c.Title.Trim(), c.Matter, x.Actor.Principal, null, x.RuleVersion, x.Calendar.Version);
        var begun = ConsultationFold.Apply(null, opened);
        if (variant == ConsultationVariant.Community)
            opened = opened with { WorkMeeting = ConsultationDuties.Open(begun, DutyStems.WorkMeeting, x) };
        return c.Opinion is null ? opened : WithFirst(opened, c.Opinion, x);
    }

    // What the township must lead is not the community's to begin; reported up, it stands in the township's hands, which decides on the way. T087, C013.
    private static Decision<ConsultationEvent> Report(
        OpenConsultation c, Refusal? led, ConsultationPlace place, ImmutableSortedSet<UnitCode> communities, ConsultationVariant variant, ConsultationContext x)
    {
        if (led is null)
            return Input("reportUp", "C013", "二(二)1", "此事项可由社区（村）自行协商，无须上报乡镇（街道）", "This matter is the community's own to consult; there is nothing to report up");
        if (Asked(c.Variant, variant) is { } misled)
            return misled;
        if (Seat(ConsultationVariant.Community, place, communities, byTownship: false) is not { } seat)
            return NoLead(ConsultationVariant.Community);
        var opened = new ConsultationOpened(
            x.Now, x.Number, ConsultationVariant.Community, seat.Place, seat.Lead, communities, c.Title.Trim(), c.Matter, x.Actor.Principal, null, x.RuleVersion, x.Calendar.Version)
        { Proposed = variant };
        return c.Opinion is null ? opened : WithFirst(opened, c.Opinion, x);
    }

    private static Decision<ConsultationEvent> WithFirst(ConsultationOpened opened, AddOpinion opinion, ConsultationContext x)
    {
        var first = ConsultationCollecting.Add(ConsultationFold.Apply(null, opened), opinion, x);
        return first.IsRefused ? first : first.Events.Insert(0, opened);
    }

    internal static Decision<ConsultationEvent> Reroute(Consultation s, RerouteConsultation c, ConsultationContext x)
    {
        var place = x.Place ?? s.Place;
        if ((Text("reason", c.Reason, 500, "C013", "二(二)1") ?? Matter(c.Matter, x) ?? Named(c.Communities, place.Township, x)) is { } faulty)
            return faulty;
        if (s.Added?.StandIn(c.Matter) == false)
            return Input("matter", "C007", "二(一)", "后来补充认定的事项情况不能撤回", "Facts that were added with a reason are not taken back");
        if (!s.Sessions.IsEmpty)
            return Guard(RefusalCodes.WrongState, "C013", "二(二)1", "已开过协商会议，不能再改变协商层级", "A session has been held; the way can no longer be changed");
        var communities = c.Communities.ToImmutableSortedSet();
        var leads = ConsultationRouting.TownshipLeads(c.Matter, communities.Count, x.IsTown) || (communities.Count == 1 && ConsultationRouting.TownshipMayLead(c.Matter));
        var variant = Way(c.Matter, communities.Count, x.IsTown, leads);
        // Where it began leads on, as long as it is concerned.
        var answered = ConsultationTopics.Elsewhere(s, communities);
        var community = s.Place.Community is { } own && communities.Contains(own) ? own : communities.Count == 1 ? communities[0] : (UnitCode?)null;
        if (Seat(variant, place with { Grid = s.Place.Grid ?? place.Grid, Community = community }, communities, leads) is not { } seat)
            return NoLead(variant);
        var stays = variant == s.Variant && seat.Place.Home == s.Place.Home && seat.Place.Grid == s.Place.Grid && seat.Lead == s.Lead && communities.SetEquals(s.Communities);
        if (stays)
            return new ConsultationRerouted(x.Now, variant, s.Place, s.Lead, s.Communities, c.Matter, c.Reason.Trim(), Waited(s, x), true, answered);
        // The residents of one community drop no step of others.
        var next = s with { Variant = variant, Place = seat.Place, Lead = seat.Lead, Dropped = [], SimplifiedBy = null };
        var meets = variant == ConsultationVariant.Community;
        var duties = ConsultationAfter.Settled(s, x, "协商层级改变，重新提出议题", d => d.Step != nameof(RerouteConsultation) && (!meets || d.Stem != DutyStems.WorkMeeting));
        if (meets && !next.Drops(ConsultationStepKind.WorkMeeting) && !s.Duties.Exists(d => d.Stem == DutyStems.WorkMeeting && !d.Term.IsLifted))
            duties = duties.Add(ConsultationDuties.Open(next, DutyStems.WorkMeeting, x));
        else if (meets && s.OpenDuties.Find(d => d.Stem == DutyStems.WorkMeeting) is { } meeting)
            duties = duties.Add(meeting with { Term = meeting.Term with { Holder = seat.Lead.Value } });
        return new ConsultationRerouted(x.Now, variant, seat.Place, seat.Lead, communities, c.Matter, c.Reason.Trim(), duties, Answered: answered);
    }

    /// <summary>The council could not take the topic while the township had yet to decide: its time runs anew.</summary>
    internal static ImmutableList<Duty> Waited(Consultation s, ConsultationContext x) =>
        s.Proposed is not null && s.OpenDuties.Exists(d => d.Stem == DutyStems.TakeTopic)
            ? ConsultationAfter.Settled(s, x, "乡镇（街道）已确定协商层级", d => d.Stem == DutyStems.TakeTopic).Add(ConsultationDuties.Open(s, DutyStems.TakeTopic, x))
            : [];

    // A matter that the township leads in one community runs the community's steps. Resolution 56.
    private static ConsultationVariant Way(MatterFacts matter, int communities, bool isTown, bool townshipLeads) =>
        ConsultationRouting.Of(matter, communities, isTown) is var routed && townshipLeads && routed != ConsultationVariant.CrossCommunity
            ? ConsultationVariant.Community
            : routed;

    private static Refusal? Leads(OpenConsultation c, int communities, bool isTown, bool byTownship)
    {
        var must = ConsultationRouting.TownshipLeads(c.Matter, communities, isTown);
        if (!byTownship && c.Variant == ConsultationVariant.CrossCommunity)
            return NotAllowed("C044", "二(四)3", "跨社区协商由乡镇（街道）党（工）委牵头组织", "A consultation across communities is led by the township's party committee", "variant");
        if (!byTownship && must)
        {
            var (rule, clause) = isTown ? ("T087", "四(十一)") : ("C013", "二(二)1");
            return Guard("TOWNSHIP_LEADS", rule, clause, "此事项须由乡镇（街道）党（工）委牵头协商，请上报乡镇（街道）启动",
                "This matter is led by the township's party committee; report it up (reportUp), and the township decides on the way", "matter");
        }

        return byTownship && !must && !(communities == 1 && ConsultationRouting.TownshipMayLead(c.Matter))
            ? Guard("COMMUNITY_BEGINS", "C013", "二(二)1", "此事项由社区（村）或楼宇小区、村民小组自行协商，不由乡镇（街道）牵头",
                "This matter is the community's or the group's own to consult; the township does not lead it", "matter")
            : null;
    }

    private static Refusal? Asked(ConsultationVariant? asked, ConsultationVariant variant) => asked is not { } a || a == variant ? null : Guard(
        "WRONG_WAY", a == ConsultationVariant.DirectMeeting && variant == ConsultationVariant.Community ? "C011" : RuleOf(variant), "二(二)1", $"按所填事项情况应走“{ConsultationWording.Of(variant).Zh}”，不是“{ConsultationWording.Of(a).Zh}”",
        $"By its facts the matter takes the way of a {ConsultationWording.Of(variant).En}, not of a {ConsultationWording.Of(a).En}", "variant");

    private static string RuleOf(ConsultationVariant variant) => variant switch
    {
        ConsultationVariant.BuildingOrGroup => "C014",
        ConsultationVariant.DirectMeeting => "C012",
        _ => "C013",
    };

    private static (ConsultationPlace Place, OrganCode Lead)? Seat(
        ConsultationVariant variant, ConsultationPlace place, ImmutableSortedSet<UnitCode> communities, bool byTownship)
    {
        var township = OrganCode.Of(place.Township);
        if (variant == ConsultationVariant.CrossCommunity)
            return (place with { Grid = null, Community = null }, township);
        if ((place.Community ?? (communities.Count == 1 ? communities[0] : (UnitCode?)null)) is not { } community)
            return null;
        if (variant == ConsultationVariant.BuildingOrGroup)
            return place.Grid is null ? null : (place with { Community = community }, OrganCode.Of(community));
        return (place with { Grid = null, Community = community }, byTownship ? township : OrganCode.Of(community));
    }

    private static Refusal NoLead(ConsultationVariant variant) => variant == ConsultationVariant.BuildingOrGroup
        ? Guard("NO_LEAD", "C001", "一(二)", "楼宇小区、村民小组协商须注明所在网格，由其党组织牵头", "A building's or group's consultation names its grid, whose party organisation leads it", "unit")
        : Guard("NO_LEAD", "C001", "一(二)", "没有牵头的社区（村）：请注明是哪一个社区（村）", "No community leads it: say which", "communities");

    private static Refusal? Matter(MatterFacts matter, ConsultationContext x) => Entrusted(matter.DelegatedBy, "matter.delegatedBy", x)
        ?? Text("matter.agreementRecord", matter.AgreementRecord, 200, "C083", "二(一)8", required: false);

    /// <summary>Whoever entrusts a matter answers for it: an organ that exists, and of which an office can answer. C058, C059, C078.</summary>
    internal static Refusal? Entrusted(OrganCode? by, string field, ConsultationContext x)
    {
        if (by is not { } organ)
            return null;
        if (ConsultationOffices.Entrusting(organ).IsEmpty)
        {
            return organ.Unit.Level < UnitLevel.County
                ? Input(field, "C058", "二(五)", "市级事项由其部门委托，请填写市级部门（如 4302:D07）", "A city entrusts a matter through one of its departments: name it, like 4302:D07")
                : Input(field, "C058", "二(五)", "委托单位须是政府或其部门", "A matter is entrusted by government or a department");
        }

        return x.DelegatorExists ? null : new(RefusalCodes.NotFound, "C058", "二(五)", field, $"没有委托单位 {organ}，或已不再使用", $"There is no {organ} in force that could entrust a matter");
    }

    private static Refusal? Named(ImmutableList<UnitCode> communities, UnitCode township, ConsultationContext x)
    {
        if (communities is not { Count: > 0 and <= MostCommunities })
            return Input("communities", "C013", "二(二)1", $"涉及的社区（村）须有 1 至 {MostCommunities} 个", $"communities takes 1 to {MostCommunities} of them");
        foreach (var code in communities)
        {
            if (!x.Communities.TryGetValue(code, out var facts))
                return new(RefusalCodes.NotFound, "C013", "二(二)1", "communities", $"没有社区（村）{code}，或已不再使用", $"There is no community {code} in force");
            if (facts.Township != township)
                return Input("communities", "C013", "二(二)1", $"社区（村）{code} 不属于本乡镇（街道）", $"The community {code} is not of this township");
        }

        return null;
    }
}
