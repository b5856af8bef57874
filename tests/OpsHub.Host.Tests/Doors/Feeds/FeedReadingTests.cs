using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Doors.Feeds;
using OpsHub.Host.Options;
using OpsHub.Host.Tests.Doors.Consultations;
using OpsHub.Host.Tests.Fakes;

namespace OpsHub.Host.Tests.Doors.Feeds;

public sealed class FeedReadingTests
{
    private static readonly DateTimeOffset Now = PaperStory.Start;

    [Fact]
    public async Task Many_open_consultations_do_not_cut_off_those_that_ended_lately()
    {
        var rows = Overdue(600)
            .Append(PaperStory.Row() with { Key = "consultation-ended", ChangedAt = Now.AddDays(-9), EndedAt = Now.AddDays(-9) })
            .Append(PaperStory.Row() with { Key = "consultation-old", ChangedAt = Now.AddDays(-90), EndedAt = Now.AddDays(-90) });
        var found = await Read([.. rows]);
        found.Consultations.Select(c => c.Key).ShouldContain("consultation-ended");
        found.Consultations.Select(c => c.Key).ShouldNotContain("consultation-old");
        (found.Consultations.Count, found.IsCut).ShouldBe((FeedReading.Most + 1, true));
    }

    [Fact]
    public async Task However_much_is_overdue_every_session_ahead_and_what_falls_due_next_stand_in_the_calendar()
    {
        // Whoever has a session ahead owes its step first afterwards: in the order of dues it stands last.
        var rows = Overdue(700)
            .Concat(Enumerable.Range(0, 650).Select(i => PaperStory.Row() with { Key = $"consultation-session-{i}", DueAt = Now.AddDays(300), SessionAt = Now.AddDays(i % 59).AddHours(1) }))
            .Append(PaperStory.Row() with { Key = "consultation-due", DueAt = Now.AddDays(2) })
            .Append(PaperStory.Row() with { Key = "consultation-far", DueAt = Now.AddDays(200), SessionAt = Now.AddDays(200) });
        var keys = (await Read([.. rows])).Consultations.Select(c => c.Key).ToList();
        keys.Count(k => k.StartsWith("consultation-session-", StringComparison.Ordinal)).ShouldBe(650);
        keys.ShouldContain("consultation-due");
        keys.ShouldNotContain("consultation-far");
        keys.ShouldBeUnique();
    }

    [Fact]
    public async Task A_calendar_that_is_cut_says_so_and_one_that_is_whole_does_not()
    {
        var said = FeedEvents.Cut(await Read([.. Overdue(600)]), PaperStory.Community, Now).ShouldHaveSingleItem();
        (said.End, said.IsCancelled).ShouldBe((null, false));
        said.Summary.ShouldContain("未列全");
        FeedEvents.Cut(await Read([.. Overdue(500)]), PaperStory.Community, Now).ShouldBeEmpty();
        FeedEvents.Cut(await Read([.. Overdue(400), .. Enumerable.Range(0, 300).Select(i => PaperStory.Row() with { Key = $"consultation-{i}-next", DueAt = Now.AddDays(3) })]), PaperStory.Community, Now).ShouldBeEmpty("all of them stand in it");
    }

    [Fact]
    [Trait("Rule", "C034")]
    public async Task C034_the_council_is_told_that_a_session_falls_away_although_nothing_was_published()
    {
        var withdrawn = PaperStory.Row() with { Key = "consultation-gone", Stage = ConsultationStage.Withdrawn, Category = TopicCategory.PublicAffairs, ChangedAt = Now.AddDays(-1), EndedAt = Now.AddDays(-1) };
        var draft = withdrawn with { Key = "consultation-draft", Category = null };
        (await Read([withdrawn, draft], new Actor("account:8", Role.Council, OrganCode.Of(PaperStory.Community)))).Consultations.Select(c => c.Key).ShouldBe(["consultation-gone"]);
        (await Read([withdrawn, draft], new Actor("account:9", Role.GridWorker, OrganCode.Parse(PaperStory.Community + "001")))).Consultations.ShouldBeEmpty();
    }

    private static IEnumerable<ConsultationRow> Overdue(int count) =>
        Enumerable.Range(0, count).Select(i => PaperStory.Row() with { Key = $"consultation-{i}", ChangedAt = Now.AddMinutes(-i), DueAt = Now.AddDays(-1).AddMinutes(-i) });

    private static Task<FeedPage> Read(List<ConsultationRow> rows, Actor? actor = null)
    {
        var state = JsonSerializer.SerializeToUtf8Bytes(new { State = new PaperStory().Begin().Plan().Papers.Now }, DomainSerialization.Options);
        var time = new FakeTime();
        time.SetUtcNow(Now);
        var reading = new FeedReading(
            Fake.Of<IConsultationIndex>((method, args) => method.Name == nameof(IConsultationIndex.Count)
                ? Task.FromResult(Matching(rows, (ConsultationFilter)args[0]!).Count) : Task.FromResult(Page(rows, (ConsultationFilter)args[0]!, (PageRequest)args[2]!))),
            Fake.Of<IStoredStates>((_, args) => Task.FromResult<IReadOnlyList<StoredState>>([.. ((IReadOnlyCollection<string>)args[0]!).Select(k => new StoredState(k, 1, state))])),
            Fake.Of<IHubDirectory>((method, args) => method.Name == nameof(IHubDirectory.IsWithin) ? args[0]!.ToString()!.StartsWith(args[1]!.ToString()!, StringComparison.Ordinal) : null),
            new HubClock(time), Microsoft.Extensions.Options.Options.Create(new HubOptions()));
        return reading.Of(actor ?? new Actor("account:7", Role.TownshipGovernment, OrganCode.Parse("430203001")), PaperStory.Community, default);
    }

    // As the index does: nearest due first, or latest change, in pages.
    private static Page<ConsultationRow> Page(List<ConsultationRow> rows, ConsultationFilter filter, PageRequest page)
    {
        var from = int.Parse(page.After ?? "0", System.Globalization.CultureInfo.InvariantCulture);
        var matching = Matching(rows, filter);
        var some = matching.Skip(from).Take(page.First!.Value).Select((r, i) => (r, $"{from + i + 1}")).ToList();
        return new(some, from + some.Count < matching.Count, from > 0, Now);
    }

    private static List<ConsultationRow> Matching(List<ConsultationRow> rows, ConsultationFilter f) =>
    [
        .. rows.Where(r => (!f.OpenOnly || r.EndedAt is null) && (!f.EndedOnly || r.EndedAt is not null) && (f.DueFrom is null || r.DueAt >= f.DueFrom) && (f.DueBefore is null || r.DueAt < f.DueBefore)
                && (f.SessionFrom is null || r.SessionAt >= f.SessionFrom) && (f.SessionBefore is null || r.SessionAt < f.SessionBefore)
                && (!f.NoWithdrawnDrafts || r.Stage != ConsultationStage.Withdrawn || r.Published || (f.WithdrawnTopics && r.Category is not null)))
            .OrderBy(r => f.EndedOnly ? -r.ChangedAt.UtcTicks : (r.DueAt ?? DateTimeOffset.MaxValue).UtcTicks),
    ];
}
