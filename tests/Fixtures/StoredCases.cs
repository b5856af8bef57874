using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using OpsHub.Contracts.Commands;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Trace;
using Case = OpsHub.Domain.Cases.Case;

namespace OpsHub.Fixtures;

/// <summary>Cases as they lie in a database, with whole chains, put there without a hub: thousands a second.</summary>
internal static class StoredCases
{
    private const string Insert = """
        INSERT INTO OrleansStorage (GrainIdHash, GrainIdN0, GrainIdN1, GrainTypeHash, GrainTypeString, GrainIdExtensionString, ServiceId, PayloadBinary, ModifiedOn, Version)
        VALUES ($n, $n, 0, 0, 'fixture', $key, 'fixture', $payload, '2026-01-01', $version)
        ON CONFLICT DO UPDATE SET PayloadBinary = excluded.PayloadBinary, Version = OrleansStorage.Version + 1
        """;

    private const string InsertSegment = "INSERT INTO TraceSegments (Subject, Segment, FirstHash, LastHash, Entries) VALUES ($key, $n, $first, $last, $entries) ON CONFLICT DO NOTHING";

    public static readonly UnitCode Grid = UnitCode.Parse("430203001001001");

    private static readonly OrganCode Community = OrganCode.Of(Grid.At(UnitLevel.Community));
    private static readonly OrganCode Township = OrganCode.Of(Grid.At(UnitLevel.Township));
    private static readonly OrganCode Agency = OrganCode.Parse("430203001-D12");
    private static readonly Placement Place = new(Grid, Grid.At(UnitLevel.Community), Grid.At(UnitLevel.Township), Grid.At(UnitLevel.County), Grid.At(UnitLevel.City));

    public static string Key(int n) => $"case-{n:x32}";

    /// <summary>A case from report to closing, with as many rungs fired and verifications failed in between as it takes to have so many entries, at least 9.</summary>
    public static SubjectDocument<Case> Closed(int n, int entries, DateTimeOffset from, out ImmutableList<TraceSegment> segments, string? key = null)
    {
        List<CaseEvent> events =
        [
            new CaseReported(from, $"4302-2026-{n:D6}", Place, CaseKind.Event, "Q04-01", "Q04", "暴露垃圾", "三栋门口的垃圾桶旁有一堆建筑垃圾，已经三天没有清运", CasePriority.Ordinary, false,
                CaseChannel.GridWorker, null, Community, Term("acceptance", Community, from, 1)),
            new CaseAccepted(from, Community, Township, Term("triage", Township, from, 2)),
            new CaseTriaged(from, Township, TriageClass.ClearOwner, false, Township),
            new CaseDispatched(from, Township, Agency, [], "请三日内办结", Term("accept", Agency, from, 3), Term("handling", Agency, from, 4)),
            new DispatchAccepted(from, Agency),
        ];
        for (var back = 0; events.Count < entries - 4; back++)
        {
            events.Add(FedBack(back));
            events.Add(new VerificationFailed(from, Township, "现场仍有残留垃圾，请再次清理"));
        }

        if (events.Count < entries - 3)
            events.Add(new CaseRungsFired(from, [new("handling", RungKind.DueSoon, from)]));
        events.AddRange([FedBack(99), new CaseVerified(from, Township, "已到现场查看"), new CaseClosed(from, Township)]);
        return Document(key ?? Key(n), events.Select((e, i) => e with { At = from.AddMinutes(7 * i) }), out segments);

        CaseFedBack FedBack(int back) => new(from, Agency, "agency-1", "已清运，并增设一只垃圾桶", [$"photo/{n}/{back}"], true, Township, Term($"verification-{back + 1}", Township, from, 5));
    }

    /// <summary>A document whose trace tells these events, each recorded when it took effect.</summary>
    public static SubjectDocument<Case> Document(string key, IEnumerable<CaseEvent> events, out ImmutableList<TraceSegment> segments)
    {
        var (state, chain, cut) = ((Case?)null, TraceChain.Empty, ImmutableList<TraceSegment>.Empty);
        foreach (var e in events)
        {
            var next = Case.Apply(state, e);
            chain = chain.Append(key, new TraceEntry
            {
                Sequence = 0, At = e.At, Principal = "token:fixture", Role = Role.TownshipGovernanceCentre, Organ = Township, Event = e.Name, From = state?.Stage.ToString(), To = next.Stage.ToString(),
                Reason = e.Why, Command = new('c', 64), Body = new('b', 64), Rule = e.Rule, Content = JsonSerializer.Serialize(e, DomainSerialization.Options), PreviousHash = "", Hash = "",
            });
            state = next;
            if (chain.Overflow(key) is not { } segment)
                continue;
            cut = cut.Add(segment);
            chain = chain.WithoutOldest();
        }

        segments = cut;
        return new() { State = state, Trace = chain };
    }

    /// <summary>Writes a document and its segments; again, replaces it.</summary>
    public static void Write(SqliteConnection connection, int n, SubjectDocument<Case> document, ImmutableList<TraceSegment> segments)
    {
        WriteSegments(connection, segments);
        Run(connection, Insert, ("$n", n), ("$key", Key(n)), ("$payload", JsonSerializer.SerializeToUtf8Bytes(document, DomainSerialization.Options)), ("$version", document.Trace.Length));
    }

    private static void WriteSegments(SqliteConnection connection, ImmutableList<TraceSegment> segments)
    {
        foreach (var s in segments)
            Run(connection, InsertSegment, ("$key", s.Subject), ("$n", s.Number), ("$first", s.FirstHash), ("$last", s.LastHash), ("$entries", JsonSerializer.Serialize(s.Entries, DomainSerialization.Options)));
    }

    /// <summary>Puts another document in the place of one that a hub wrote, in whose row Orleans finds it.</summary>
    public static void Replace(SqliteConnection connection, string key, SubjectDocument<Case> document, ImmutableList<TraceSegment> segments)
    {
        WriteSegments(connection, segments);
        Run(connection, "UPDATE OrleansStorage SET PayloadBinary = $payload, Version = Version + 1 WHERE GrainIdExtensionString = $key",
            ("$key", key), ("$payload", JsonSerializer.SerializeToUtf8Bytes(document, DomainSerialization.Options)));
    }

    public static void Run(SqliteConnection connection, string text, params (string Name, object Value)[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }

    private static Term Term(string id, OrganCode holder, DateTimeOffset from, int hours) => Terms.Open(
        id, "环节", holder.Value, from, 1, new(hours, BudgetUnit.Hours), new("G022", "三(五)", BasisKind.Assumed, "CaseSLA/Ordinary"), OfficialCalendar.Empty, WorkingHours.Default);
}
