using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Control;
using OpsHub.Host.Startup;
using OpsHub.Host.Tests.Fakes;
using OpsHub.Host.Verbs;

namespace OpsHub.Host.Tests.Jobs;

/// <summary>Under traffic some figures are always on their way; at night only what differs twice is a difference.</summary>
public sealed class RecountTests
{
    private const string OnItsWay = "case-1: stored version 5, published 4";
    private const string Stuck = "case-2: stored version 7, published 6";

    [Fact]
    public async Task What_was_only_on_its_way_is_no_difference()
    {
        var (code, lines) = await Recount(twice: true, cells: [3, 0], rows: [[OnItsWay], []]);
        code.ShouldBe(ExitCodes.Done, string.Join('\n', lines));
        lines.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_differs_twice_is_told()
    {
        var (code, lines) = await Recount(twice: true, cells: [3, 2], rows: [[OnItsWay, Stuck], [Stuck, "case-1: stored version 6, published 5"]]);
        code.ShouldBe(ExitCodes.Failed);
        lines[..2].ShouldBe(["4302: 2", Stuck]);
    }

    [Fact]
    public async Task The_verb_tells_every_difference()
    {
        var (code, lines) = await Recount(twice: false, cells: [3], rows: [[OnItsWay]]);
        code.ShouldBe(ExitCodes.Failed);
        lines[..2].ShouldBe(["4302: 3", OnItsWay]);
    }

    private static async Task<(int Code, string[] Lines)> Recount(bool twice, int[] cells, string[][] rows)
    {
        var city = UnitCode.Parse("4302");
        var (counted, compared) = (0, 0);
        var time = new FakeTime();
        var unit = Fake.Of<ICityGrain>((_, _) => Task.FromResult(cells[counted++]));
        var operation = new RecountOperation(
            Fake.Of<IGrainFactory>((_, _) => unit),
            Fake.Of<IHubIndex>((method, _) => method.Name == nameof(IHubIndex.Agencies) ? AsyncEnumerable.Empty<AgencyRow>() : rows[compared++].ToAsyncEnumerable()),
            Fake.Of<IHubDirectory>((method, _) => method.Name switch { "get_City" => city, nameof(IHubDirectory.Refresh) => Task.CompletedTask, _ => Array.Empty<UnitRow>() }),
            new HubClock(time));
        var told = new Told();
        return (await time.Settle(operation.Run(new RecountRequest(twice), told, default)), [.. told.Lines]);
    }

    private sealed class Told : IOperationOutput
    {
        public List<string> Lines { get; } = [];

        public void Line(string text) => Lines.Add(text);

        public void Note(string text)
        {
        }

        public void Progress(int done, int of)
        {
        }
    }
}
