using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Storage.Tests;

/// <summary>Rows of consultations to start from, in the city of the samples.</summary>
public static class ConsultationSamples
{
    public static ConsultationContribution Contribution(ConsultationStage stage = ConsultationStage.TopicDetermined) =>
        new(stage, true, SummaryFold.MinuteOf(Samples.Now.AddHours(5)), Buckets.Empty, SummaryFold.MinuteOf(Samples.Now.AddHours(5)), SummaryFold.MinuteOf(Samples.Now.AddHours(5)), false, 1, false, 0, false);

    public static ConsultationRow Consultation(this Samples samples, int grid = 0, long version = 1)
    {
        var (community, key) = (samples.Grid(grid).At(UnitLevel.Community), samples.Key("consultation"));
        return new()
        {
            Key = key,
            Version = version,
            Number = $"C{samples.City}-{key}",
            Title = "小区停车位改造协商",
            Variant = ConsultationVariant.Community,
            Stage = ConsultationStage.TopicDetermined,
            Place = new(null, community, community.At(UnitLevel.Township), community.At(UnitLevel.County), samples.City),
            Communities = [community],
            Lead = OrganCode.Of(community),
            Round = 1,
            DueAt = Samples.Now.AddHours(5),
            DueDuty = DutyStems.Plan,
            BeganAt = Samples.Now.AddDays(-3).AddTicks(3),
            ChangedAt = Samples.Now.AddTicks(7),
            Contribution = Contribution(),
            Outcomes = new(0, 0, 0, 0, 0, null, null, 0, 0),
        };
    }

    /// <summary>The same led by its township.</summary>
    public static ConsultationRow Crossing(this ConsultationRow row, params UnitCode[] communities) => row with
    {
        Variant = ConsultationVariant.CrossCommunity,
        Place = row.Place with { Grid = null, Community = null },
        Lead = OrganCode.Of(row.Place.Township),
        Communities = [.. communities],
    };

    public static ConsultationRow With(this ConsultationRow row, ConsultationContribution contribution) =>
        row with { Stage = contribution.Stage, Round = contribution.Round, Contribution = contribution };

    public static Publication Publication(ConsultationRow row) => new(row.Key, row.Version) { Consultation = row };
}
