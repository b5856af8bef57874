using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using OpsHub.Contracts.Assessments;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Fixtures;
using OpsHub.Host.Jobs.Years;
using OpsHub.Host.Tests.Fakes;

namespace OpsHub.Host.Tests.Jobs.Years;

/// <summary>A township with agencies whose years the jobs go through: decided by the domain, without a silo.</summary>
internal sealed class YearTown
{
    public static readonly UnitCode City = new("4302");
    public static readonly UnitCode Township = new("430203001");

    private readonly HashSet<(string Year, string Command)> _given = [];
    private readonly Dictionary<(OrganCode, int, string), YearSnapshot> _snapshots = [];
    private readonly YearRounds _rounds;

    public YearTown() => _rounds = new(Index, Grains, Directory, new(Time), NullLogger<YearRounds>.Instance);

    public FakeTime Time { get; } = new();

    /// <summary>Agencies that are registered.</summary>
    public List<OrganCode> Agencies { get; } = [Agency(1), Agency(2), Agency(3)];

    /// <summary>Years that there are.</summary>
    public SortedDictionary<string, PlayedYear> Years { get; } = new(StringComparer.Ordinal);

    /// <summary>How often an agency's grain still fails.</summary>
    public Dictionary<OrganCode, int> Failing { get; } = [];

    /// <summary>What is counted for every agency; by the year and the instant.</summary>
    public Func<int, DateTimeOffset, CaseEvidence> Counted { get; set; } = (_, through) => new(1, 1, 0, 1, 1, 0, 0, 0, 0, 0, through);

    /// <summary>Traces read so far.</summary>
    public int TracesRead { get; private set; }

    public static OrganCode Agency(int n) => OrganCode.Parse($"{Township}-D{n:00}");

    public void At(int year, int month, int day, int hour = 0, int minute = 0) => Time.SetUtcNow(LocalDay.Start(new(year, month, day)).AddHours(hour).AddMinutes(minute).ToUniversalTime());

    public void Add(PlayedYear year) => Years.Add(year.Key, year);

    public List<AgencyYearEvent> Happened<T>() => [.. Years.Values.SelectMany(y => y.Events).Where(e => e is T)];

    public List<YearSnapshot> Snapshots(OrganCode agency, int year) => [.. _snapshots.Where(s => s.Key.Item1 == agency && s.Key.Item2 == year).Select(s => s.Value).OrderBy(s => s.At)];

    public Task Open() => Run(() => new OpenAgencyYear(_rounds, Index, Directory).Run());

    public Task Evidence() => Run(() => Counting().Run());

    /// <summary>The minute's look at what changed; the same job over and over, as in one process.</summary>
    public Task Follow() => Run(() => (_live ??= new(_rounds, Counting(), new(_rounds, Counting(), Index, Grains), News, Index, Rules, new(Time))).Run());

    /// <summary>Agencies of which something changed.</summary>
    public List<OrganCode> Changed { get; } = [];

    /// <summary>From when on the job asked what changed, each time.</summary>
    public List<DateTimeOffset> Asked { get; } = [];

    private LiveEvidence? _live;

    private IEvidenceNews News => Fake.Of<IEvidenceNews>((_, args) =>
    {
        Asked.Add((DateTimeOffset)args[0]!);
        return Task.FromResult<IReadOnlyList<OrganCode>>([.. Changed]);
    });

    public Task Assess() => Run(() => new OpenAssessments(_rounds, Counting()).Run());

    public Task Feed() => Run(() => new FeedScores(_rounds, Grains, Rules, new(Time)).Run());

    public Task Snapshot() => Run(() => new YearSnapshots(_rounds, Counting(), Index, Grains).Run());

    private IAgencyYearIndex Index => Fake.Of<IAgencyYearIndex>((method, args) => method.Name switch
    {
        nameof(IAgencyYearIndex.OfUnit) => Rows(y => y.Year == (int)args[1]!),
        nameof(IAgencyYearIndex.InStages) => Rows(
            y => ((IReadOnlyCollection<AgencyYearStage>)args[0]!).Contains(y.State!.Stage) && string.CompareOrdinal(y.Key, (string?)args[1] ?? "") > 0, (int)args[2]!),
        nameof(IAgencyYearIndex.OfAgency) => Rows(y => y.State!.Agency == (OrganCode)args[0]!),
        nameof(IAgencyYearIndex.Snapshots) => Task.FromResult<IReadOnlyList<YearSnapshot>>(Snapshots((OrganCode)args[0]!, (int)args[1]!)),
        nameof(IAgencyYearIndex.Keep) => Task.FromResult(Keep((YearSnapshot)args[0]!, (int)args[1]!)),
        _ => throw new NotSupportedException(method.Name),
    });

