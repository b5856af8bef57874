using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using OpsHub.Fixtures;
using Xunit.Abstractions;

namespace OpsHub.Cluster.Tests;

/// <summary>The hotline's door under fire: duplicates, reordering, parallel senders, kill -9. One case for each number, none lost (G017).</summary>
public sealed class TicketKillTests(ITestOutputHelper output)
{
    private const int Senders = 8;
    private const int FewestKills = 4; // on a slow machine too
    private const string Door = "/doors/hotline/tickets";

    // How long tickets are sent; the hub is killed again and again meanwhile.
    private static readonly TimeSpan Fire = TimeSpan.FromSeconds(int.TryParse(Environment.GetEnvironmentVariable("OPSHUB_TICKET_SECONDS"), out var seconds) ? seconds : 20);

    // A small city: the time is for kills, not for starts.
    private const string Units = """
        code,parentCode,level,name,kind,population,areaKm2,load
        43,,1,湖南省,province,,,
        4302,43,2,株洲市,prefecture-city,,,
        430203,4302,3,芦淞区,district,,,
        430203001,430203,4,贺家土街道,subdistrict,,,
        430203001001,430203001,5,来园社区居委会,community,,,
        430203001001001,430203001001,6,第1网格,grid,500,0.1,80
        430203001003,430203001,5,大园社区居委会,community,,,
        430203001003001,430203001003,6,第1网格,grid,500,0.1,80

        """;

    private static readonly string[] Places = ["430203001001001", "430203001003", "430203001"]; // a grid, a community, a township

