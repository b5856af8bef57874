using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Contracts.Hierarchy;

// How figures of consultations cross the wire, with those of cases; most are zero and are left out.

[GenerateSerializer, OmitDefaultMemberValues, Alias("wire.ConsultationContribution")]
internal struct ConsultationContributionWire
{
    [Id(0)] public int Stage;
    [Id(1)] public bool Open;
    [Id(2)] public long PlanDueMinute;
    [Id(4)] public long HardDueMinute;
    [Id(5)] public long DueMinute;
    [Id(6)] public bool Breached;
    [Id(7)] public int Round;
    [Id(8)] public bool VoteAhead;
    [Id(9)] public long SessionMinute;
    [Id(10)] public bool Provisional;

    /// <summary>Null where none is to be made.</summary>
    [Id(11)] public Buckets? AnnounceDueMinutes;
}

[RegisterConverter]
internal sealed class ConsultationContributionConverter : IConverter<ConsultationContribution, ConsultationContributionWire>
{
    public ConsultationContribution ConvertFromSurrogate(in ConsultationContributionWire s) => new(
        (ConsultationStage)s.Stage, s.Open, s.PlanDueMinute, s.AnnounceDueMinutes ?? Buckets.Empty, s.HardDueMinute, s.DueMinute, s.Breached, s.Round, s.VoteAhead, s.SessionMinute, s.Provisional);

    public ConsultationContributionWire ConvertToSurrogate(in ConsultationContribution value) => new()
    {
        Stage = (int)value.Stage,
        Open = value.Open,
        PlanDueMinute = value.PlanDueMinute,
        AnnounceDueMinutes = value.AnnounceDueMinutes.Length == 0 ? null : value.AnnounceDueMinutes,
        HardDueMinute = value.HardDueMinute,
        DueMinute = value.DueMinute,
        Breached = value.Breached,
        Round = value.Round,
        VoteAhead = value.VoteAhead,
        SessionMinute = value.SessionMinute,
        Provisional = value.Provisional,
    };
}

[GenerateSerializer, OmitDefaultMemberValues, Alias("wire.ConsultationFigures")]
internal struct ConsultationFiguresWire
{
    [Id(0)] public Buckets ByStage;
    [Id(1)] public Buckets? PlanDueMinutes;
    [Id(2)] public Buckets? AnnounceDueMinutes;
    [Id(3)] public Buckets? HardDueMinutes;
    [Id(4)] public Buckets? DueMinutes;
    [Id(5)] public Buckets? SessionMinutes;
    [Id(6)] public int Breached;
    [Id(7)] public int FurtherRounds;
    [Id(8)] public int VotesAhead;
    [Id(9)] public int Provisional;
}

[RegisterConverter]
internal sealed class ConsultationFiguresConverter : IConverter<ConsultationFigures, ConsultationFiguresWire>
{
    public ConsultationFigures ConvertFromSurrogate(in ConsultationFiguresWire s) => new()
    {
        ByStage = s.ByStage,
        PlanDueMinutes = s.PlanDueMinutes ?? Buckets.Empty,
        AnnounceDueMinutes = s.AnnounceDueMinutes ?? Buckets.Empty,
        HardDueMinutes = s.HardDueMinutes ?? Buckets.Empty,
        DueMinutes = s.DueMinutes ?? Buckets.Empty,
        SessionMinutes = s.SessionMinutes ?? Buckets.Empty,
        Breached = s.Breached,
        FurtherRounds = s.FurtherRounds,
        VotesAhead = s.VotesAhead,
        Provisional = s.Provisional,
    };

    public ConsultationFiguresWire ConvertToSurrogate(in ConsultationFigures value) => new()
    {
        ByStage = value.ByStage,
        PlanDueMinutes = Told(value.PlanDueMinutes),
        AnnounceDueMinutes = Told(value.AnnounceDueMinutes),
        HardDueMinutes = Told(value.HardDueMinutes),
        DueMinutes = Told(value.DueMinutes),
        SessionMinutes = Told(value.SessionMinutes),
        Breached = value.Breached,
        FurtherRounds = value.FurtherRounds,
        VotesAhead = value.VotesAhead,
        Provisional = value.Provisional,
    };

    private static Buckets? Told(Buckets counts) => counts.Length == 0 ? null : counts;
}
