using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;

namespace OpsHub.Domain.Consultations;

/// <summary>What kind of value an input of a move takes (录入类型).</summary>
public enum ConsultationInputKind
{
    /// <summary>Text (文本).</summary>
    Text,

    /// <summary>Several texts (多项文本).</summary>
    Texts,

    /// <summary>One of the choices (单选).</summary>
    Choice,

    /// <summary>Several of the choices (多选).</summary>
    Choices,

    /// <summary>Yes or no (是否).</summary>
    Flag,

    /// <summary>A whole number (整数).</summary>
    Number,

    /// <summary>An instant (时间).</summary>
    Instant,

    /// <summary>A community's code (社区).</summary>
    Community,

    /// <summary>Several communities' codes (多个社区).</summary>
    Communities,

    /// <summary>Facts of the matter (事项情况).</summary>
    MatterFacts,

    /// <summary>Participants by kind and community: kind, community, count, method (参与主体).</summary>
    ParticipantClasses,

    /// <summary>Dissents: kind, text, whether harm is alleged (不同意见).</summary>
    Dissents,

    /// <summary>Milestones: text and day (节点).</summary>
    Milestones,
}

/// <summary>One input of a move (步骤录入项), so that a front end needs no copy of the rules.</summary>
/// <param name="Name">Name of the field in the mutation's input.</param>
/// <param name="Kind">Kind of value.</param>
/// <param name="Required">Whether the move is refused without it as the consultation stands now.</param>
/// <param name="Max">Most characters of a text, entries of a list, or the greatest number; null where nothing bounds it.</param>
/// <param name="Min">Least number or fewest entries; null otherwise.</param>
/// <param name="Choices">The choices, as written in the API; empty or null for other kinds.</param>
/// <param name="After">For an instant: it must lie after this; null otherwise.</param>
/// <param name="Before">For an instant: it must not lie after this; null otherwise.</param>
public sealed record ConsultationMoveInput(
    string Name, ConsultationInputKind Kind, bool Required, int? Max = null, int? Min = null, ImmutableList<string>? Choices = null,
    DateTimeOffset? After = null, DateTimeOffset? Before = null);

