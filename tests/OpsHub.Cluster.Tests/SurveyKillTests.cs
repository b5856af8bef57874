using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using OpsHub.Fixtures;
using Xunit.Abstractions;

namespace OpsHub.Cluster.Tests;

/// <summary>Answers to a survey under fire: parallel senders, lost answers, kill -9. Each token counts once, none that was acknowledged is lost, and no token stands anywhere (A024).</summary>
public sealed class SurveyKillTests(ITestOutputHelper output)
{
    private const int Senders = 8;
    private const int FewestKills = 3; // on a slow machine too
    private const int Batches = 3; // of 300 tokens

    private const string Units = """
        code,parentCode,level,name,kind,population,areaKm2,load
        43,,1,湖南省,province,,,
        4302,43,2,株洲市,prefecture-city,,,
        430203,4302,3,芦淞区,district,,,
        430203001,430203,4,贺家土街道,subdistrict,,,
        430203001001,430203001,5,来园社区居委会,community,,,

        """;

    private static readonly int[] Scale = [100, 80, 60, 40, 20];

    [Fact, Trait("Rule", "A024")]
    public async Task A024_each_token_counts_once_and_nothing_acknowledged_is_lost_while_the_host_is_killed()
    {
        using var folder = HubFolder.Empty();
        var settings = new Dictionary<string, string> { ["OpsHub:Seeds:Divisions"] = Path.Combine(folder.Path, "units.csv"), ["OpsHub:Limits:AnonymousPerSecond"] = "100000" };
        await File.WriteAllTextAsync(settings["OpsHub:Seeds:Divisions"], Units);
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var (said, voters) = (new StringBuilder(), new ConcurrentQueue<Voter>());
        const string agency = "430203001-D27";
        string bearer, survey;
        await using (var first = HubProcess.Start(folder.Path, settings))
        {
            await first.Ready();
            bearer = await HubTokens.Issue(folder.Path, settings, "TownshipGovernment", "430203001", "--name", "leader");
            var today = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8));
            var planned = await Do(first, bearer, "planSurvey",
                $"commandId: \"plan\", agency: \"{agency}\", year: {today.Year}, township: \"430203001\", opens: \"{today:yyyy-MM-dd}\", closes: \"{today.AddDays(9):yyyy-MM-dd}\"");
            survey = planned.GetProperty("survey").GetProperty("id").GetString()!;
            for (var batch = 0; batch < Batches; batch++)
            {
                var issued = await Do(first, bearer, "issueSurveyTokens", $"commandId: \"i-{batch}\", surveyId: \"{survey}\", group: SERVICE_USERS, count: 300");
                foreach (var path in issued.GetProperty("paths").EnumerateArray())
                    voters.Enqueue(new(path.GetString()!, random.Next(5)));
            }

            await first.Stop();
            said.Append(first.Output);
        }

        var all = voters.ToList();
        var kills = 0;
        for (; kills < FewestKills; kills++)
        {
            await using var hub = HubProcess.Start(folder.Path, settings);
            await hub.Ready();
            var share = all.Count * (kills + 1) / (FewestKills + 1); // some are left for the last
            var senders = Enumerable.Range(0, Senders).Select(_ => Send(hub, voters)).ToArray();
            while (voters.Count > all.Count - share)
                await Task.Delay(2); // the kill falls into a sending, however fast the machine is
            await hub.Kill();
            await Task.WhenAll(senders);
            said.Append(hub.Output);
        }

        await using var last = HubProcess.Start(folder.Path, settings);
        await last.Ready();
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => Send(last, voters)));
        output.WriteLine($"{kills} kills, {all.Count} tokens, {all.Sum(v => v.Lost)} answers lost, {all.Count(v => v.Thanked == 0)} never thanked");
        all.Sum(v => v.Lost).ShouldBeGreaterThan(0, "or no kill fell into a sending");
        all.ShouldAllBe(v => v.Thanked <= 1 && v.Done);
        all.Where(v => v.Thanked == 0).ShouldAllBe(v => v.Lost > 0, "told that it was used although nobody had used it");

        await Do(last, bearer, "closeSurvey", $"commandId: \"close\", surveyId: \"{survey}\", reason: \"均已填写\"");
        var read = (await last.Answer(bearer, $$"""{ survey(agency: "{{agency}}", year: {{DateTime.UtcNow.AddHours(8).Year}}, township: "430203001") { groups { group result { ballots mean } } } }"""))
            .GetProperty("survey").GetProperty("groups").EnumerateArray().Single(g => g.GetProperty("group").GetString() == "SERVICE_USERS").GetProperty("result");
        read.GetProperty("ballots").GetInt32().ShouldBe(all.Count);
        read.GetProperty("mean").GetDecimal().ShouldBe(decimal.Round((decimal)all.Sum(v => Scale[v.Place]) / all.Count, 4));
        await last.Stop();
        said.Append(last.Output);

        // Neither what the hub said nor what it stored holds a token.
        var stored = string.Concat(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".csv", StringComparison.Ordinal)).Select(f => Encoding.Latin1.GetString(File.ReadAllBytes(f))));
        stored.Length.ShouldBeGreaterThan(10_000);
        foreach (var voter in all)
        {
            var token = voter.Path.Split('/')[^1];
            said.ToString().ShouldNotContain(token);
            stored.Contains(token, StringComparison.Ordinal).ShouldBeFalse();
        }

        (await HubProcess.Verb(folder.Path, settings, "recount")).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(0, r.Output));
        (await HubProcess.Verb(folder.Path, settings, "verify-trace")).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(0, r.Output));
    }

    private static async Task Send(HubProcess hub, ConcurrentQueue<Voter> voters)
    {
        while (voters.TryDequeue(out var voter))
        {
            try
            {
                using var answer = await hub.Http.PostAsync(voter.Path, new FormUrlEncodedContent(
                    new[] { "DailyManagement", "ProblemHandling", "Attitude", "Style" }.Select(f => KeyValuePair.Create(f, $"{voter.Place}"))));
                if (answer.StatusCode == HttpStatusCode.OK)
                    voter.Thank();
                else if (answer.StatusCode == HttpStatusCode.NotFound)
                    voter.End();
                else
                    voters.Enqueue(voter); // busy: the same again
            }
            catch (Exception error) when (error is HttpRequestException or TaskCanceledException or IOException)
            {
                voter.Lose();
                voters.Enqueue(voter);
                if (hub.HasExited)
                    return;
                await Task.Delay(20);
            }
        }
    }

    private static async Task<JsonElement> Do(HubProcess hub, string bearer, string mutation, string fields)
    {
        var payload = (await hub.Answer(bearer, $$"""mutation { {{mutation}}(input: { {{fields}} }) { paths survey { id } errors { code message } } }""")).GetProperty(mutation);
        payload.GetProperty("errors").GetArrayLength().ShouldBe(0, payload.ToString());
        return payload;
    }

    /// <summary>Somebody with a slip, who sends it until it hears something.</summary>
    private sealed class Voter(string path, int place)
    {
        public string Path => path;

        public int Place => place;

        public int Thanked { get; private set; }

        public int Lost { get; private set; }

        public bool Done { get; private set; }

        public void Thank() => (Thanked, Done) = (Thanked + 1, true);

        public void Lose() => Lost++;

        public void End() => Done = true;
    }
}
