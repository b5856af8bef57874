using System.Text.Json;
using OpsHub.Fixtures;
using Xunit.Abstractions;

namespace OpsHub.Cluster.Tests;

/// <summary>Notices under fire: hubs are killed while messages leave through a webhook. None is lost, and none comes twice to a receiver that drops by key.</summary>
public sealed class NoticeKillTests(ITestOutputHelper output)
{
    private const string Township = "430203001";
    private const string Create = "mutation($input:CreateNoticeChannelInput!){createNoticeChannel(input:$input){channel{id} errors{code messageEn}}}";

    // A small city: the time is for kills, not for starts.
    private const string Units = """
        code,parentCode,level,name,kind,population,areaKm2,load
        43,,1,湖南省,province,,,
        4302,43,2,株洲市,prefecture-city,,,
        430203,4302,3,芦淞区,district,,,
        430203001,430203,4,贺家土街道,subdistrict,,,
        430203001001,430203001,5,来园社区居委会,community,,,
        430203001001001,430203001001,6,第1网格,grid,500,0.1,80

        """;

    // Killed in turn while the other goes on, and both at once.
    [SkippableTheory]
    [InlineData("Sqlite", "0 0 0")]
    [InlineData("PostgreSql", "0 1 01")]
    public async Task Each_notice_comes_to_the_receiver_once_by_key_however_hubs_are_killed(string storage, string kills)
    {
        using var files = HubFolder.Empty();
        var settings = new Dictionary<string, string>
        {
            ["OpsHub:Seeds:GeneratedUnits"] = "false", ["OpsHub:Seeds:Divisions"] = Path.Combine(files.Path, "units.csv"),
            ["OpsHub:Notices:AllowPrivateAddresses"] = "true", ["OpsHub:Notices:WebhookPerMinute"] = "6000",
        };
        await File.WriteAllTextAsync(settings["OpsHub:Seeds:Divisions"], Units);
        if (storage == "PostgreSql")
        {
            Skip.If(PostgresServer.Missing is not null, PostgresServer.Missing);
            (settings["OpsHub:Storage"], settings["ConnectionStrings:OpsHub"]) = (storage, await PostgresServer.NewDatabase());
        }

        await using var receiver = await Receiver.Open();
        await using var hubs = await Hubs.Start(settings, kills.Max() - '0' + 1);
        var committee = await hubs.Token("CommunityCommittee", "430203001001");
        var created = await hubs.Any().Answer(await hubs.Token("Administrator", "4302"), Create, new { input = new { commandId = "hook", organ = Township, kind = "WEBHOOK", target = receiver.Url, kinds = new[] { "EMERGENCY" } } });
        created.GetProperty("createNoticeChannel").GetProperty("errors").GetArrayLength().ShouldBe(0, created.ToString());

        using var stop = new CancellationTokenSource();
        var senders = Enumerable.Range(0, 4).Select(n => Report(hubs, committee, $"s{n}", stop.Token)).ToArray();
        foreach (var kill in kills.Split(' '))
        {
            await More(5);
            receiver.Thinks = TimeSpan.FromSeconds(5);
            await More(1); // it thinks: the kill falls between sending and knowing that it was sent, where this hub sends
            await Task.WhenAll(kill.Select(hub => hubs.Kill(hub - '0')));
            receiver.Thinks = TimeSpan.Zero;
            await Task.WhenAll(kill.Select(hub => hubs.Restart(hub - '0')));
        }

        await stop.CancelAsync();
        var reported = (await Task.WhenAll(senders)).Sum();
        var open = (await hubs.Any().Answer(committee, "{cases(first:1){totalCount}}")).GetProperty("cases").GetProperty("totalCount").GetInt32();
        open.ShouldBe(reported);

        // An emergency is told to its township at once, on days off and at night too.
        await Until(() => Task.FromResult(ByKey(receiver).Values.Sum(m => m.Count) >= reported), "every notice comes");
        await Task.Delay(TimeSpan.FromSeconds(3)); // a double would come within the next rounds
        var messages = ByKey(receiver);
        output.WriteLine($"{storage}: {reported} notices in {messages.Count} messages, {receiver.Requests.Count} sendings");
        messages.Values.Sum(m => m.Count).ShouldBe(reported, "by key none is lost and none comes twice");
        messages.Values.SelectMany(m => m.Shown).ShouldBeUnique();
        receiver.Requests.Count.ShouldBeGreaterThan(messages.Count, "or no kill fell into a sending");

        Task More(int requests)
        {
            var before = receiver.Requests.Count;
            return Until(() => Task.FromResult(receiver.Requests.Count >= before + requests), "messages leave");
        }
    }