/// <summary>The inputs of each move, as the consultation stands: what its facts make necessary is required, what cannot be chosen is not offered.</summary>
public static class ConsultationMoveInputs
{
    /// <summary>The inputs, in the order in which a form asks for them; command id, consultation and version, which every command carries, aside.</summary>
    public static ImmutableList<ConsultationMoveInput> Of(ConsultationMove move, Actor actor, Consultation s, ConsultationContext x) => move.Command.Name switch
    {
        nameof(AddOpinion) => [Choice<OpinionSource>("source"), Community("community"), Choice<ParticipantKind>("kind", required: false), Text("text", 2000)],
        nameof(RecordSolicitation) => [Choice("community", [.. s.Communities.Select(c => c.Value)]), Choice<ParticipantKind>("kind"), Text("record", 200)],
        nameof(HoldWorkMeeting) => [Text("record", 200)],
        nameof(RerouteConsultation) =>
            [new("matter", ConsultationInputKind.MatterFacts, true), new("communities", ConsultationInputKind.Communities, true, ConsultationOpening.MostCommunities, 1), Text("reason", 500)],
        nameof(AddMatterFacts) => [Flag("legalVote"), Flag("vital"), Flag("major"), Flag("publicConcern"), Text("reason", 500)],
        nameof(SimplifySteps) => [Text("voteRecord", 200), Steps(s)],
        nameof(ProposeTopic) => [Choice<TopicCategory>("category"), Text("text", 500), Concerned(s),
            Text("delegatedBy", 40, required: false), Text("agreementRecord", 200, required: false)],
        nameof(MakePlan) =>
        [
            new("start", ConsultationInputKind.Instant, true, After: x.Now), Choice<VenueKind>("venue"), Text("place", 200), Text("content", 4000), Text("participantRule", 1000),
            Kinds("kinds", required: true), Choice<ConsultationForm>("form"), Choice<SessionType>("type", required: false),
            // Required by the form chosen: written, online.
            new("letters", ConsultationInputKind.Number, false, ConsultationPlanning.MostLetters, 1), Text("channel", 200, required: false),
        ],
        nameof(PublishNotice) =>
        [
            Several<PublicationChannel>("channels", 1), Text("place", 200, required: false),
            // Where a plan says when and where, the notice is not asked.
            .. s.Plan is null ? new[] { new ConsultationMoveInput("start", ConsultationInputKind.Instant, true, After: x.Now), Text("meetingPlace", 200) } : [],
        ],
        nameof(FixParticipants) => [new("classes", ConsultationInputKind.ParticipantClasses, true, ConsultationParticipating.MostClasses, 1), Text("electionRecord", 200)],
        nameof(StartSession) => [Choice("presider", Presiders(s, x))],
        nameof(EndSession) =>
        [
            // An opinion is required where they agreed: what is said decides.
            Choice<SessionOutcome>("outcome"), Text("opinion", 4000, required: false), new("attendance", ConsultationInputKind.Number, true, ConsultationSessions.MostPresent(s), 1),
            Kinds("heard", required: false, ConsultationSessions.Kinds(s)), new("dissents", ConsultationInputKind.Dissents, false, ConsultationSessions.MostDissents),
            new("replies", ConsultationInputKind.Number, s.Plan?.Letters is not null, s.Plan?.Letters ?? ConsultationPlanning.MostLetters, 0),
        ],
        nameof(Announce) =>
        [
            Choice("duty", ConsultationAnnouncing.Owed(s).ConvertAll(d => d.Term.Id)) with { Required = false },
            Text("place", 200), Several<PublicationChannel>("channels", 0, required: false), Text("text", 4000),
        ],
        nameof(ExplainDissent) => [Choice("dissent", [.. s.Dissents.Where(d => d.ExplainedAt is null).Select(d => d.Id.ToString(System.Globalization.CultureInfo.InvariantCulture))]) with
            { Kind = ConsultationInputKind.Number, Min = 1, Max = s.Dissents.Count }, Text("explanation", 2000)],
        nameof(OpenAnotherRound) => [Text("reason", 500, required: s.Round + 1 > x.Rules.MaxRounds)],
        nameof(RequireVote) => [Text("reason", 500, required: s.Stage == ConsultationStage.SessionEnded && s.Round < 2), Thresholds(s, x.Rules)],
        nameof(HoldVote) => Vote(s, x.Rules),
        nameof(AdoptResult) =>
        [
            Text("implementingBody", 200), Text("owner", 100, required: s.Variant == ConsultationVariant.CrossCommunity || s.Matter.CommunityActs),
            Text("sunshineEntry", 100, required: s.Matter.CommunityActs), new("milestones", ConsultationInputKind.Milestones, false, ConsultationAdopting.MostMilestones),
            new("communityActs", ConsultationInputKind.Flag, false),
        ],
        nameof(PublishProgress) => [Text("text", 2000), Milestone(s)],
        nameof(NoteSupervision) => [Text("text", 1000)],
        nameof(CompleteImplementation) or nameof(FeedBackReport) => [Text("text", 2000)],
        nameof(FeedBackResult) => [Several<FeedbackAudience>("audiences", 1), Text("text", 2000)],
        nameof(RecordSurvey) =>
            [Text("visitRecord", 200), new("ballots", ConsultationInputKind.Number, true, ConsultationClosing.MostBallots, 1), new("satisfied", ConsultationInputKind.Number, true, ConsultationClosing.MostBallots, 0)],
        nameof(ArchiveConsultation) => [new("materials", ConsultationInputKind.Texts, true, ConsultationClosing.MostMaterials, 1)],
        nameof(CorrectResult) => [Text("ground", 1000), new("annul", ConsultationInputKind.Flag, true)],
        nameof(AdjournSession) => [Text("reason", 500), new("resumesAt", ConsultationInputKind.Instant, false, After: x.Now)],
        nameof(Shelve) or nameof(DismissReview) or nameof(WithdrawConsultation) => [Text("reason", 500)],
        nameof(ReportUp) => [Text("report", 4000)],
        nameof(StudyReport) => [Text("note", 2000)],
        nameof(DecideReport) => [new("adopt", ConsultationInputKind.Flag, true), Text("decision", 2000, required: false)],
        _ => [],
    };

