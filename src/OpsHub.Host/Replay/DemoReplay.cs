using Microsoft.Extensions.Options;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Accounts;
using OpsHub.Host.Options;
using OpsHub.Host.Startup;

namespace OpsHub.Host.Replay;

/// <summary>Replays the sample stream once the hub is ready, through the same API that everyone uses.</summary>
internal sealed partial class DemoReplay(
    ServeRequest request, StartupState state, TokenIssuer tokens, IHubDirectory directory, IRuleBook rules, IOptions<SeedOptions> seeds,
    TimeProvider time, ILogger<DemoReplay> logger) : BackgroundService
{
    // Enough past for trends and open cases of every age; of what is long closed, only the last days are entered.
    private static readonly TimeSpan Past = TimeSpan.FromDays(30);
    private const int RecentDays = 2;

    private static readonly TimeSpan TokenLife = TimeSpan.FromDays(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await state.WhenReady.WaitAsync(stoppingToken);
            if (directory.City is not { } city)
                return;
            var files = new ReplayFiles(seeds.Value.PathOf("cases/cases_dev.csv.gz"), seeds.Value.PathOf("cases/boston_type_to_category.csv"));
            var run = new ReplayRun(new Uri(Addresses.Reachable(request.Urls[0])), Token, time);
            var (result, _) = await run.Run(files, new ReplayPlan(request.Speed, Past, RecentDays), city, rules.Departments, null, stoppingToken);
            Ended(logger, result.Cases, result.Steps, result.Refused.Count, string.Join("; ", result.Refused.Take(5)));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Failed(logger, error);
        }
    }

    // A stable principal: after a restart the same command ids are the same commands.
    private async ValueTask<string> Token(Role role, OrganCode organ, CancellationToken cancel) =>
        (await tokens.Issue(new Actor($"demo:{role}:{organ}", role, organ, Backdates: true), TokenLife, null, cancel)).Token;

    [LoggerMessage(LogLevel.Information, "The sample stream has ended: {Cases} cases, {Steps} steps, {Refused} kinds of refusal {Examples}")]
    private static partial void Ended(ILogger logger, int cases, int steps, int refused, string examples);

    [LoggerMessage(LogLevel.Error, "The sample stream stopped; the hub goes on without it")]
    private static partial void Failed(ILogger logger, Exception error);
}
