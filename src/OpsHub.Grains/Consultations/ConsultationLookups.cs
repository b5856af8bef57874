using System.Collections.Immutable;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Councils;
using OpsHub.Domain.Hierarchy;
using OpsHub.Grains.Commits;

namespace OpsHub.Grains.Consultations;

/// <summary>Gathers what a decision about a consultation rests on: place, communities, number, rules. Looks up, decides nothing.</summary>
internal sealed class ConsultationLookups(IHubDirectory directory, IRuleBook rules, ConsultationNumbers numbers, IGrainFactory grains)
{
    public async ValueTask<ConsultationContext> For(ConsultationCommand command, CommandContext context, Standing<Consultation> standing)
    {
        var area = standing.State is { } state ? directory.AreaOf(state) : null;
        var place = area is not null ? area.Place : command is OpenConsultation open ? directory.PlaceOf(open.Unit) : null;
        if (place is { City: var city })
            await rules.Know(standing.State?.Rules ?? 1, city);
        var book = standing.State is { } s ? rules.Of(s, directory) : place is null ? rules.Current : rules.On(LocalDay.Of(standing.Now), place.County);
        return new ConsultationContext(context.Actor, standing.Now, book.Calendar, book.Consultations, book.Cases.Hours, standing.NextSequence)
        {
            Place = place,
            Area = area,
            IsWithin = directory.IsWithin,
            IsTown = place is not null && IsTown(place.Township),
            Communities = Communities(Named(command).Concat(standing.State?.Communities ?? [])),
            Number = command is OpenConsultation && standing.State is null && place is not null ? await numbers.Next(place.City, standing.Now) : "",
            RuleVersion = book.Version,
            CommandId = context.CommandId,
            HeadOffice = command is StartSession && place?.Community is { } community ? await HeadOffice(community, LocalDay.Of(standing.Now)) : null,
            DelegatorExists = Delegator(command) is not { } organ || Exists(organ),
        };
    }

    // The council's grain asks no other: there is nobody to wait for each other.
    private async Task<HeadOffice?> HeadOffice(UnitCode community, DateOnly today) => (await grains.Council(community).Get())?.State.HeadOn(today)?.Office;

    private static IEnumerable<UnitCode> Named(ConsultationCommand command) => command switch
    {
        OpenConsultation open => [.. open.Communities, .. open.Opinion is { } first ? [first.Community] : Array.Empty<UnitCode>()],
        RerouteConsultation reroute => reroute.Communities,
        AddOpinion opinion => [opinion.Community],
        RecordSolicitation asked => [asked.Community],
        FixParticipants fixing => fixing.Classes.Select(c => c.Community),
        _ => [],
    };

    private static OrganCode? Delegator(ConsultationCommand command) => command switch
    {
        OpenConsultation open => open.Matter.DelegatedBy,
        RerouteConsultation reroute => reroute.Matter.DelegatedBy,
        ProposeTopic topic => topic.DelegatedBy,
        _ => null,
    };

    private bool Exists(OrganCode organ) => organ.Kind switch
    {
        OrganKind.Agency => directory.Agency(organ) is not null,
        OrganKind.Department => rules.Departments.ContainsKey(organ.DepartmentId!) && directory.Unit(organ.Unit) is { EndedOn: null },
        _ => directory.Unit(organ.Unit) is { EndedOn: null },
    };

    // T087(b) says 乡镇: a 街道 is none.
    private bool IsTown(UnitCode township) => directory.Unit(township)?.Kind is "town" or "township" or "ethnic-township";

    private ImmutableDictionary<UnitCode, CommunityFacts> Communities(IEnumerable<UnitCode> named) =>
        named.Distinct().Where(u => u.Level == UnitLevel.Community).Select(directory.PlaceOf).OfType<ConsultationPlace>()
            .ToImmutableDictionary(p => p.Community!.Value, p => new CommunityFacts(p.Community!.Value, p.Township, directory.Unit(p.Community.Value)?.Kind is "village" or "quasi-village"));
}
