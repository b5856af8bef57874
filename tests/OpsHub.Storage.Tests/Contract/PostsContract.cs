using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Posts;
using OpsHub.Contracts.Schemes;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Schemes;

namespace OpsHub.Storage.Tests.Contract;

public sealed class SqlitePosts(SqliteHub hub) : PostsContract(hub), IClassFixture<SqliteHub>;

public sealed class PostgreSqlPosts(PostgreSqlHub hub) : PostsContract(hub), IClassFixture<PostgreSqlHub>;

/// <summary>People decisions and assessment schemes. Each test has a city of its own.</summary>
public abstract class PostsContract(SharedHub shared) : StorageContract(shared)
{
    private IPostsIndex Index => Hub.Services.GetRequiredService<IPostsIndex>();

    private ISchemeIndex Schemes => Hub.Services.GetRequiredService<ISchemeIndex>();

    private UnitCode County => UnitCode.Parse($"{Samples.City}01");

    private OrganCode Bureau => OrganCode.Parse($"{County}:D12");

    private UnitCode Town(int n) => UnitCode.Parse($"{County}{n:D3}");

    private OrganCode Agency(int n, string department = "D12") => OrganCode.Parse($"{Town(n)}-{department}");

    [SkippableFact]
    public async Task A_record_is_read_back_whole_and_only_a_higher_version_replaces_it_with_all_its_matters()
    {
        var row = Row(Agency(1), 2, Matter(Agency(1), PostMatterKind.Inquiry, 1, open: true, due: Samples.Now.AddDays(3)), Matter(Agency(1), PostMatterKind.HeadConsultation, 1)) with
        { Posts = 10, Filled = 8, DueAt = Samples.Now.AddTicks(7) };
        await Publish(row);
        await Publish(row with { Version = 1, Posts = 99, Matters = [] });
        Same((await Index.ByAgency([Agency(1)]))[Agency(1)], row);

        var next = Row(Agency(1), 3, Matter(Agency(1), PostMatterKind.Inquiry, 1));
        await Publish(next);
        Same((await Index.ByAgency([Agency(1), Agency(5)])).Values.Single(), next);
        (await Count(new() { Agency = Agency(1) })).ShouldBe(1);
    }

    [SkippableFact, Trait("Rule", "A016")]
    public async Task A016_matters_are_found_as_the_agency_stands_now_without_a_step_of_their_own()
    {
        await Register(Agency(1), 1, Town(1), Town(2));
        await Publish(Row(Agency(1), 1, Matter(Agency(1), PostMatterKind.Inquiry, 1)));
        (await Count(new() { Unit = Town(2) })).ShouldBe(1);

        await Register(Agency(1), 2, Town(1), Town(3));
        (await Count(new() { Unit = Town(2) })).ShouldBe(0, "it serves no more");
        (await Count(new() { Unit = Town(3) })).ShouldBe(1);
        await Register(Agency(1), 1, Town(1), Town(2));
        (await Count(new() { Unit = Town(2) })).ShouldBe(0, "a version of before changes nothing");

        var other = OrganCode.Parse($"{Samples.City}:D12");
        await Hub.Publisher.Publish(new(GrainKeys.Agency(Agency(1)), 3) { Agency = Registered(Agency(1), 3, [Town(1), Town(3)]) with { Department = other, Host = Town(3) } });
        (await Count(new() { Department = Bureau })).ShouldBe(0);
        (await Count(new() { Department = other })).ShouldBe(1);
        await Publish(Row(Agency(1), 2, Matter(Agency(1), PostMatterKind.Inquiry, 1)));
        (await Count(new() { Unit = Town(3), Department = other })).ShouldBe(1, "whoever published last");
    }

    [SkippableFact]
    public async Task An_index_that_lost_the_townships_of_an_agency_is_a_difference()
    {
        await Register(Agency(1), 1, Town(1), Town(2));
        await Hub.Database.Write([new Storage.Database.SqlStatement("DELETE FROM AgencyTownships WHERE Agency = @Agency", ("@Agency", Agency(1).Value))], None);
        var found = new List<string>();
        await foreach (var difference in Hub.Index.Differences(None))
            found.Add(difference);
        found.ShouldContain($"{GrainKeys.Agency(Agency(1))}: index row of version 1, townships of 0");
    }

