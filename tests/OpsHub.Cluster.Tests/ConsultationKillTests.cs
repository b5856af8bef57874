using Microsoft.Data.Sqlite;
using OpsHub.Fixtures;

namespace OpsHub.Cluster.Tests;

/// <summary>kill -9 between the write of a consultation's step and its publishing. The demonstration's consultations are given through their real commands,
/// under the same ids after each restart.</summary>
public sealed class ConsultationKillTests
{
    private const string LastStory = "SELECT COUNT(*) FROM Consultations WHERE Stage = 8"; // a vote must be held

    [Fact]
    public async Task No_step_of_a_consultation_is_lost_or_doubled_when_the_host_is_killed()
    {
        using var folder = await HubFolder.Seeded();
        foreach (var kill in new[] { 1, 4, 9, 17 })
        {
            await using var hub = HubProcess.Start(folder.Path, new Dictionary<string, string> { ["OpsHub:Faults:KillAfterWrites"] = $"{kill}" }, "--demo");
            await hub.Exit().WaitAsync(TimeSpan.FromMinutes(5));
        }

        await using (var last = HubProcess.Start(folder.Path, arguments: "--demo"))
        {
            await last.Ready();
            for (var waited = 0; Count(folder, LastStory) == 0; waited++)
            {
                waited.ShouldBeLessThan(600, last.Output);
                await Task.Delay(200);
            }

            await last.Stop();
        }

        Count(folder, "SELECT COUNT(*) FROM OrleansStorage WHERE GrainIdExtensionString LIKE 'consultation-%'").ShouldBe(8);
        Count(folder, "SELECT COUNT(DISTINCT Number) FROM Consultations").ShouldBe(8);
        (await HubProcess.Verb(folder.Path, null, "recount")).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(0, r.Output));
        (await HubProcess.Verb(folder.Path, null, "verify-trace")).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(0, r.Output));
        var number = Text(folder, "SELECT MIN(Number) FROM Consultations");
        (await HubProcess.Verb(folder.Path, null, "verify-trace", number)).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(0, r.Output), r => r.Output.ShouldContain("1 chains"));
    }

    private static long Count(HubFolder folder, string query) => long.Parse(Text(folder, query), System.Globalization.CultureInfo.InvariantCulture);

    private static string Text(HubFolder folder, string query)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.Path, "opshub.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = query;
        return command.ExecuteScalar()!.ToString()!;
    }
}
