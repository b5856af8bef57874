using System.Collections.Immutable;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Consultations;

/// <summary>Which way a matter takes before step 1 (分级分类). C011-C014, C020, T087, resolution 56.</summary>
public static class ConsultationRouting
{
    /// <summary>The way that the facts call for.</summary>
    /// <param name="matter">What is known.</param>
    /// <param name="communities">How many communities it concerns.</param>
    /// <param name="isTown">Whether the township is a 乡镇 rather than a 街道.</param>
    public static ConsultationVariant Of(MatterFacts matter, int communities, bool isTown) =>
        communities >= 2 && ((matter.Important && (isTown || matter.CannotAlone)) || Concerns(matter, isTown)) ? ConsultationVariant.CrossCommunity
        : Concerns(matter, isTown) ? ConsultationVariant.Community
        : matter.GroupScope ? ConsultationVariant.BuildingOrGroup
        // C011, C020: what is major goes through the council, and to the meeting.
        : matter is { WithoutCouncil: true, Major: false } ? ConsultationVariant.DirectMeeting
        : ConsultationVariant.Community;

    /// <summary>Whether the township must lead (乡镇主动牵头), so that no community may start it. T087, C013.</summary>
    public static bool TownshipLeads(MatterFacts matter, int communities, bool isTown) =>
        Concerns(matter, isTown) || Of(matter, communities, isTown) == ConsultationVariant.CrossCommunity;

    /// <summary>Whether the township may lead a matter of one community: a 街道 is not bound by T087, but may do what it asks of a 乡镇.</summary>
    public static bool TownshipMayLead(MatterFacts matter) => matter.SocialEffect || matter.PublicConcern;

    /// <summary>The way that an opinion from a community proposes (意见引起的建议): the same matter in a second one; null where it proposes nothing. What the township has decided
    /// upon is not asked again, and a plan's clock that runs is not stopped: nobody may hold it up by one opinion after another. C013.</summary>
    public static ConsultationVariant? ProposedBy(Consultation s, UnitCode community) =>
        IsElsewhere(s, community) && ConsultationTransitions.Permits(s, typeof(RerouteConsultation)) && s.Sessions.IsEmpty && !s.Answered.Contains(community)
        && !s.OpenDuties.Exists(d => d.Stem == DutyStems.Plan)
            ? ConsultationVariant.CrossCommunity : null;

    /// <summary>Communities not concerned whose opinions the township has not decided upon (另有意见的社区), by code. C013.</summary>
    public static ImmutableSortedSet<UnitCode> Undecided(Consultation s) =>
        s.Variant == ConsultationVariant.CrossCommunity ? [] : [.. s.Opinions.Select(o => o.Community).Where(c => !s.Communities.Contains(c) && !s.Answered.Contains(c))];

    internal static bool IsElsewhere(Consultation s, UnitCode community) => s.Variant != ConsultationVariant.CrossCommunity && !s.Communities.Contains(community);

    // T087(a) and (c) bind a 乡镇 even in one community.
    private static bool Concerns(MatterFacts matter, bool isTown) => isTown && TownshipMayLead(matter);
}
