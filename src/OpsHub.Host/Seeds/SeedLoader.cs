using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Database;
using OpsHub.Host.Options;

namespace OpsHub.Host.Seeds;

/// <summary>Loads the divisions, and generated grids and agencies, when they are new or were changed.</summary>
internal sealed class SeedLoader(
    UnitImporter importer, IHubDirectory directory, IRuleBook rules, IGrainFactory grains, HubClock clock,
    IDbContextFactory<HostContext> database, IOptions<SeedOptions> options)
{
    private const string Name = "divisions";

    // Raised when the generator changes, so that its new units are imported.
    private const string Generation = "1";

    /// <summary>Makes sure that the seeds are loaded; how many commands that took.</summary>
    /// <exception cref="SeedFileException">The file can't be used.</exception>
    public async Task<int> Load(IProgress<(int Done, int Of)>? progress, CancellationToken cancel)
    {
        await directory.Refresh(cancel);
        if (options.Value.Divisions.Length == 0)
            return 0;
        var path = options.Value.PathOf(options.Value.Divisions);
        var hash = await HashOf(path, cancel);
        await using var context = await database.CreateDbContextAsync(cancel);
        var loaded = await context.LoadedSeeds.FindAsync([Name], cancel);
        if (loaded?.Hash == hash && directory.City is not null)
            return 0;

        var rows = DivisionFile.Read(path);
        if (options.Value.GeneratedUnits)
            rows.AddRange(GeneratedUnits.Grids(rows.Where(r => r.Level == "5").Select(r => (r.Code, r.Kind)).ToArray(), rows.Count + 2));
        var actor = Actor.Hub(rows.Where(r => r.Level == "2" && UnitCode.TryParse(r.Code, out _)).Select(r => UnitCode.Parse(r.Code)).FirstOrDefault());
        var outcome = await importer.Import(rows, actor, progress, cancel);
        if (outcome.Problems.Count > 0)
            throw new SeedFileException(path, outcome.Problems[0].Line, $"{outcome.Problems[0].Column}（规则 {outcome.Problems[0].Rule}）：{outcome.Problems[0].Zh}", $"{outcome.Problems[0].Column} (rule {outcome.Problems[0].Rule}): {outcome.Problems[0].En}");
        var done = outcome.Done + (options.Value.GeneratedUnits ? await Agencies(actor, cancel) : 0);
        await Remember(context, loaded, hash, cancel);
        return done;
    }

    private async Task<int> Agencies(Actor actor, CancellationToken cancel)
    {
        var wanted = directory.Descendants(directory.City!.Value, UnitLevel.Township)
            .SelectMany(t => GeneratedUnits.Agencies(t, rules.Current.Cases.Powers))
            .Where(a => directory.Agency(a.Code) is null).ToArray();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Value.AtOnce, CancellationToken = cancel };
        await Parallel.ForEachAsync(wanted, parallel, async (agency, stop) =>
        {
            var context = new CommandContext($"generated-{Generation}-{agency.Code}", actor);
            var reply = await Patiently.Do(() => grains.Agency(agency.Code).Do(agency, context), clock.Time, stop);
            if (reply.Refusal is { } refusal)
                throw new SeedFileException($"演示机构 {agency.Code}：{refusal.Zh}\nGenerated agency {agency.Code}: {refusal.En}");
        });
        await directory.Refresh(cancel);
        return wanted.Length;
    }

    private async Task Remember(HostContext context, LoadedSeed? loaded, string hash, CancellationToken cancel)
    {
        if (loaded is null)
            context.LoadedSeeds.Add(new LoadedSeed { Name = Name, Hash = hash, LoadedAt = clock.Now });
        else
            (loaded.Hash, loaded.LoadedAt) = (hash, clock.Now);
        try
        {
            await context.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException) when (loaded is null)
        {
            // Another process of the cluster loaded the same file at the same moment and said so first.
        }
    }

    private async Task<string> HashOf(string path, CancellationToken cancel)
    {
        var bytes = await SeedFileException.Opening(path, () => File.ReadAllBytesAsync(path, cancel));
        return Convert.ToHexStringLower(SHA256.HashData([.. bytes, .. Encoding.UTF8.GetBytes($"|{options.Value.GeneratedUnits}|{Generation}")]));
    }
}
