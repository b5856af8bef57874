using System.Collections.Immutable;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Contracts.Hierarchy;

// How figures cross the wire: they travel many times a second, so they have binary forms of their own instead of JSON.

[GenerateSerializer, Alias("wire.UnitCode")]
internal struct UnitCodeWire
{
    [Id(0)] public string Value;
}

[RegisterConverter]
internal sealed class UnitCodeConverter : IConverter<UnitCode, UnitCodeWire>
{
    public UnitCode ConvertFromSurrogate(in UnitCodeWire surrogate) => new(surrogate.Value);

    public UnitCodeWire ConvertToSurrogate(in UnitCode value) => new() { Value = value.Value };
}

[GenerateSerializer, Alias("wire.OrganCode")]
internal struct OrganCodeWire
{
    [Id(0)] public string Value;
}

[RegisterConverter]
internal sealed class OrganCodeConverter : IConverter<OrganCode, OrganCodeWire>
{
    public OrganCode ConvertFromSurrogate(in OrganCodeWire surrogate) => new(surrogate.Value);

    public OrganCodeWire ConvertToSurrogate(in OrganCode value) => new() { Value = value.Value };
}

[GenerateSerializer, Alias("wire.Buckets")]
internal struct BucketsWire
{
    [Id(0)] public long[] Keys;
    [Id(1)] public int[] Counts;
}

[RegisterConverter]
internal sealed class BucketsConverter : IConverter<Buckets, BucketsWire>
{
    public Buckets ConvertFromSurrogate(in BucketsWire surrogate) => Buckets.FromSorted(surrogate.Keys, surrogate.Counts);

    public BucketsWire ConvertToSurrogate(in Buckets value) => new() { Keys = value.Keys.ToArray(), Counts = value.Counts.ToArray() };
}

[GenerateSerializer, Alias("wire.CaseContribution")]
internal struct CaseContributionWire
{
    [Id(0)] public int Stage;
    [Id(1)] public string Category;
    [Id(2)] public long ReportedHour;
    [Id(3)] public long ClosedHour;
    [Id(4)] public long DueMinute;
    [Id(5)] public long HandlingDueDay;
    [Id(6)] public bool FedBack;
    [Id(7)] public bool? OnTime;
    [Id(8)] public bool Emergency;
    [Id(9)] public int UrgedLevel;
    [Id(10)] public bool Reopened;
    [Id(11)] public bool Provisional;
}

[RegisterConverter]
internal sealed class CaseContributionConverter : IConverter<CaseContribution, CaseContributionWire>
{
    public CaseContribution ConvertFromSurrogate(in CaseContributionWire s) => new(
        (CaseStage)s.Stage, s.Category, s.ReportedHour, s.ClosedHour, s.DueMinute, s.HandlingDueDay,
        s.FedBack, s.OnTime, s.Emergency, s.UrgedLevel, s.Reopened, s.Provisional);

    public CaseContributionWire ConvertToSurrogate(in CaseContribution value) => new()
    {
        Stage = (int)value.Stage,
        Category = value.Category,
        ReportedHour = value.ReportedHour,
        ClosedHour = value.ClosedHour,
        DueMinute = value.DueMinute,
        HandlingDueDay = value.HandlingDueDay,
        FedBack = value.FedBack,
        OnTime = value.OnTime,
        Emergency = value.Emergency,
        UrgedLevel = value.UrgedLevel,
        Reopened = value.Reopened,
        Provisional = value.Provisional,
    };
}

[GenerateSerializer, OmitDefaultMemberValues, Alias("wire.UnitSummary")]
internal struct UnitSummaryWire
{
    [Id(0)] public Buckets ByStage;
    [Id(1)] public Buckets DueMinutes;
    [Id(2)] public string[] Categories;
    [Id(3)] public int[] CategoryCounts;
    [Id(4)] public Buckets ReportedHours;
    [Id(5)] public Buckets ClosedHours;
    [Id(6)] public Buckets ClosedDays;
    [Id(7)] public Buckets OnTimeDays;
    [Id(8)] public Buckets DueDoneDays;
    [Id(9)] public int Emergencies;
    [Id(10)] public int Urged;
    [Id(11)] public int Reopened;
    [Id(12)] public int Provisional;

    /// <summary>Null where there is nothing to tell, which costs nothing on the wire.</summary>
    [Id(13)] public ConsultationFigures? Consultations;
}

[RegisterConverter]
internal sealed class UnitSummaryConverter : IConverter<UnitSummary, UnitSummaryWire>
{
    public UnitSummary ConvertFromSurrogate(in UnitSummaryWire s) => new()
    {
        ByStage = s.ByStage,
        DueMinutes = s.DueMinutes,
        ByCategory = s.Categories.Zip(s.CategoryCounts, KeyValuePair.Create).ToImmutableSortedDictionary(StringComparer.Ordinal),
        ReportedHours = s.ReportedHours,
        ClosedHours = s.ClosedHours,
        ClosedDays = s.ClosedDays,
        OnTimeDays = s.OnTimeDays,
        DueDoneDays = s.DueDoneDays,
        Emergencies = s.Emergencies,
        Urged = s.Urged,
        Reopened = s.Reopened,
        Provisional = s.Provisional,
        Consultations = s.Consultations ?? ConsultationFigures.Empty,
    };

    public UnitSummaryWire ConvertToSurrogate(in UnitSummary value) => new()
    {
        ByStage = value.ByStage,
        DueMinutes = value.DueMinutes,
        Categories = [.. value.ByCategory.Keys],
        CategoryCounts = [.. value.ByCategory.Values],
        ReportedHours = value.ReportedHours,
        ClosedHours = value.ClosedHours,
        ClosedDays = value.ClosedDays,
        OnTimeDays = value.OnTimeDays,
        DueDoneDays = value.DueDoneDays,
        Emergencies = value.Emergencies,
        Urged = value.Urged,
        Reopened = value.Reopened,
        Provisional = value.Provisional,
        Consultations = value.Consultations.IsEmpty ? null : value.Consultations,
    };
}
