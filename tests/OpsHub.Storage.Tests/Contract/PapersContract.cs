using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Publishing;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Storage.Tests.Contract;

public sealed class SqlitePapers(SqliteHub hub) : PapersContract(hub), IClassFixture<SqliteHub>;

public sealed class PostgreSqlPapers(PostgreSqlHub hub) : PapersContract(hub), IClassFixture<PostgreSqlHub>;

/// <summary>Lists of what was published. C002.</summary>
public abstract class PapersContract(SharedHub shared) : StorageContract(shared)
{
    private UnitCode Home => Samples.Grid(0).At(UnitLevel.Community);

    [SkippableFact]
    public async Task What_was_published_is_listed_newest_first_in_pages_of_its_unit()
    {
        var row = Samples.Consultation() with { Papers = [Notice(1, 0), Announcement(1, 5, late: true)] };
        var other = Samples.Consultation() with { Papers = [Notice(1, 3)] };
        await Hub.Publisher.Publish(ConsultationSamples.Publication(row));
        await Hub.Publisher.Publish(ConsultationSamples.Publication(Samples.Consultation(grid: 1) with { Papers = [Notice(1, 9)] })); // of another county
        await Hub.Publisher.Publish(ConsultationSamples.Publication(other));
        var township = Home.At(UnitLevel.Township);
        var first = await Papers.Published(township, new PageRequest(2, null, null, null));
        first.HasNext.ShouldBeTrue();
        first.Items.Select(i => i.Row.Paper).ShouldBe([Announcement(1, 5, late: true), Notice(1, 3)]);
        first.Items[0].Row.ShouldBe(new PublishedPaperRow(Announcement(1, 5, late: true), row.Number, row.Title, row.Place.Home));
        var second = await Papers.Published(township, new PageRequest(2, first.Items[1].Cursor, null, null));
        second.Items.Select(i => i.Row.Paper).ShouldBe([Notice(1, 0)]);
        second.HasNext.ShouldBeFalse();
        (await Papers.Published(township, new PageRequest(null, null, 2, second.Items[0].Cursor))).Items.Select(i => i.Row.Paper).ShouldBe(first.Items.Select(i => i.Row.Paper));
        await Should.ThrowAsync<BadCursorException>(() => Papers.Published(township, new PageRequest(2, "nothing", null, null)));
    }

    [SkippableFact]
    public async Task A_later_round_adds_its_notice_and_takes_none_back_and_a_lower_version_changes_nothing()
    {
        var row = Samples.Consultation(version: 3) with { Papers = [Notice(1, 0)] };
        await Hub.Publisher.Publish(ConsultationSamples.Publication(row));
        await Hub.Publisher.Publish(ConsultationSamples.Publication(row with { Version = 5, Papers = [Notice(2, 7)] }));
        await Hub.Publisher.Publish(ConsultationSamples.Publication(row with { Version = 4, Papers = [Notice(9, 9)] }));
        (await Of(row)).ShouldBe([Notice(2, 7), Notice(1, 0)]);
    }

    [SkippableFact]
    public async Task Of_a_cleared_consultation_nothing_is_listed()
    {
        var row = Samples.Consultation() with { Papers = [Notice(1, 0)] };
        await Hub.Publisher.Publish(ConsultationSamples.Publication(row));
        await Hub.Publisher.Publish(new Publication(row.Key, row.Version + 1));
        (await Of(row)).ShouldBeEmpty();
    }

    private IPublishedPapers Papers => Hub.Published;

    private async Task<IReadOnlyList<PublishedPaper>> Of(ConsultationRow row) =>
        [.. (await Papers.Published(row.Place.Home, new PageRequest(100, null, null, null))).Items.Where(i => i.Row.Number == row.Number).Select(i => i.Row.Paper)];

    private PublishedPaper Notice(int round, int hours) => new(null, round, Samples.Now.AddHours(hours), null, false);

    private PublishedPaper Announcement(int id, int hours, bool late) => new(AnnouncementKind.Session, id, Samples.Now.AddHours(hours), Samples.Now.AddHours(hours - 1), late);
}
