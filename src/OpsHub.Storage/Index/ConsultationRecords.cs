using System.Collections.Immutable;
using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Consultations;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Storage.Index;

/// <summary>Between a consultation's row and its record.</summary>
internal static class ConsultationRecords
{
    private const string NoDuties = "[]";

    public static ConsultationRecord Of(ConsultationRow row)
    {
        var (c, o) = (row.Contribution, row.Outcomes);
        return new ConsultationRecord
        {
            ConsultationKey = row.Key,
            Version = row.Version,
            Number = row.Number,
            Title = row.Title,
            Variant = (long)row.Variant,
            Stage = (long)row.Stage,
            Category = (long?)row.Category ?? 0,
            Grid = row.Place.Grid?.Value,
            Community = row.Place.Community?.Value,
            Township = row.Place.Township.Value,
            County = row.Place.County.Value,
            City = row.Place.City.Value,
            Lead = row.Lead.Value,
            DelegatedBy = row.DelegatedBy?.Value,
            Round = row.Round,
            DueAt = row.DueAt?.UtcTicks ?? Columns.Never,
            DueDuty = row.DueDuty,
            AnnounceDueAt = row.AnnounceDueAt?.UtcTicks ?? Columns.Never,
            SessionAt = row.SessionAt?.UtcTicks,
            BeganAt = Columns.Ticks(row.BeganAt),
            EndedAt = row.EndedAt?.UtcTicks,
            ChangedAt = Columns.Ticks(row.ChangedAt),
            Communities = Columns.Codes(row.Communities.Select(u => u.Value)),
            IsOpen = Columns.Flag(c.Open),
            PlanDueMinute = c.PlanDueMinute,
            AnnounceDueMinutes = Columns.Counts(c.AnnounceDueMinutes),
            HardDueMinute = c.HardDueMinute,
            DueMinute = c.DueMinute,
            Breached = Columns.Flag(c.Breached),
            VoteAhead = Columns.Flag(c.VoteAhead),
            SessionMinute = c.SessionMinute,
            Provisional = Columns.Flag(c.Provisional),
            PlansDue = o.PlansDue,
            PlansOnTime = o.PlansOnTime,
            AnnouncementsDue = o.AnnouncementsDue,
            AnnouncementsOnTime = o.AnnouncementsOnTime,
            SessionsEnded = o.SessionsEnded,
            Agreed = Columns.MaybeFlag(o.Agreed),
            CarriedOut = Columns.MaybeFlag(o.CarriedOut),
            Ballots = o.Ballots,
            Satisfied = o.Satisfied,
            Papers = row.Papers.Count,
            Published = Columns.Flag(row.Published || !row.Papers.IsEmpty),
            Proposed = (long?)row.Proposed,
            ReviewOpen = Columns.Flag(row.ReviewOpen),
            OpenDuties = row.OpenDuties.IsEmpty ? NoDuties : JsonSerializer.Serialize(row.OpenDuties, DomainSerialization.Options),
            DelegatedStage = (long?)row.DelegatedStage,
        };
    }

    public static ConsultationRow ToRow(ConsultationRecord r) => new()
    {
        Key = r.ConsultationKey,
        Version = r.Version,
        Number = r.Number,
        Title = r.Title,
        Variant = (ConsultationVariant)r.Variant,
        Stage = (ConsultationStage)r.Stage,
        Category = r.Category == 0 ? null : (TopicCategory)r.Category,
        Place = new(Unit(r.Grid), Unit(r.Community), new UnitCode(r.Township), new UnitCode(r.County), new UnitCode(r.City)),
        Communities = Columns.Units(r.Communities),
        Lead = new OrganCode(r.Lead),
        DelegatedBy = r.DelegatedBy is null ? null : new OrganCode(r.DelegatedBy),
        Round = (int)r.Round,
        DueAt = r.DueAt == Columns.Never ? null : Columns.Instant(r.DueAt),
        DueDuty = r.DueDuty,
        Proposed = (ConsultationVariant?)r.Proposed,
        ReviewOpen = r.ReviewOpen != 0,
        OpenDuties = r.OpenDuties == NoDuties ? [] : JsonSerializer.Deserialize<ImmutableList<Duty>>(r.OpenDuties, DomainSerialization.Options)!,
        DelegatedStage = (DelegatedStage?)r.DelegatedStage,
        AnnounceDueAt = r.AnnounceDueAt == Columns.Never ? null : Columns.Instant(r.AnnounceDueAt),
        SessionAt = r.SessionAt is { } session ? Columns.Instant(session) : null,
        BeganAt = Columns.Instant(r.BeganAt),
        EndedAt = r.EndedAt is { } ended ? Columns.Instant(ended) : null,
        ChangedAt = Columns.Instant(r.ChangedAt),
        Published = r.Published != 0,
        Contribution = ToContribution(r),
        Outcomes = new(
            (int)r.PlansDue, (int)r.PlansOnTime, (int)r.AnnouncementsDue, (int)r.AnnouncementsOnTime, (int)r.SessionsEnded, Truth(r.Agreed), Truth(r.CarriedOut), (int)r.Ballots, (int)r.Satisfied),
    };

    public static ConsultationContribution ToContribution(ConsultationRecord r) => new(
        (ConsultationStage)r.Stage, r.IsOpen != 0, r.PlanDueMinute, Columns.Counts(r.AnnounceDueMinutes), r.HardDueMinute, r.DueMinute, r.Breached != 0, (int)r.Round, r.VoteAhead != 0, r.SessionMinute, r.Provisional != 0);

    private static UnitCode? Unit(string? code) => code is null ? null : new UnitCode(code);

    private static bool? Truth(long? flag) => flag is null ? null : flag != 0;
}