    private static IRuleBook Rules => Fake.Of<IRuleBook>((method, _) => method.Name switch
    {
        "get_Current" => new RuleBook(OfficialCalendar.Empty, new CaseRules { Categories = [] }),
        _ => throw new NotSupportedException(method.Name),
    });

    private IHubDirectory Directory => Fake.Of<IHubDirectory>((method, args) => method.Name switch
    {
        "get_City" => City,
        nameof(IHubDirectory.Descendants) => (IReadOnlyList<UnitRow>)[new(Township, 1, "", "", City, default, null, null, false), new(new("430203002"), 1, "", "", City, default, null, null, false)],
        nameof(IHubDirectory.AgenciesOf) => (IReadOnlyList<AgencyRow>)[.. Agencies.Select(a => new AgencyRow(a, 1, "", OrganCode.Parse("430203:D12"), Township, [Township, new("430203002")], false))],
        _ => throw new NotSupportedException(method.Name),
    });

    private IGrainFactory Grains => Fake.Of<IGrainFactory>((_, args) => Grain((string)args[0]!));

    private IAgencyYearGrain Grain(string key) => Fake.Of<IAgencyYearGrain>((method, args) => method.Name switch
    {
        nameof(IAgencyYearGrain.Do) => Task.FromResult(Do(key, (AgencyYearCommand)args[0]!, (CommandContext)args[1]!)),
        nameof(IAgencyYearGrain.Get) => Task.FromResult(Years.GetValueOrDefault(key) is { } year ? new AgencyYearView(key, year.State!, year.Events.Count, "") : null),
        nameof(IAgencyYearGrain.Trace) => Task.FromResult(Trace(key, (long)args[0]!, (int)args[1]!)),
        _ => throw new NotSupportedException(method.Name),
    });

    private YearEvidence Counting() => new(_rounds, Fake.Of<IAgencyEvidence>((_, args) => Task.FromResult<IReadOnlyDictionary<UnitCode, CaseEvidence>>(
        ((IReadOnlyCollection<UnitCode>)args[1]!).ToDictionary(t => t, _ => Counted((int)args[2]!, (DateTimeOffset)args[3]!)))));

    private CommandReply Do(string key, AgencyYearCommand command, CommandContext context)
    {
        lock (Years)
        {
            var (agency, year) = GrainKeys.YearOf(key);
            if (Failing.TryGetValue(agency, out var times) && times > 0)
            {
                Failing[agency] = times - 1;
                throw new TimeoutException();
            }

            var played = Years.GetValueOrDefault(key) ?? new PlayedYear(agency, year);
            if (_given.Contains((key, context.Key)))
                return new(key, null, played.Events.Count, Repeated: true);
            var decision = played.Try(context.Actor, command, Time.GetUtcNow());
            if (!decision.Events.IsEmpty)
            {
                Years[key] = played;
                _given.Add((key, context.Key));
            }

            return new(key, decision.Refusal, played.Events.Count);
        }
    }

    private TraceSlice Trace(string key, long after, int limit)
    {
        lock (Years)
            TracesRead++;
        return new([.. Years[key].Document().Trace.Recent.Skip((int)after).Take(limit)], Years[key].Events.Count);
    }

    private bool Keep(YearSnapshot snapshot, int year)
    {
        lock (_snapshots)
            return _snapshots.TryAdd((snapshot.Agency, year, snapshot.Period), snapshot);
    }

    private Task<IReadOnlyList<AgencyYearRow>> Rows(Func<PlayedYear, bool> which, int limit = int.MaxValue)
    {
        lock (Years)
            return Task.FromResult<IReadOnlyList<AgencyYearRow>>([.. Years.Values.Where(which).Take(limit).Select(y => y.Row())]);
    }

    private Task Run(Func<Task> job) => Time.Settle(Done(job));

    private static async Task<bool> Done(Func<Task> job)
    {
        await job();
        return true;
    }
}
