using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Publishing;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Benchmarks;

/// <summary>5,000 open consultations over the city: any unit's list and summary, and how soon an announcement is on every wall.</summary>
internal static class ConsultationBenchmark
{
    private const int Consultations = 5_000;
    private const int Asks = 300;
    private const int Walls = 50;
    private const int Announcements = 40;
    private static readonly UnitCode City = new("4302");
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    public static async IAsyncEnumerable<BenchmarkRow> Run(string storage)
    {
        await using var silo = await ConsultationSilo.Start(storage);
        var publisher = silo.Services.GetRequiredService<IPublisher>();
        var watch = Stopwatch.StartNew();
        await Parallel.ForAsync(0, Consultations, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (i, cancel) => await Patiently(() => publisher.Publish(Publication(i), cancel)));
        yield return new($"publishing {Consultations:N0} consultations", "", $"{watch.Elapsed.TotalSeconds:F1} s");
        var index = silo.Services.GetRequiredService<IConsultationIndex>();
        foreach (var unit in new[] { "4302", "430203", "430203004", "430203004002" }.Select(UnitCode.Parse))
        {
            var filter = new ConsultationFilter { Unit = unit, OpenOnly = true };
            var page = new PageRequest(50, null, null, null);
            yield return new($"{unit.Level}: list, nearest due first, with its count", "p99 < 20 ms", await Measure(async () =>
                await Task.WhenAll(index.Consultations(filter, ConsultationOrder.DueAt, page), index.Count(filter))));
            yield return new($"{unit.Level}: announcements to make", "p99 < 20 ms", await Measure(() => index.Consultations(filter with { AnnouncementOpen = true }, ConsultationOrder.DueAt, page)));
            yield return new($"{unit.Level}: summary with its children's", "p99 < 20 ms", await Measure(() => silo.Grains.Unit(unit).Family()));
            yield return new($"{unit.Level}: counting it anew from the index", "", await Measure(() => silo.Grains.Unit(unit).Recount(), 30));
            yield return new($"{unit.Level}: indicators of a year", "", await Measure(() => index.Indicators(unit, Now.AddYears(-1), Now.AddDays(1)), 30));
        }

        yield return new($"announcement's reply to {Walls} subscribers of the city", "every wall < 1 s", await Announced(silo.Grains));
    }

    private static async Task<string> Announced(IGrainFactory grains)
    {
        var community = UnitCode.Parse("430203004002");
        var keys = new List<string>();
        for (var i = 0; i < Announcements; i++)
            keys.Add(await Ended(grains, community, i));
        await Task.Delay(TimeSpan.FromSeconds(2)); // what its steps pushed is out
        var walls = Enumerable.Range(0, Walls).Select(_ => new Wall()).ToList();
        var references = walls.ConvertAll(w => grains.CreateObjectReference<IUnitObserver>(w));
        var times = new List<double>();
        foreach (var (n, key) in keys.Index())
        {
            await Task.WhenAll(references.Select(r => grains.Unit(City).Watch(r))); // as any subscriber renews
            var left = Due((await grains.Unit(City).Summary()).Facts) - 1;
            var heard = walls.ConvertAll(w => w.Until(f => Due(f) <= left));
            var reply = await Do(grains, key, Council(community), new Announce("社区公告栏", [PublicationChannel.ResidentsGroups], "协商会议一致同意"), $"announce-{n}");
            if (!reply.Accepted)
                throw new InvalidOperationException(reply.Refusal!.En);
            var replied = Stopwatch.GetTimestamp();
            times.AddRange((await Task.WhenAll(heard)).Select(at => Stopwatch.GetElapsedTime(replied, at).TotalMilliseconds));
        }

        GC.KeepAlive(walls);
        return Times.Told(times);
    }

    private static int Due(UnitSummary facts) => facts.Consultations.AnnounceDueMinutes.Sum();

    private static async Task<string> Ended(IGrainFactory grains, UnitCode community, int n)
    {
        var party = new Actor("party", Role.CommunityParty, OrganCode.Of(community));
        var key = GrainKeys.ConsultationOfCommand(party.Principal, $"begin-{n}");
        ParticipantKind[] kinds = [ParticipantKind.RegisteredResidents];
        (Actor By, ConsultationCommand Command)[] steps =
        [
            (party, new OpenConsultation(community, [community], "小区停车位改造", new())),
            (party, new HoldWorkMeeting("例会纪要")),
            (party, new ProposeTopic(TopicCategory.PublicAffairs, "停车位如何改造", [.. kinds])),
            (Council(community), new DetermineTopic()),
            (Council(community), new MakePlan(TimeProvider.System.GetUtcNow().AddDays(1), VenueKind.ConsultationHall, "议事堂", "讨论办法", "选举产生", [.. kinds], ConsultationForm.Dialogue)),
            (Council(community), new PublishNotice([PublicationChannel.NoticeBoard, PublicationChannel.ResidentsGroups], "公告栏")),
            (Council(community), new FixParticipants([new(ParticipantKind.RegisteredResidents, community, 20, ChoiceMethod.Elected)], "选举记录")),
            (Council(community), new StartSession(PresiderKind.CouncilHead)),
            (Council(community), new EndSession(SessionOutcome.Consensus, "同意", 20, [.. kinds], [])),
        ];
        foreach (var (i, (by, command)) in steps.Index())
        {
            if (await Do(grains, key, by, command, i == 0 ? $"begin-{n}" : $"step-{i}") is { Refusal: { } refusal })
                throw new InvalidOperationException($"{command}: {refusal.En}");
        }

        return key;
    }