    /// <summary>What a receiver keeps that drops by key; the same key must be the same message.</summary>
    private static Dictionary<string, (int Count, IReadOnlyList<string> Shown)> ByKey(Receiver receiver)
    {
        var kept = new Dictionary<string, (int Count, IReadOnlyList<string> Shown)>();
        foreach (var request in receiver.Requests)
        {
            var data = JsonDocument.Parse(request.Body).RootElement.GetProperty("data");
            var message = data.TryGetProperty("nearest", out var nearest)
                ? (data.GetProperty("count").GetInt32(), [.. nearest.EnumerateArray().Select(n => n.GetProperty("key").GetString()!)])
                : (1, (IReadOnlyList<string>)[data.GetProperty("key").GetString()!]);
            if (!kept.TryAdd(request.Headers["webhook-id"], message))
            {
                kept[request.Headers["webhook-id"]].Count.ShouldBe(message.Item1);
                kept[request.Headers["webhook-id"]].Shown.ShouldBe(message.Item2);
            }
        }

        return kept;
    }

    // Each command again until it is answered, through whichever hub lives; how many cases it made.
    private static async Task<int> Report(Hubs hubs, string token, string name, CancellationToken stop)
    {
        for (var i = 0; ; i++)
        {
            if (stop.IsCancellationRequested)
                return i;
            await Until(async () => CaseSteps.Accepted(await hubs.Any(i).Query(token, CaseSteps.Report, CaseSteps.ReportInput($"{name}-{i}", "430203001001001", priority: "EMERGENCY")), "reportCase") is not null, "a report is taken");
            await Task.Delay(30, CancellationToken.None);
        }
    }

    private static async Task Until(Func<Task<bool>> holds, string what)
    {
        for (var watch = System.Diagnostics.Stopwatch.StartNew(); ; await Task.Delay(200))
        {
            try
            {
                if (await holds())
                    return;
            }
            catch (Exception error) when (error is HttpRequestException or TaskCanceledException or IOException or JsonException or InvalidOperationException)
            {
                // Nothing is known of it: again.
            }

            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(4), what);
        }
    }

    /// <summary>Hubs of one storage, each with a folder of its own.</summary>
    private sealed class Hubs(Dictionary<string, string> settings, int count) : IAsyncDisposable
    {
        private readonly HubFolder[] _folders = [.. Enumerable.Range(0, count).Select(_ => HubFolder.Empty())];
        private readonly HubProcess[] _hubs = new HubProcess[count];

        public static async Task<Hubs> Start(Dictionary<string, string> settings, int count)
        {
            var hubs = new Hubs(settings, count);
            for (var hub = 0; hub < count; hub++)
                await hubs.Restart(hub);
            return hubs;
        }

        public Task<string> Token(string role, string unit) => HubTokens.Issue(_folders[0].Path, settings, role, unit);

        /// <summary>One that lives, where one does.</summary>
        public HubProcess Any(int from = 0) => Enumerable.Range(from, count).Select(hub => _hubs[hub % count]).FirstOrDefault(hub => !hub.HasExited) ?? _hubs[0];

        public Task Kill(int hub) => _hubs[hub].Kill();

        public async Task Restart(int hub)
        {
            if (_hubs[hub] is { } former)
                await former.DisposeAsync();
            _hubs[hub] = HubProcess.Start(_folders[hub].Path, settings);
            await _hubs[hub].Ready();
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var hub in _hubs)
                await hub.DisposeAsync();
            foreach (var folder in _folders)
                folder.Dispose();
        }
    }
}
