using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Doors.Feeds;
using OpsHub.Host.Tests.Doors.Consultations;
using OpsHub.Host.Tests.Fakes;

namespace OpsHub.Host.Tests.Doors.Feeds;

public sealed class FeedReadingTests
{
    [Fact]
    public async Task Many_open_consultations_do_not_cut_off_those_that_ended_lately()
    {
        var now = PaperStory.Start;
        var rows = Enumerable.Range(0, 600).Select(i => PaperStory.Row() with { Key = $"consultation-{i}", ChangedAt = now.AddMinutes(-i) })
            .Append(PaperStory.Row() with { Key = "consultation-ended", ChangedAt = now.AddDays(-9), EndedAt = now.AddDays(-9) })
            .Append(PaperStory.Row() with { Key = "consultation-old", ChangedAt = now.AddDays(-90), EndedAt = now.AddDays(-90) }).ToList();
        var state = JsonSerializer.SerializeToUtf8Bytes(new { State = new PaperStory().Begin().Plan().Papers.Now }, DomainSerialization.Options);
        var time = new FakeTime();
        time.SetUtcNow(now);
        var reading = new FeedReading(
            Fake.Of<IConsultationIndex>((_, args) => Task.FromResult(Page(rows, (ConsultationFilter)args[0]!, (PageRequest)args[2]!))),
            Fake.Of<IStoredStates>((_, args) => Task.FromResult<IReadOnlyList<StoredState>>([.. ((IReadOnlyCollection<string>)args[0]!).Select(k => new StoredState(k, 1, state))])),
            Fake.Of<IHubDirectory>((method, args) => method.Name == nameof(IHubDirectory.IsWithin) ? args[0]!.ToString()!.StartsWith(args[1]!.ToString()!, StringComparison.Ordinal) : null),
            new HubClock(time));
        var found = (await reading.Of(new Actor("account:7", Role.TownshipGovernment, OrganCode.Parse("430203001")), PaperStory.Community, default)).Select(c => c.Key).ToList();
        found.ShouldContain("consultation-ended");
        found.ShouldNotContain("consultation-old");
        found.Count.ShouldBe(FeedReading.Most + 1);
    }

    // As the index does: latest change first, in pages.
    private static Page<ConsultationRow> Page(List<ConsultationRow> rows, ConsultationFilter filter, PageRequest page)
    {
        var from = int.Parse(page.After ?? "0", System.Globalization.CultureInfo.InvariantCulture);
        var matching = rows.Where(r => (!filter.OpenOnly || r.EndedAt is null) && (!filter.EndedOnly || r.EndedAt is not null)).ToList();
        var some = matching.Skip(from).Take(page.First!.Value).Select((r, i) => (r, $"{from + i + 1}")).ToList();
        return new(some, from + some.Count < matching.Count, from > 0, PaperStory.Start);
    }
}
