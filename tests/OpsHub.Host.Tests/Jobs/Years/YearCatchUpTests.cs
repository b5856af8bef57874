using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using OpsHub.Contracts.Assessments;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Fixtures;
using OpsHub.Host.Database;
using OpsHub.Host.Jobs.Years;
using OpsHub.Host.Tests.Fakes;
using OpsHub.Host.Tests.Processes;

namespace OpsHub.Host.Tests.Jobs.Years;

public sealed class YearCatchUpTests
{
    private static readonly OfficialCalendar Calendar = OfficialCalendar.Empty.With(2026, []);
    private static readonly OrganCode[] Agencies = [YearTown.Agency(1), YearTown.Agency(2)];

    private readonly Dictionary<string, (AgencyYearRow Row, AgencyYear State)> _years = [];
    private readonly FakeTime _time = new();
    private readonly List<string> _asked = [];
    private int _failing;

    public YearCatchUpTests()
    {
        foreach (var agency in Agencies)
        {
            var year = Settled(agency);
            // As it was written before the staff's result had a term.
            _years[year.Key] = (year.Row(), year.State! with { Terms = year.State!.Terms.RemoveAll(t => AgencyYearTerms.Stem(t) == "staff") });
        }

        _time.SetUtcNow(LocalDay.Start(new(2027, 6, 1)).AddHours(9).ToUniversalTime());
    }

    [Fact, Trait("Rule", "A029")]
    public async Task A029_a_year_that_is_over_but_for_the_staffs_result_owes_it_after_the_first_start()
    {
        _years.Values.Select(y => (y.Row.Stage, y.State.Terms.Exists(t => t.IsOpen))).ShouldBe([(AgencyYearStage.Shared, false), (AgencyYearStage.Shared, false)], "nothing would wake them");
        using var folder = new TemporaryFolder();
        using var host = await OpenHub.On(folder);
        for (var start = 0; start < 2; start++)
            await Run(host.Services);
        _asked.Order().ShouldBe(_years.Keys.Order(), "each once, and not again at the next start");
        Owed.ShouldBe([1, 1]);
    }

    [Fact, Trait("Rule", "A029")]
    public async Task A029_what_dies_on_the_way_goes_on_at_the_next_start()
    {
        using var folder = new TemporaryFolder();
        using var host = await OpenHub.On(folder);
        _failing = int.MaxValue;
        await Should.ThrowAsync<InvalidOperationException>(() => Run(host.Services));
        Owed.ShouldBe([1, 0]);
        _failing = 0;
        await Run(host.Services);
        Owed.ShouldBe([1, 1]);
    }

    private IEnumerable<int> Owed => _years.Values.Select(y => y.State.Terms.Count(t => t.IsOpen && AgencyYearTerms.Stem(t) == "staff"));

    private static PlayedYear Settled(OrganCode agency)
    {
        var year = new PlayedYear(agency, 2026).Graded();
        return year.Do(year.Organ, new SetHeadGrade(AssessmentGrade.Competent), year.At(1, 21, 1)).Do(year.Hub, new ShareResult(ShareTarget.Township), year.At(2, 20, 1))
            .Do(year.Hub, new ShareResult(ShareTarget.Department), year.At(2, 20, 1)).Do(year.Organ, new PublishResult("公示栏"), year.At(2, 21, 1))
            .Do(year.Organ, new RecordHostResult(AssessmentGrade.Good, 1.1m), year.At(2, 22, 1));
    }

    private Task Run(IServiceProvider hub)
    {
        var index = Fake.Of<IAgencyYearIndex>((_, args) => Task.FromResult<IReadOnlyList<AgencyYearRow>>(
            [.. _years.Values.Select(y => y.Row).Where(r => ((IReadOnlyCollection<AgencyYearStage>)args[0]!).Contains(r.Stage) && string.CompareOrdinal(r.Key, (string?)args[1] ?? "") > 0)]));
        var grains = Fake.Of<IGrainFactory>((_, args) => Fake.Of<IAgencyYearGrain>((method, _) => method.Name == nameof(IAgencyYearGrain.CatchUp) ? Task.FromResult(CatchUp((string)args[0]!)) : throw new NotSupportedException(method.Name)));
        var rules = Fake.Of<IRuleBook>((method, _) => method.Name == $"get_{nameof(IRuleBook.Versions)}" ? new Domain.Rules.RuleVersions(new(Calendar, new CaseRules { Categories = [] }), []) : throw new NotSupportedException(method.Name));
        var rounds = new YearRounds(index, grains, Fake.Of<IHubDirectory>((method, _) => throw new NotSupportedException(method.Name)), new HubClock(_time), NullLogger<YearRounds>.Instance);
        return _time.Settle(Done(new(rounds, rules, grains, new HubClock(_time), hub.GetRequiredService<IDbContextFactory<HostContext>>())));
    }

    private static async Task<bool> Done(YearCatchUp job)
    {
        await job.Run();
        return true;
    }

    private bool CatchUp(string key)
    {
        lock (_asked)
        {
            if (key == _years.Keys.Last() && _failing-- > 0)
                throw new TimeoutException();
            _asked.Add(key);
            var (row, state) = _years[key];
            if (AgencyYearReprojection.Of(state, _time.GetUtcNow(), Calendar, 90) is not { } moved)
                return false;
            _years[key] = (row, AgencyYearFold.Apply(state, moved));
            return true;
        }
    }
}
