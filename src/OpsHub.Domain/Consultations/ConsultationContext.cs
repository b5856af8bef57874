using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Consultations;

/// <summary>What the shell found out about a community concerned (涉及社区).</summary>
/// <param name="Code">Its code.</param>
/// <param name="Township">Its township in force.</param>
/// <param name="IsVillage">A village (村), where villagers' meetings decide.</param>
public sealed record CommunityFacts(UnitCode Code, UnitCode Township, bool IsVillage);

/// <summary>All that a decision about a consultation rests on besides state and command.</summary>
/// <param name="Actor">Who acts.</param>
/// <param name="Now">When it takes effect.</param>
/// <param name="Calendar">Official calendar.</param>
/// <param name="Rules">Parameters.</param>
/// <param name="Hours">Working hours.</param>
/// <param name="NextSequence">Sequence that the next trace entry will have.</param>
public sealed record ConsultationContext(
    Actor Actor, DateTimeOffset Now, OfficialCalendar Calendar, ConsultationRules Rules, WorkingHours Hours, long NextSequence)
{
    /// <summary>The place of the unit that begins it, in force; null where there is none. For <see cref="OpenConsultation"/> and <see cref="RerouteConsultation"/>, and afterwards the place as it is now.</summary>
    public ConsultationPlace? Place { get; init; }

    /// <summary>The units in force of one that there is already; null where they are not known to be others. G011.</summary>
    public ConsultationArea? Area { get; init; }

    /// <summary>Parents in force; by their codes where nobody moved.</summary>
    public IsWithin IsWithin { get; init; } = (unit, above) => unit.Value.StartsWith(above.Value, StringComparison.Ordinal);

    /// <summary>Whether the township is a 乡镇 rather than a 街道. T087(b).</summary>
    public bool IsTown { get; init; }

    /// <summary>The communities named, those that exist and are in force.</summary>
    public ImmutableDictionary<UnitCode, CommunityFacts> Communities { get; init; } =
        ImmutableDictionary<UnitCode, CommunityFacts>.Empty;

    /// <summary>The office that the head of the community's council holds besides, now (负责人兼任职务). Known for <see cref="StartSession"/>; null where no head is elected. C018, resolution 14.</summary>
    public HeadOffice? HeadOffice { get; init; }

    /// <summary>Whether the organ that the command names as entrusting the matter exists and is in force. C058.</summary>
    public bool DelegatorExists { get; init; } = true;

    /// <summary>The number that a new one gets.</summary>
    public string Number { get; init; } = "";

    /// <summary>Version of the rules in force; a new one begins with it.</summary>
    public int RuleVersion { get; init; } = 1;

    /// <summary>Id of the command: an opinion without a ledger entry goes by it.</summary>
    public string CommandId { get; init; } = "";
}