    [Fact]
    public async Task Each_ticket_is_one_case_and_none_is_lost_when_senders_repeat_and_the_host_is_killed()
    {
        using var folder = HubFolder.Empty();
        var settings = new Dictionary<string, string> { ["OpsHub:Seeds:GeneratedUnits"] = "false", ["OpsHub:Seeds:Divisions"] = Path.Combine(folder.Path, "units.csv") };
        await File.WriteAllTextAsync(settings["OpsHub:Seeds:Divisions"], Units);
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using (var first = HubProcess.Start(folder.Path, settings))
        {
            await first.Ready();
            await first.Stop();
        }

        var token = await HubTokens.Issue(folder.Path, settings, "Hotline", "430203", "--name", "gateway");
        var sending = new Sending(random);
        var watch = Stopwatch.StartNew();
        var kills = 0;
        for (; kills < FewestKills || watch.Elapsed < Fire; kills++)
        {
            // Every second time it dies exactly between a write and its publishing.
            var faults = kills % 2 == 0 ? new(settings) { ["OpsHub:Faults:KillAfterWrites"] = random.Next(50, 300).ToString() } : settings;
            await using var hub = HubProcess.Start(folder.Path, faults);
            await hub.Ready();
            var senders = Enumerable.Range(0, Senders).Select(_ => Send(hub, token, sending)).ToArray();
            await Task.WhenAny(hub.Exit(), Task.Delay(random.Next(1_500, 4_000)));
            await hub.Kill();
            await Task.WhenAll(senders);
        }

        await using var last = HubProcess.Start(folder.Path, settings);
        await last.Ready();
        sending.End();
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => Send(last, token, sending)));
        output.WriteLine($"{kills} kills, {sending.Tickets} tickets, {sending.Sent} sendings, {sending.Unanswered} of them unanswered");
        sending.Unanswered.ShouldBeGreaterThan(0, "or no kill fell into a sending");
        sending.Cases.Count.ShouldBe(sending.Tickets);
        sending.Cases.Values.ShouldAllBe(cases => cases.Count == 1);
        sending.Cases.Values.Select(cases => cases.Single()).Distinct().Count().ShouldBe(sending.Tickets, "two numbers of one case");
        sending.Refused.ShouldBeEmpty();

        // The hub's own count: nothing beside the tickets was made.
        var total = (await last.Answer(token, "{cases(first:1){totalCount}}")).GetProperty("cases").GetProperty("totalCount").GetInt32();
        total.ShouldBe(sending.Tickets);
        foreach (var number in Enumerable.Range(0, sending.Tickets).Where(i => i % 25 == 0))
        {
            (await Post(last, token, Ticket(number, title: "另一内容"))).Status.ShouldBe(409);
            var (status, body) = await Get(last, token, $"{Door}/N-{number}");
            status.ShouldBe(200);
            body.GetProperty("caseNumber").GetString().ShouldBe(sending.Cases[number].Single());
        }

        await last.Stop();
        (await HubProcess.Verb(folder.Path, settings, "recount")).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(0, r.Output));
        (await HubProcess.Verb(folder.Path, settings, "verify-trace")).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(0, r.Output));
    }

    private static async Task Send(HubProcess hub, string token, Sending sending)
    {
        while (sending.Next() is { } number)
        {
            try
            {
                var (status, body) = await Post(hub, token, Ticket(number));
                if (status is 429 or 503)
                    sending.Again(number);
                else
                    sending.Answered(number, status, body);
            }
            catch (Exception error) when (error is HttpRequestException or TaskCanceledException or IOException or JsonException)
            {
                // Nobody knows whether it was filed: a gateway sends it again.
                sending.Lost(number);
                if (hub.HasExited)
                    return;
                await Task.Delay(20);
            }
        }
    }

    private static object Ticket(int number, string title = "路面有积水") => new
    {
        number = $"N-{number}",
        title = $"{title} {number}",
        kind = "EVENT",
        category = "W02-99",
        place = new { unit = Places[number % Places.Length] },
    };

    private static async Task<(int Status, JsonElement Body)> Post(HubProcess hub, string token, object ticket)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Door) { Content = new StringContent(JsonSerializer.Serialize(ticket), Encoding.UTF8, "application/json") };
        return await Ask(hub, token, request);
    }

    private static async Task<(int Status, JsonElement Body)> Get(HubProcess hub, string token, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await Ask(hub, token, request);
    }

    private static async Task<(int Status, JsonElement Body)> Ask(HubProcess hub, string token, HttpRequestMessage request)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await hub.Http.SendAsync(request);
        return ((int)answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }

    /// <summary>What a gateway has in its outbox: new tickets in no order, three of ten sent a second time, those without an answer again.</summary>
    private sealed class Sending(Random random)
    {
        private readonly List<int> _outbox = [];
        private readonly ConcurrentDictionary<int, ConcurrentDictionary<string, bool>> _cases = [];
        private bool _ended;

        public int Tickets { get; private set; }

        public int Sent { get; private set; }

        public int Unanswered { get; private set; }

        public ConcurrentQueue<string> Refused { get; } = [];

        public IReadOnlyDictionary<int, ICollection<string>> Cases => _cases.ToDictionary(c => c.Key, c => c.Value.Keys);

        public int? Next()
        {
            lock (_outbox)
            {
                if (_outbox.Count < 50 && !_ended)
                    Fill();
                if (_outbox.Count == 0)
                    return null;
                var at = random.Next(_outbox.Count);
                var number = _outbox[at];
                _outbox.RemoveAt(at);
                Sent++;
                return number;
            }
        }

        public void Again(int number)
        {
            lock (_outbox)
                _outbox.Add(number);
        }

        public void Lost(int number)
        {
            lock (_outbox)
            {
                Unanswered++;
                _outbox.Add(number);
            }
        }

        public void Answered(int number, int status, JsonElement body)
        {
            if (status is 200 or 201)
                _cases.GetOrAdd(number, _ => []).TryAdd(body.GetProperty("caseNumber").GetString()!, true);
            else
                Refused.Enqueue($"{number}: {status} {body}");
        }

        /// <summary>No new tickets; what is in the outbox is still sent.</summary>
        public void End()
        {
            lock (_outbox)
                _ended = true;
        }

        private void Fill()
        {
            for (var i = 0; i < 100; i++)
            {
                _outbox.Add(Tickets);
                if (random.Next(10) < 3)
                    _outbox.Add(Tickets);
                Tickets++;
            }
        }
    }
}
