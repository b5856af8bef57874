using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Consultations;

/// <summary>An office that may act (有权办理的主体): a role of one organ.</summary>
/// <param name="Role">Role.</param>
/// <param name="Organ">The organ that it acts for.</param>
public sealed record ConsultationOffice(Role Role, OrganCode Organ)
{
    /// <summary>Whether the actor holds it.</summary>
    public bool IsHeldBy(Actor actor) => actor.Role == Role && actor.Organ == Organ;
}

/// <summary>Which offices may give which command on a consultation as it stands (办理权限): part 4 of the rules, acts, by variant. Whom a duty waits for is
/// read off it as well.</summary>
public static class ConsultationOffices
{
    /// <summary>The offices; empty where nobody gives it by office. Opinions are judged by area, see <see cref="ConsultationAccess"/>.</summary>
    /// <param name="s">The consultation.</param>
    /// <param name="command">Type of the command.</param>
    /// <param name="now">The present instant: after the council's time has passed the party organisation takes its topic itself. Resolution 7.</param>
    /// <param name="inForce">Its place by parents in force; null for that of its beginning.</param>
    public static ImmutableList<ConsultationOffice> Of(Consultation s, Type command, DateTimeOffset now, ConsultationPlace? inForce = null)
    {
        var of = new Offices(s, inForce ?? s.Place);
        return [.. (command.Name switch
        {
            nameof(RerouteConsultation) => of.Township,
            nameof(RecordSolicitation) or nameof(HoldWorkMeeting) or nameof(SimplifySteps) => [.. of.Organisers, .. of.Committee],
            nameof(ProposeTopic) => of.Proposers,
            nameof(ReportToCouncil) or nameof(WithdrawConsultation) => of.Organisers,
            nameof(DetermineTopic) => CouncilLetsItWait(s, now) ? [.. of.Holders, .. of.Organisers] : of.Holders,
            nameof(MakePlan) or nameof(FixParticipants) or nameof(StartSession) or nameof(AdjournSession) or nameof(ResumeSession) or nameof(EndSession)
                or nameof(Conclude) => of.Holders,
            nameof(PublishNotice) => [.. of.Holders, .. of.Committee],
            nameof(Announce) or nameof(ExplainDissent) or nameof(ArchiveConsultation) => [.. of.Holders, .. of.Organisers, .. of.Committee],
            // What a building refers to the council the council itself may record. SM2 row 14a.
            nameof(HoldVote) => [.. of.Holders, .. of.Organisers, .. of.Committee, .. s.Vote?.Bodies.Contains(VoteBody.Council) == true ? of.Council : []],
            nameof(OpenAnotherRound) or nameof(RequireVote) or nameof(Shelve) or nameof(CloseFailed) => [.. of.Holders, .. of.Organisers],
            nameof(AdoptResult) => of.Adopters,
            nameof(StartImplementation) or nameof(PublishProgress) or nameof(CompleteImplementation) or nameof(FeedBackResult) or nameof(RecordSurvey)
                or nameof(ReportUp) => [.. of.Adopters, .. of.Committee],
            nameof(NoteSupervision) => of.Supervisors,
            nameof(CorrectResult) or nameof(DismissReview) or nameof(AddMatterFacts) => [.. of.Party, .. of.Township],
            nameof(StudyReport) or nameof(DecideReport) or nameof(FeedBackReport) => of.Entrusting,
            // By area or by place, not by office of what there is already.
            nameof(OpenConsultation) or nameof(AddOpinion) => Enumerable.Empty<ConsultationOffice>(),
            var unknown => throw new InvalidOperationException($"Nobody has said who may do {unknown}."),
        }).Distinct()];
    }

    /// <summary>The offices that answer for an organ that entrusts a matter; empty where nobody does, as for a city, and it can't entrust any. C059, C078.</summary>
    internal static ImmutableList<ConsultationOffice> Entrusting(OrganCode organ) => organ.Kind switch
    {
        OrganKind.Department => [new(Role.Department, organ)],
        OrganKind.Agency => [new(Role.AgencyStaff, organ)],
        _ when organ.Unit.Level == UnitLevel.Township => [new(Role.TownshipGovernment, organ)],
        _ when organ.Unit.Level == UnitLevel.County => [new(Role.CountyGovernment, organ)],
        _ => [],
    };

    private static bool CouncilLetsItWait(Consultation s, DateTimeOffset now) => s.Duties.Exists(d => d.Stem == DutyStems.TakeTopic && d.Term.IsOpen && d.Term.IsLate(now));

    private readonly struct Offices(Consultation s, ConsultationPlace place)
    {
        private static ImmutableList<ConsultationOffice> At(Role role, UnitCode? unit) => unit is { } code ? [new(role, OrganCode.Of(code))] : [];

        /// <summary>Led by the township: across communities, or a matter of one community that the township must lead. C044, T087, resolution 56.</summary>
        private bool TownshipLeads => s.Variant == ConsultationVariant.CrossCommunity || s.Lead.Unit.Level == UnitLevel.Township;

        public ImmutableList<ConsultationOffice> Township => At(Role.TownshipGovernment, place.Township);

        /// <summary>Party organisation of the community; of a cross-community one there is none.</summary>
        public ImmutableList<ConsultationOffice> Party => s.Variant == ConsultationVariant.CrossCommunity ? [] : At(Role.CommunityParty, place.Community);

        /// <summary>The committee organises, announces and carries out; plan and session are not its own. C075.</summary>
        public ImmutableList<ConsultationOffice> Committee => s.Variant == ConsultationVariant.CrossCommunity ? [] : At(Role.CommunityCommittee, place.Community);

        public ImmutableList<ConsultationOffice> Council => At(Role.Council, place.Community);

        private ImmutableList<ConsultationOffice> Group => At(Role.GroupParty, place.Grid);

        /// <summary>Whoever leads. C001, C012, C014, C034, C044, C080.</summary>
        public ImmutableList<ConsultationOffice> Organisers => TownshipLeads ? Township : s.Variant switch
        {
            ConsultationVariant.BuildingOrGroup => s.Lead.Unit.Level == UnitLevel.Community || place.Grid is null ? [.. Group, .. Party] : Group,
            ConsultationVariant.DirectMeeting => [.. Party, .. Committee],
            _ => Party,
        };

        /// <summary>Whoever puts the topic: of a building or group its own party organisation alone. C034, C080.</summary>
        public ImmutableList<ConsultationOffice> Proposers =>
            !TownshipLeads && s.Variant == ConsultationVariant.BuildingOrGroup && place.Grid is not null ? Group : Organisers;

        /// <summary>Whoever makes the plan and holds the session. C035, C036, C075; part 4.</summary>
        public ImmutableList<ConsultationOffice> Holders =>
            s.Variant == ConsultationVariant.Community ? [.. Council, .. TownshipLeads ? Township : []] : Organisers;

        /// <summary>Whoever puts the result into the Sunshine works and answers for it. C055, C081.</summary>
        public ImmutableList<ConsultationOffice> Adopters => TownshipLeads ? [.. Township, .. Party] : [.. Organisers, .. Party];

        /// <summary>Supervision committees of all communities concerned. C057.</summary>
        public ImmutableList<ConsultationOffice> Supervisors => [.. s.Communities.SelectMany(c => At(Role.SupervisionCommittee, c))];

        /// <summary>Government or department that entrusted the matter. C059, C078.</summary>
        public ImmutableList<ConsultationOffice> Entrusting => s.Matter.DelegatedBy is { } organ ? ConsultationOffices.Entrusting(organ) : [];
    }
}
