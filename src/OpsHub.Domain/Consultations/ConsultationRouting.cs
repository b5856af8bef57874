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

    // T087(a) and (c) bind a 乡镇 even in one community.
    private static bool Concerns(MatterFacts matter, bool isTown) => isTown && TownshipMayLead(matter);
}