    [SkippableFact]
    public async Task Matters_are_found_by_township_served_county_department_agency_kind_and_whether_they_are_open()
    {
        await Register(Agency(1), 1, Town(1), Town(2));
        await Register(Agency(2, "D20"), 1, Town(2));
        await Publish(Row(Agency(1), 1, Matter(Agency(1), PostMatterKind.HeadConsultation, 1, open: true), Matter(Agency(1), PostMatterKind.Secondment, 1)));
        await Publish(Row(Agency(2, "D20"), 1, Matter(Agency(2, "D20"), PostMatterKind.Inquiry, 1, open: true)));

        (await Count(new() { Unit = Town(1) })).ShouldBe(2);
        (await Count(new() { Unit = Town(2) })).ShouldBe(3);
        (await Count(new() { Unit = County })).ShouldBe(3);
        (await Count(new() { Unit = Samples.City })).ShouldBe(3);
        (await Count(new() { Unit = Town(3) })).ShouldBe(0);
        (await Count(new() { Department = Bureau })).ShouldBe(2);
        (await Count(new() { Agency = Agency(2, "D20") })).ShouldBe(1);
        (await Count(new() { Unit = Town(2), Kind = PostMatterKind.Inquiry })).ShouldBe(1);
        (await Count(new() { Unit = Town(2), OpenOnly = true })).ShouldBe(2);
        (await Count(new() { Unit = Town(2), Department = Bureau, OpenOnly = true })).ShouldBe(1);
        await Should.ThrowAsync<ArgumentException>(() => Index.CountMatters(new() { Unit = UnitCode.Parse($"{Town(1)}001") }));
    }

    [SkippableFact]
    public async Task Matters_are_paged_newest_first_both_ways()
    {
        // Two of the same instant, so that the id breaks the tie.
        await Register(Agency(1), 1, Town(1));
        await Publish(Row(Agency(1), 1, [.. Enumerable.Range(1, 7).Select(i => Matter(Agency(1), PostMatterKind.StaffChange, i, at: Samples.Now.AddMinutes(i / 2)))]));
        int[] expected = [7, 6, 5, 4, 3, 2, 1];
        (await Walk(forward: true)).ShouldBe(expected);
        (await Walk(forward: false)).ShouldBe(expected);
        await Should.ThrowAsync<BadCursorException>(() => Index.Matters(new(), new(2, "x", null, null)));

        async Task<List<int>> Walk(bool forward)
        {
            var (all, cursor, more) = (new List<int>(), (string?)null, true);
            while (more)
            {
                var page = await Index.Matters(new() { Unit = Town(1) }, forward ? new(2, cursor, null, null) : new(null, null, 2, cursor));
                all.InsertRange(forward ? all.Count : 0, page.Items.Select(i => i.Row.Id));
                (more, cursor) = forward ? (page.HasNext, page.Items[^1].Cursor) : (page.HasPrevious, page.Items[0].Cursor);
            }

            return all;
        }
    }

    [SkippableFact]
    public async Task Records_with_an_open_term_are_gone_through_by_key()
    {
        await Publish(Row(Agency(1), 1) with { DueAt = Samples.Now });
        await Publish(Row(Agency(2), 1));
        await Publish(Row(Agency(3), 1) with { DueAt = Samples.Now });
        var (keys, after) = (new List<string>(), (string?)null);
        while (await Index.WithTerms(after, 2) is { Count: > 0 } more)
        {
            after = more[^1];
            keys.AddRange(more);
        }

        keys.Where(k => k.Contains(Samples.City.Value, StringComparison.Ordinal)).ShouldBe([GrainKeys.Posts(Agency(1)), GrainKeys.Posts(Agency(3))]);
        keys.ShouldBeUnique();
    }