    private static Actor Council(UnitCode community) => new("council", Role.Council, OrganCode.Of(community));

    private static Task<CommandReply> Do(IGrainFactory grains, string key, Actor by, ConsultationCommand command, string id) =>
        grains.Consultation(key).Do(command, new CommandContext(id, by));

    private static async Task<string> Measure(Func<Task> ask, int asks = Asks)
    {
        var times = new List<double>();
        await ask(); // the first pays for what all share
        for (var i = 0; i < asks; i++)
        {
            var watch = Stopwatch.StartNew();
            await ask();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return Times.Told(times);
    }

    private static Publication Publication(int i)
    {
        // Nine counties with a dozen townships each, and ten communities in every township; every tenth led by its township.
        var community = UnitCode.Parse($"4302{1 + (i % 9):D2}{1 + (i / 9 % 12):D3}{1 + (i / 108 % 10):D3}");
        var cross = i % 10 == 9;
        var place = new ConsultationPlace(null, cross ? null : community, community.At(UnitLevel.Township), community.At(UnitLevel.County), City);
        var key = $"consultation-{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(i)))[..32]}";
        var (due, announce) = (Now.AddHours((i % 200) - 30), i % 4 == 0 ? Now.AddHours((i % 60) - 10) : (DateTimeOffset?)null);
        var row = new ConsultationRow
        {
            Key = key, Version = 1, Number = $"C4302-2026-{i:D6}", Title = "小区停车位改造", Variant = cross ? ConsultationVariant.CrossCommunity : ConsultationVariant.Community,
            Stage = (ConsultationStage)(i % 15), Category = (TopicCategory)(1 + (i % 8)), Place = place,
            Communities = cross ? [community, UnitCode.Parse($"{community.At(UnitLevel.Township)}{1 + ((i / 108) + 1) % 10:D3}")] : [community],
            Lead = OrganCode.Of(place.Home), Round = 1 + (i % 7 == 0 ? 1 : 0), DueAt = due, DueDuty = DutyStems.Plan, AnnounceDueAt = announce, BeganAt = Now.AddMinutes(-i * 20), ChangedAt = Now.AddMinutes(-i),
            Contribution = new(
                (ConsultationStage)(i % 15), true, SummaryFold.MinuteOf(due), announce is { } a ? Buckets.One(SummaryFold.MinuteOf(a)) : Buckets.Empty, SummaryFold.MinuteOf(due), SummaryFold.MinuteOf(due), i % 11 == 0,
                1 + (i % 7 == 0 ? 1 : 0), i % 13 == 0, i % 3 == 0 ? SummaryFold.MinuteOf(due.AddDays(2)) : 0, i % 17 == 0),
            Outcomes = new(1, 1, 1, i % 2, 1, i % 3 == 0 ? true : null, null, 0, 0),
        };
        return new Publication(key, 1) { Consultation = row };
    }

    private static async Task Patiently(Func<Task> write)
    {
        while (true)
        {
            try
            {
                await write();
                return;
            }
            catch (StorageOverloadedException)
            {
                await Task.Delay(100);
            }
        }
    }

    /// <summary>A subscriber of the city: when it heard of figures as expected.</summary>
    private sealed class Wall : IUnitObserver
    {
        private readonly Lock _gate = new();
        private Func<UnitSummary, bool> _expected = _ => false;
        private TaskCompletionSource<long> _heard = new();

        public Task<long> Until(Func<UnitSummary, bool> expected)
        {
            lock (_gate)
            {
                (_expected, _heard) = (expected, new(TaskCreationOptions.RunContinuationsAsynchronously));
                return _heard.Task;
            }
        }

        public Task Changed(LiveFamily family)
        {
            lock (_gate)
            {
                if (_expected(family.Own.Facts))
                    _heard.TrySetResult(Stopwatch.GetTimestamp());
            }

            return Task.CompletedTask;
        }
    }
}
