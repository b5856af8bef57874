using System.Collections.Immutable;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Governance;

/// <summary>What a city, county or township has built and done for grid governance (综治与网格建设台账). Posts and counts, never a name.
/// G016, G026-G029, G033-G038, G042-G045, G051, G054, G057, G058, G061, T018, T020, T025, T026.</summary>
public sealed record GovernanceFile
{
    /// <summary>Meetings and missed cycles that the document keeps: ten years of months. Older ones are in the trace.</summary>
    public const int Kept = 120;

    /// <summary>The unit.</summary>
    public required UnitCode Unit { get; init; }

    /// <summary>What is built.</summary>
    public ImmutableList<BuiltItem> Built { get; init; } = [];

    /// <summary>What was done about what is owed.</summary>
    public ImmutableList<ObligationRecord> Records { get; init; } = [];

    /// <summary>Members of the grid command centre (指挥中心人员), or null while it isn't set up. G016.</summary>
    public int? CommandStaff { get; init; }

    /// <summary>Measures of the plan. G043.</summary>
    public ImmutableList<PlanMeasure> Plan { get; init; } = [];

    /// <summary>The active assessment scheme of grid workers, or null. G027.</summary>
    public WorkerScheme? WorkerScheme { get; init; }

    /// <summary>Numbers given so far, to delegations and campaigns.</summary>
    public int LastNumber { get; init; }

    /// <summary>Delegations that stand. T025.</summary>
    public ImmutableList<Delegation> Delegations { get; init; } = [];

    /// <summary>The power and responsibility list. T026.</summary>
    public ImmutableList<PowerEntry> Powers { get; init; } = [];

    /// <summary>The newest campaigns, oldest first. G054.</summary>
    public ImmutableList<Campaign> Campaigns { get; init; } = [];

    /// <summary>The newest meetings, by day. T020.</summary>
    public ImmutableList<RegularMeeting> Meetings { get; init; } = [];

    /// <summary>Cycles that passed without a meeting and have none since. T020.</summary>
    public ImmutableList<MissedCycle> Missed { get; init; } = [];

    /// <summary>Day before which every meeting cycle is closed, or null before the first. T020.</summary>
    public DateOnly? ClosedUntil { get; init; }

    /// <summary>The newest period of which the unit was told, by key.</summary>
    public ImmutableSortedDictionary<string, DateOnly> Told { get; init; } = ImmutableSortedDictionary.Create<string, DateOnly>(StringComparer.Ordinal);

    /// <summary>When an item was built; of a department's topic by name.</summary>
    public DateOnly? BuiltOn(ConstructionItem item, string? name = null) => Built.Find(b => b.Item == item && b.Name == name)?.On;

    /// <summary>How many of a set are built, at most all of it.</summary>
    public int CountOf(ConstructionSet set) => Math.Min(ConstructionRule.SizeOf(set), Built.Count(b => ConstructionRule.Of(b.Item).Set == set));

    /// <summary>The state after an event; null before the first.</summary>
    public static GovernanceFile Apply(GovernanceFile? file, GovernanceEvent happened)
    {
        var s = file ?? new GovernanceFile { Unit = happened.Unit };
        return happened switch
        {
            ConstructionSetOn e => s with { Built = [.. s.Built.RemoveAll(b => b.Item == e.Item && b.Name == e.Name).Concat(e.On is { } on ? [new(e.Item, e.Name, on)] : []).OrderBy(b => b.Item).ThenBy(b => b.Name, StringComparer.Ordinal)] },
            ObligationRecorded e => s with { Records = [.. s.Records.RemoveAll(r => r.Kind == e.Record.Kind && r.Year == e.Record.Year).Add(e.Record).OrderBy(r => r.Kind).ThenBy(r => r.Year)] },
            CommandStaffSet e => s with { CommandStaff = e.Members },
            PlanSet e => s with { Plan = e.Measures },
            WorkerSchemeActivated e => s with { WorkerScheme = e.Scheme },
            WorkerSchemeRetired => s with { WorkerScheme = null },
            PowersDelegated e => s with { LastNumber = e.Delegation.Number, Delegations = s.Delegations.Add(e.Delegation) },
            DelegationEnded e => s with { Delegations = s.Delegations.RemoveAll(d => d.Number == e.Number) },
            PowerSet e => s with { Powers = [.. s.Powers.RemoveAll(p => p.Matter == e.Entry.Matter).Concat(e.Entry.Owners.IsEmpty ? [] : [e.Entry]).OrderBy(p => p.Matter, StringComparer.Ordinal)] },
            CampaignOpened e => s with { LastNumber = e.Campaign.Number, Campaigns = Newest(s.Campaigns.Add(e.Campaign)) },
            CampaignClosed e => s with { Campaigns = s.Campaigns.ConvertAll(c => c.Number == e.Number ? c with { Outcome = e.Outcome } : c) },
            RegularMeetingRecorded e => s with { Meetings = Newest([.. s.Meetings.Add(e.Meeting).OrderBy(m => m.On)]), Missed = s.Missed.RemoveAll(m => m.Holds(e.Meeting.On)) },
            CycleClosed e => s with { ClosedUntil = e.Cycle.Until, Missed = e.Missed ? Newest(s.Missed.Add(e.Cycle)) : s.Missed },
            GovernanceTold e => s with { Told = s.Told.SetItems(e.Reminders.Select(r => KeyValuePair.Create(r.Key, r.Period))) },
            _ => throw new InvalidOperationException($"A governance file knows no {happened.GetType().Name}."),
        };
    }

    private static ImmutableList<T> Newest<T>(ImmutableList<T> all) => all.Count > Kept ? all.RemoveRange(0, all.Count - Kept) : all;
}