    private static ImmutableList<ConsultationMoveInput> Vote(Consultation s, ConsultationRules rules) =>
    [
        Choice("body", [.. (s.Vote?.Bodies ?? []).Select(b => ApiNames.Of(b.ToString()))]), Count("present", 1), Count("yes", 0), Count("no", 0), Count("abstain", 0), Text("record", 200),
        new("secret", ConsultationInputKind.Flag, rules.SecretVotes), Count("eligible", 1) with { Required = s.Matter.LegalVote },
        Choice("community", [.. ConsultationVoting.Awaited(s, rules).Select(c => c.Value)]) with { Required = ConsultationVoting.IsPerCommunity(s) },
    ];

    // What no vote may drop is not offered. C025.
    private static ConsultationMoveInput Steps(Consultation s)
    {
        var steps = ConsultationSimplifying.Droppable(s.Variant);
        return new("dropped", ConsultationInputKind.Choices, false, steps.Count, 0, steps.ConvertAll(step => ApiNames.Of(step.ToString())));
    }

    private static ConsultationMoveInput Flag(string name) => new(name, ConsultationInputKind.Flag, false);

    private static ConsultationMoveInput Milestone(Consultation s) => new("milestone", ConsultationInputKind.Number, false, s.Adoption?.Milestones.Count ?? 0, 1);

    // A lower threshold than what is due is refused, so it is not offered.
    private static ConsultationMoveInput Thresholds(Consultation s, ConsultationRules rules)
    {
        var due = ConsultationVoting.Threshold(s, rules);
        return Choice("threshold", [.. Enum.GetValues<VoteThreshold>().Where(t => t >= due).Select(t => ApiNames.Of(t.ToString()))]) with { Required = false };
    }

    private static ImmutableList<string> Presiders(Consultation s, ConsultationContext x) =>
        [.. Enum.GetValues<PresiderKind>().Where(p => ConsultationSessions.MayPreside(s, p, x)).Select(p => ApiNames.Of(p.ToString()))];

    // Across communities only kinds that were asked pass. C045.
    private static ConsultationMoveInput Concerned(Consultation s) => s.Variant == ConsultationVariant.CrossCommunity
        ? Kinds("kindsConcerned", required: true, [.. s.Solicitations.Select(a => a.Kind).Distinct()])
        : Kinds("kindsConcerned", required: false);

    private static ConsultationMoveInput Count(string name, int least) => new(name, ConsultationInputKind.Number, true, 1_000_000, least);

    private static ConsultationMoveInput Kinds(string name, bool required, ImmutableList<ParticipantKind>? only = null)
    {
        var all = Several<ParticipantKind>(name, required ? 1 : 0, required);
        return only is null ? all : all with { Max = only.Count, Choices = only.ConvertAll(kind => ApiNames.Of(kind.ToString())) };
    }

    private static ConsultationMoveInput Community(string name) => new(name, ConsultationInputKind.Community, true);

    private static ConsultationMoveInput Text(string name, int max, bool required = true) => new(name, ConsultationInputKind.Text, required, max);

    private static ConsultationMoveInput Choice(string name, ImmutableList<string> choices) => new(name, ConsultationInputKind.Choice, true, Choices: choices);

    private static ConsultationMoveInput Choice<TChoice>(string name, bool required = true) where TChoice : struct, Enum =>
        new(name, ConsultationInputKind.Choice, required, Choices: ApiNames.All<TChoice>());

    private static ConsultationMoveInput Several<TChoice>(string name, int least, bool required = true) where TChoice : struct, Enum =>
        new(name, ConsultationInputKind.Choices, required, Enum.GetValues<TChoice>().Length, least, ApiNames.All<TChoice>());
}