    [SkippableFact]
    public async Task A_cleared_record_and_a_cleared_scheme_leave_nothing_behind()
    {
        await Publish(Row(Agency(1), 1, Matter(Agency(1), PostMatterKind.Inquiry, 1)));
        await Hub.Publisher.Publish(new(GrainKeys.Posts(Agency(1)), 2));
        (await Index.ByAgency([Agency(1)])).ShouldBeEmpty();
        (await Count(new() { Agency = Agency(1) })).ShouldBe(0);
        await Publish(Scheme(2026, SchemeTarget.Townships));
        await Hub.Publisher.Publish(new(GrainKeys.Scheme(County, 2026, SchemeTarget.Townships), 2));
        (await Schemes.OfCounty(County)).ShouldBeEmpty();
    }

    [SkippableFact, Trait("Rule", "T016")]
    public async Task T016_a_countys_schemes_are_read_back_whole_the_newest_year_first()
    {
        SchemeRow older = Scheme(2025, SchemeTarget.Townships), newer = Scheme(2026, SchemeTarget.Townships), other = Scheme(2026, SchemeTarget.Agencies);
        foreach (var scheme in new[] { older, newer, other })
            await Publish(scheme);
        (await Schemes.OfCounty(County)).Select(s => s.Key).ShouldBe([other.Key, newer.Key, older.Key]);
        (await Schemes.OfCounty(County, 2025)).ShouldHaveSingleItem().Scheme.ShouldSatisfyAllConditions(
            s => s.Components.ShouldBe(older.Scheme.Components), s => s.Vetoes.ShouldBe(older.Scheme.Vetoes), s => s.CreatedAt.ShouldBe(older.Scheme.CreatedAt), s => s.SatisfactionWeight.ShouldBe(0.333333m));
        (await Schemes.ByKey([older.Key, "scheme-000000-2026-Agencies"])).Keys.ShouldBe([older.Key]);
        (await Schemes.OfCounty(UnitCode.Parse($"{Samples.City}02"))).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task An_index_that_lost_a_matter_is_a_difference()
    {
        var row = Row(Agency(1), 1, Matter(Agency(1), PostMatterKind.Inquiry, 1));
        // The same number twice is one row too few.
        await Publish(row with { Matters = [row.Matters[0], row.Matters[0]] });
        var found = new List<string>();
        await foreach (var difference in Hub.Index.Differences(None))
            found.Add(difference);
        found.ShouldContain($"{row.Key}: 2 matters of people decisions, 1 listed");
    }

    private Task<int> Count(PostMatterFilter filter) => Index.CountMatters(filter);

    private Task Publish(PostsRow row) => Hub.Publisher.Publish(new(row.Key, row.Version) { Posts = row });

    private Task Publish(SchemeRow row) => Hub.Publisher.Publish(new(row.Key, row.Version) { Scheme = row });

    private Task Register(OrganCode agency, long version, params UnitCode[] served) =>
        Hub.Publisher.Publish(new(GrainKeys.Agency(agency), version) { Agency = Registered(agency, version, served) });

    private AgencyRow Registered(OrganCode agency, long version, UnitCode[] served) =>
        new(agency, version, "甲所", OrganCode.Parse($"{County}:{agency.DepartmentId}"), agency.Unit, [.. served], false);

    private static PostsRow Row(OrganCode agency, long version, params PostMatterRow[] matters) => new()
    {
        Key = GrainKeys.Posts(agency), Version = version, Agency = agency, Posts = 0, Filled = 0, ChangedAt = Samples.Now.AddTicks(3), Matters = [.. matters],
    };

    private static PostMatterRow Matter(OrganCode agency, PostMatterKind kind, int id, bool open = false, DateTimeOffset? due = null, DateTimeOffset? at = null) =>
        new(agency, kind, id, "Sent", at ?? Samples.Now.AddTicks(id), due, open);

    private SchemeRow Scheme(int year, SchemeTarget target) => new(GrainKeys.Scheme(County, year, target), 1, new(
        County, year, target, [new("部门评价", SchemeSource.FromAbove, 0.333334m, true, 3), new("评议", SchemeSource.FromBelow, 0.333333m), new("满意度", SchemeSource.Satisfaction, 0.333333m)],
        [new("安全", "安全生产法")], Samples.Now));

    // By content: lists of two readings are never the same object, and matters come back by kind and number.
    private static void Same(PostsRow read, PostsRow expected)
    {
        read.Matters.ShouldBe(expected.Matters, ignoreOrder: true);
        (read with { Matters = expected.Matters }).ShouldBe(expected);
    }
}
