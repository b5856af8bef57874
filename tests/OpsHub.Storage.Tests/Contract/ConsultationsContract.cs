using System.Text.Json;
using CsCheck;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Storage.Tests.Contract;

public sealed class SqliteConsultations(SqliteHub hub) : ConsultationsContract(hub), IClassFixture<SqliteHub>;

public sealed class PostgreSqlConsultations(PostgreSqlHub hub) : ConsultationsContract(hub), IClassFixture<PostgreSqlHub>;

public abstract class ConsultationsContract(SharedHub shared) : StorageContract(shared)
{
    private static readonly OrganCode Department = OrganCode.Parse("430203:D07");

    // Around every border that figures have: the past minute, the day's first minute.
    private static readonly Gen<ConsultationContribution> AnyContribution =
        from stage in Gen.Int[0, 19]
        from open in Gen.Int[0, 3]
        from plan in Minutes
        from announce in Minutes.List[0, 3]
        from hard in Minutes
        from due in Minutes
        from session in Gen.OneOf(Gen.Int[-600, -560], Gen.Int[-2, 2], Gen.Int[-3000, 3000], Gen.Const(int.MaxValue))
        from flags in Gen.Select(Gen.Bool, Gen.Int[1, 3], Gen.Bool, Gen.Bool)
        select new ConsultationContribution(
            (ConsultationStage)stage, open > 0, Minute(plan), Announcements(announce), Minute(hard), Minute(due), flags.Item1, flags.Item2, flags.Item3, Minute(session), flags.Item4);

    private static Gen<int> Minutes => Gen.OneOf(Gen.Int[-2, 2], Gen.Int[-5000, 5000], Gen.Const(int.MaxValue));

    [SkippableFact]
    public async Task A_published_consultation_is_read_back_whole()
    {
        var row = Samples.Consultation() with
        {
            Category = TopicCategory.CollectiveFundsAndAssets,
            DelegatedBy = Department,
            Proposed = ConsultationVariant.CrossCommunity,
            ReviewOpen = true,
            DelegatedStage = DelegatedStage.Studied,
            AnnounceDueAt = Samples.Now.AddDays(1),
            SessionAt = Samples.Now.AddDays(2),
            EndedAt = Samples.Now,
            Outcomes = new(2, 1, 3, 2, 3, true, false, 12, 9),
        };
        row = row with { Place = row.Place with { Grid = Samples.Grid() } };
        await Hub.Publisher.Publish(ConsultationSamples.Publication(row));
        var read = (await Hub.Consultations.ByKey([row.Key, "consultation-unknown"]))[row.Key];
        read.Communities.ShouldBe(row.Communities);
        (read with { Communities = row.Communities, OpenDuties = row.OpenDuties }).ShouldBe(row);
        (await Hub.Consultations.ByNumber(row.Number))!.Key.ShouldBe(row.Key);
        (await Hub.Consultations.ByNumber("C0")).ShouldBeNull();
    }

    [SkippableFact]
    public async Task Open_duties_are_read_back_as_they_are_owed_and_go_when_they_are_kept()
    {
        var row = Samples.Consultation();
        Duty owed = Duty("plan"), announcement = Duty("announce-2") with { Announces = AnnouncementKind.Vote, Vote = 1, Community = row.Place.Community };
        row = row with { OpenDuties = [owed, announcement] };
        await Hub.Publisher.Publish(ConsultationSamples.Publication(row));
        var read = (await Hub.Consultations.ByKey([row.Key]))[row.Key].OpenDuties;
        JsonSerializer.Serialize(read, DomainSerialization.Options).ShouldBe(JsonSerializer.Serialize(row.OpenDuties, DomainSerialization.Options));
        read.Select(d => (d.Stem, d.Hard, d.Vote, d.Community, d.Term.IsOpen, d.Term.Due)).ShouldBe(
            [("plan", true, null, null, true, owed.Term.Due), ("announce", true, 1, row.Place.Community, true, announcement.Term.Due)]);

        await Hub.Publisher.Publish(ConsultationSamples.Publication(row with { Version = 2, OpenDuties = [] }));
        (await Hub.Consultations.ByKey([row.Key]))[row.Key].OpenDuties.ShouldBeEmpty();

        Duty Duty(string id) => new(
            Terms.Open(id, "制定协商方案", row.Lead.Value, Samples.Now, 3, new(2, BudgetUnit.WorkingDays), new("C036", "二(四)2", BasisKind.Text), OfficialCalendar.Empty, WorkingHours.Default), Hard: true);
    }

    [SkippableFact]
    public async Task Open_and_ended_ones_are_listed_apart()
    {
        var (open, ended) = (Samples.Consultation(), Samples.Consultation() with { EndedAt = Samples.Now });
        await Hub.Publisher.Publish(ConsultationSamples.Publication(open));
        await Hub.Publisher.Publish(ConsultationSamples.Publication(ended));
        foreach (var unit in new[] { Samples.City, ended.Place.Township, ended.Place.Home })
        {
            var page = await Hub.Consultations.Consultations(new ConsultationFilter { Unit = unit, EndedOnly = true }, ConsultationOrder.ChangedAtDescending, new PageRequest(100, null, null, null));
            page.Items.Select(i => i.Row.Key).ShouldContain(ended.Key);
            page.Items.ShouldAllBe(i => i.Row.EndedAt != null);
        }
    }

    [SkippableFact]
    public async Task Only_a_higher_version_replaces_row_communities_and_rungs()
    {
        var (a, b) = (Samples.Grid(0).At(UnitLevel.Community), Samples.Grid(1).At(UnitLevel.Community));
        var row = Samples.Consultation(version: 2) with { Communities = [a, b] };
        var rung = new RungRow(9, Samples.Now, row.Key, "plan", RungKind.Due, false);
        await Hub.Publisher.Publish(ConsultationSamples.Publication(row) with { Rungs = [rung] });
        foreach (var version in new[] { 1, 2 })
            await Hub.Publisher.Publish(ConsultationSamples.Publication(row with { Version = version, Title = "stale", Communities = [a] }) with { Rungs = [rung with { Term = "stale" }] });
        (await Hub.Consultations.ByKey([row.Key]))[row.Key].Title.ShouldBe(row.Title);
        (await Keys(new() { Unit = b })).ShouldBe([row.Key]);
        (await Hub.Index.Rungs(9, Samples.Now, 100)).Where(r => r.Subject == row.Key).ShouldBe([rung with { Published = row.Version }]);

        await Hub.Publisher.Publish(ConsultationSamples.Publication(row with { Version = 3, Communities = [a] }));
        (await Keys(new() { Unit = b })).ShouldBeEmpty();
        (await Keys(new() { Unit = a })).ShouldBe([row.Key]);
        (await Hub.Index.Rungs(9, Samples.Now, 100)).ShouldNotContain(r => r.Subject == row.Key);
    }

    [SkippableFact]
    public async Task A_tombstone_removes_it_and_a_late_publication_does_not_bring_it_back()
    {
        var row = Samples.Consultation();
        await Hub.Publisher.Publish(ConsultationSamples.Publication(row));
        await Hub.Publisher.Publish(new Publication(row.Key, 2));
        await Hub.Publisher.Publish(ConsultationSamples.Publication(row));
        (await Hub.Consultations.ByKey([row.Key])).ShouldBeEmpty();
        (await Keys(new() { Unit = Samples.City })).ShouldBeEmpty();
        await Should.ThrowAsync<ArgumentException>(() => Hub.Publisher.Publish(new Publication(row.Key, 3) { Consultation = row }));
    }

    [SkippableFact]
    public async Task A_community_that_is_concerned_has_it_in_its_list_and_so_have_the_units_above()
    {
        var (a, b) = (Samples.Grid(0).At(UnitLevel.Community), Samples.Grid(1).At(UnitLevel.Community)); // in two counties
        var (own, crossing) = (Samples.Consultation(), Samples.Consultation().Crossing(a, b));
        foreach (var row in new[] { own, crossing })
            await Hub.Publisher.Publish(ConsultationSamples.Publication(row));
        (await Keys(new() { Unit = a })).ShouldBe([own.Key, crossing.Key], ignoreOrder: true);
        (await Keys(new() { Unit = b })).ShouldBe([crossing.Key]);
        (await Keys(new() { Unit = b.At(UnitLevel.Township) })).ShouldBe([crossing.Key]);
        (await Keys(new() { Unit = b.At(UnitLevel.County) })).ShouldBe([crossing.Key]);
        (await Keys(new() { Unit = Samples.City })).ShouldBe([own.Key, crossing.Key], ignoreOrder: true);
        (await Keys(new() { Unit = Samples.Grid(0) })).ShouldBeEmpty("a community's is no grid's");
    }

    [SkippableTheory]
    [InlineData(ConsultationOrder.DueAt)]
    [InlineData(ConsultationOrder.ChangedAtDescending)]
    [InlineData(ConsultationOrder.BeganAtDescending)]
    [InlineData(ConsultationOrder.AnnounceDueAt)]
    public async Task Pages_in_both_directions_show_every_consultation_once_in_order(ConsultationOrder order)
    {
        var rows = await PublishMany();
        var expected = order switch
        {
            ConsultationOrder.DueAt => rows.OrderBy(r => r.DueAt ?? DateTimeOffset.MaxValue).ThenBy(r => r.Key, StringComparer.Ordinal),
            ConsultationOrder.AnnounceDueAt => rows.OrderBy(r => r.AnnounceDueAt ?? DateTimeOffset.MaxValue).ThenBy(r => r.Key, StringComparer.Ordinal),
            ConsultationOrder.BeganAtDescending => rows.OrderByDescending(r => r.BeganAt).ThenByDescending(r => r.Key, StringComparer.Ordinal),
            _ => rows.OrderByDescending(r => r.ChangedAt).ThenByDescending(r => r.Key, StringComparer.Ordinal),
        };
        foreach (var unit in new[] { Samples.City, rows[0].Place.County, rows[0].Place.Township })
        {
            var keys = expected.Where(r => r.Place.IsWithin(unit)).Select(r => r.Key).ToList();
            (await Walk(new() { Unit = unit }, order, forward: true)).ShouldBe(keys, $"{unit}");
            (await Walk(new() { Unit = unit }, order, forward: false)).ShouldBe(keys, $"{unit}");
        }

        var page = await Hub.Consultations.Consultations(new() { Unit = Samples.City }, order, new(2, null, null, null));
        var other = order == ConsultationOrder.DueAt ? ConsultationOrder.BeganAtDescending : ConsultationOrder.DueAt;
        await Should.ThrowAsync<BadCursorException>(() => Hub.Consultations.Consultations(new(), other, new(2, page.Items[1].Cursor, null, null)));
    }

    [SkippableFact]
    [Trait("Rule", "C002")]
    public async Task C002_a_withdrawn_draft_is_left_out_for_those_who_read_no_drafts()
    {
        var withdrawn = ConsultationSamples.Contribution(ConsultationStage.Withdrawn) with { Open = false };
        var (draft, told, other) = (Samples.Consultation().With(withdrawn), Samples.Consultation(1).With(withdrawn) with { Papers = [new(null, 1, Samples.Now, null, false)] }, Samples.Consultation(2));
        // Its plan was made anew: the notice that hung is no longer the round's, and yet it was read.
        var renewed = Samples.Consultation(3).With(withdrawn) with { Published = true };
        foreach (var row in new[] { draft, told, other, renewed })
            await Hub.Publisher.Publish(ConsultationSamples.Publication(row));
        var filter = new ConsultationFilter { Unit = Samples.City, NoWithdrawnDrafts = true };
        var page = await Hub.Consultations.Consultations(filter, ConsultationOrder.BeganAtDescending, new PageRequest(10, null, null, null));
        page.Items.Select(i => (i.Row.Key, i.Row.Published)).ShouldBe([(told.Key, true), (other.Key, false), (renewed.Key, true)], ignoreOrder: true);
        (await Hub.Consultations.Count(filter)).ShouldBe(3);
        (await Hub.Consultations.Count(filter with { NoWithdrawnDrafts = false })).ShouldBe(4);
        // The council reads what was put to it, withdrawn or not.
        await Hub.Publisher.Publish(ConsultationSamples.Publication(Samples.Consultation(4).With(withdrawn) with { Category = TopicCategory.PublicAffairs }));
        (await Hub.Consultations.Count(filter), await Hub.Consultations.Count(filter with { WithdrawnTopics = true })).ShouldBe((3, 4));
    }

    [SkippableFact]
    public async Task Each_filter_keeps_what_it_names()
    {
        var rows = await PublishMany();
        var minute = SummaryFold.MinuteNow(TimeProvider.System.GetUtcNow());
        await Same(new() { DelegatedBy = Department }, r => r.DelegatedBy == Department);
        await Same(new() { Stages = [ConsultationStage.Planned, ConsultationStage.Archived] }, r => r.Stage is ConsultationStage.Planned or ConsultationStage.Archived);
        await Same(new() { Variants = [ConsultationVariant.CrossCommunity] }, r => r.Variant == ConsultationVariant.CrossCommunity);
        await Same(new() { OpenOnly = true }, r => r.Contribution.Open);
        await Same(new() { AnnouncementOpen = true }, r => r.AnnounceDueAt is not null);
        await Same(new() { VoteAhead = true }, r => r.Contribution.VoteAhead);
        await Same(new() { PlanOpen = true }, r => r.Contribution.PlanDueMinute > 0);
        await Same(new() { FurtherRound = true }, r => r.Round > 1);
        await Same(new() { WayProposed = true }, r => r.Proposed is not null);
        await Same(new() { ReviewOpen = true }, r => r.ReviewOpen);
        await Same(new() { Breached = true }, r => r.Contribution.Breached || (r.Contribution.HardDueMinute > 0 && r.Contribution.HardDueMinute <= minute));
        await Same(new() { Breached = false }, r => !(r.Contribution.Breached || (r.Contribution.HardDueMinute > 0 && r.Contribution.HardDueMinute <= minute)));
        await Same(new() { DueBefore = Samples.Now.AddHours(3) }, r => r.DueAt < Samples.Now.AddHours(3));
        await Same(new() { DueFrom = Samples.Now.AddHours(3), DueBefore = Samples.Now.AddHours(6) }, r => r.DueAt >= Samples.Now.AddHours(3) && r.DueAt < Samples.Now.AddHours(6));
        var held = rows.Select(r => r.SessionAt).OfType<DateTimeOffset>().Order().ToList() is { Count: > 1 } starts ? starts[1] : Samples.Now;
        await Same(new() { SessionFrom = held }, r => r.SessionAt >= held);
        await Same(new() { SessionBefore = held }, r => r.SessionAt < held);
        await Same(new() { Category = TopicCategory.CollectiveFundsAndAssets }, r => r.Category == TopicCategory.CollectiveFundsAndAssets);
        await Same(new() { Text = "改造 停车" }, r => r.Title.Contains("停车"));
        await Same(new() { Text = rows[3].Number }, r => r.Number.Contains(rows[3].Number));
        await Same(new() { Text = "%" }, _ => false);
        await Same(new() { BeganFrom = rows[4].BeganAt }, r => r.BeganAt >= rows[4].BeganAt);
        await Same(new() { BeganBefore = rows[4].BeganAt }, r => r.BeganAt < rows[4].BeganAt);

        async Task Same(ConsultationFilter filter, Func<ConsultationRow, bool> keep)
        {
            filter = filter with { Unit = Samples.City };
            var expected = rows.Where(keep).Select(r => r.Key).Order().ToList();
            (await Keys(filter)).Order().ToList().ShouldBe(expected, filter.ToString());
            (await Hub.Consultations.Count(filter)).ShouldBe(expected.Count, filter.ToString());
        }
    }

    [SkippableFact]
    public async Task Groups_equal_the_fold_of_the_same_rows_at_every_level()
    {
        _ = Hub;
        await AnyContribution.Array[0, 40].SampleAsync(
            async contributions =>
            {
                var samples = new Samples();
                var rows = contributions.Select((c, i) => i % 5 == 4
                    ? samples.Consultation(i).Crossing(samples.Grid(i).At(UnitLevel.Community)).With(c)
                    : samples.Consultation(i).With(c)).ToList();
                foreach (var row in rows)
                    await Hub.Publisher.Publish(ConsultationSamples.Publication(row));
                foreach (var minutes in new[] { 0, 1, 14 * 60, 15 * 60 })
                    await Compare(rows, samples, Samples.Now.AddMinutes(minutes));
            },
            iter: 12,
            threads: 1);
    }

    [SkippableFact]
    public async Task A_homes_contributions_are_its_own_open_ones()
    {
        var own = Samples.Consultation(version: 4);
        var over = Samples.Consultation().With(ConsultationSamples.Contribution(ConsultationStage.Archived) with { Open = false });
        var crossing = Samples.Consultation(version: 6).Crossing(own.Place.Community!.Value);
        foreach (var row in new[] { own, over, crossing })
            await Hub.Publisher.Publish(ConsultationSamples.Publication(row));
        var community = (await Hub.Consultations.Contributions(own.Place.Community!.Value)).ShouldHaveSingleItem();
        (community.Key, community.Value).ShouldBe((own.Key, (4, own.Contribution)));
        (await Hub.Consultations.Contributions(own.Place.Township)).ShouldHaveSingleItem().Key.ShouldBe(crossing.Key);
    }

    [SkippableFact]
    public async Task A_unit_that_moves_takes_its_consultations_along_in_lists_and_groups()
    {
        var (moved, other) = (Samples.Consultation(0, version: 7), Samples.Consultation(1));
        var crossing = other.Crossing(other.Place.Community!.Value, moved.Place.Community!.Value) with { Key = Samples.Key("consultation") };
        foreach (var row in new[] { moved, other, crossing })
            await Hub.Publisher.Publish(ConsultationSamples.Publication(row));
        UnitCode[] above = [UnitCode.Parse($"{Samples.City}99009"), UnitCode.Parse($"{Samples.City}99"), Samples.City];
        await Hub.Publisher.Place(moved.Place.Community.Value, above);
        await Hub.Publisher.Place(moved.Place.Community.Value, above);
        var now = (await Hub.Consultations.ByKey([moved.Key]))[moved.Key];
        (now.Place.Township, now.Place.County, now.Version).ShouldBe((above[0], above[1], 7));
        (await Keys(new() { Unit = above[0] })).ShouldBe([moved.Key, crossing.Key], ignoreOrder: true);
        (await Keys(new() { Unit = moved.Place.Township })).ShouldBeEmpty();
        (await Hub.Index.ChildSummaries(above[0], Samples.Now)).ShouldHaveSingleItem().Key.ShouldBe(moved.Place.Community.Value);
    }

    [SkippableFact]
    public async Task Indicators_sum_what_began_in_the_period_of_a_units_own()
    {
        var began = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.FromHours(8));
        var rows = new[]
        {
            Samples.Consultation() with { BeganAt = began, Round = 2, Outcomes = new(2, 1, 3, 2, 3, true, true, 10, 9) },
            Samples.Consultation() with { BeganAt = began.AddDays(9), Outcomes = new(1, 1, 1, 0, 1, false, null, 0, 0) },
            Samples.Consultation() with { BeganAt = began.AddDays(9), Outcomes = new(0, 0, 0, 0, 0, null, false, 0, 0) },
            Samples.Consultation() with { BeganAt = began.AddMonths(1), Outcomes = new(9, 9, 9, 9, 9, true, true, 9, 9) },
            Samples.Consultation(1) with { BeganAt = began, Outcomes = new(5, 5, 5, 5, 5, true, true, 5, 5) },
        };
        foreach (var row in rows)
            await Hub.Publisher.Publish(ConsultationSamples.Publication(row));
        var township = rows[0].Place.Township;
        (await Hub.Consultations.Indicators(township, began, began.AddMonths(1))).ShouldBe(new(3, new(3, 2, 4, 2, 4, null, null, 10, 9), 2, 1, 2, 1, 4));
        (await Hub.Consultations.Indicators(Samples.City, began, began.AddMonths(1))).Begun.ShouldBe(4);
        (await Hub.Consultations.Indicators(township, began.AddYears(1), began.AddYears(2))).ShouldBe(new(0, new(0, 0, 0, 0, 0, null, null, 0, 0), 0, 0, 0, 0, 0));
    }

    [SkippableFact]
    public async Task Differences_name_a_consultation_whose_row_or_communities_are_not_its_versions()
    {
        var row = Samples.Consultation();
        await Hub.Publisher.Publish(ConsultationSamples.Publication(row));
        (await DifferencesOf(row.Key)).ShouldHaveSingleItem().ShouldContain("nothing stored");
        await Hub.Database.Write([new Storage.Database.SqlStatement("DELETE FROM ConsultationCommunities WHERE ConsultationKey = @Subject", ("@Subject", row.Key))], None);
        (await DifferencesOf(row.Key)).ShouldContain(d => d.Contains("communities of 0"));
        await Hub.Database.Write([new Storage.Database.SqlStatement("DELETE FROM Consultations WHERE ConsultationKey = @Subject", ("@Subject", row.Key))], None);
        (await DifferencesOf(row.Key)).ShouldContain(d => d.Contains("index row 0"));
    }

    [SkippableFact, Trait("Rule", "C002")]
    public async Task C002_Differences_name_a_consultation_whose_documents_are_not_those_that_it_published_and_publishing_it_again_puts_them_back()
    {
        var (one, two) = (new PublishedPaper(null, 1, Samples.Now, null, false), new PublishedPaper(AnnouncementKind.Session, 1, Samples.Now.AddHours(1), Samples.Now.AddDays(1), false));
        var row = Samples.Consultation() with { Papers = [one] };
        await Hub.Publisher.Publish(ConsultationSamples.Publication(row));
        row = row with { Version = 2, Papers = [one with { Id = 2 }, two] };
        await Hub.Publisher.Publish(ConsultationSamples.Publication(row));
        (await OfPapers()).ShouldBeEmpty("a former round's notice stays");

        await Written($"DELETE FROM ConsultationPapers WHERE ConsultationKey = @Subject AND Kind <> 0");
        (await OfPapers()).ShouldHaveSingleItem().ShouldContain("2 documents published, 1 listed");
        await Hub.Publisher.Publish(ConsultationSamples.Publication(row with { Version = 3 }));
        (await OfPapers()).ShouldBeEmpty();

        await Written($"UPDATE ConsultationPapers SET Version = 9 WHERE ConsultationKey = @Subject AND Kind <> 0");
        (await OfPapers()).ShouldContain(d => d.Contains("a document of version 9, index row of 3"));
        await Written($"DELETE FROM Consultations WHERE ConsultationKey = @Subject");
        (await OfPapers()).ShouldContain(d => d.Contains("index row of 0"));

        async Task<List<string>> OfPapers() => (await DifferencesOf(row.Key)).FindAll(d => d.Contains("document"));

        async Task Written(string text) => await Hub.Database.Write([new Storage.Database.SqlStatement(text, ("@Subject", row.Key))], None);
    }

    private static Buckets Announcements(IEnumerable<int> minutes) => Buckets.From(minutes.Select(Minute).Where(m => m > 0).Select(m => KeyValuePair.Create(m, 1)));

    private static long Minute(int around) => around == int.MaxValue ? 0 : SummaryFold.MinuteNow(Samples.Now) + around;

    private async Task Compare(List<ConsultationRow> rows, Samples samples, DateTimeOffset now)
    {
        var levels = new (IEnumerable<UnitCode> Parents, Func<ConsultationRow, UnitCode> Parent, Func<ConsultationRow, UnitCode?> Child)[]
        {
            ([samples.City], r => r.Place.City, r => r.Place.County),
            (rows.Select(r => r.Place.County), r => r.Place.County, r => r.Place.Township),
            (rows.Select(r => r.Place.Township), r => r.Place.Township, r => r.Place.Community),
        };
        foreach (var (parents, parent, child) in levels)
        {
            foreach (var unit in parents.Distinct())
            {
                var expected = rows.Where(r => parent(r) == unit && child(r) is not null).GroupBy(r => child(r)!.Value)
                    .Select(g => (g.Key, Figures: ConsultationFiguresFold.Of(g.Select(r => r.Contribution), now)))
                    .Where(s => !s.Figures.IsEmpty).OrderBy(s => s.Key).ToList();
                var actual = (await Hub.Index.ChildSummaries(unit, now)).Select(s => (s.Key, Figures: s.Value.Consultations)).OrderBy(s => s.Key).ToList();
                actual.ShouldBe(expected, customMessage: $"{unit} at {now:O}");
            }
        }
    }

    private async Task<List<ConsultationRow>> PublishMany()
    {
        var rows = Enumerable.Range(0, 23).Select(i =>
        {
            var row = Samples.Consultation(i) with
            {
                Title = i % 3 == 0 ? "停车位改造" : "垃圾分类",
                Category = i % 4 == 0 ? TopicCategory.CollectiveFundsAndAssets : i % 4 == 1 ? TopicCategory.PublicAffairs : null,
                DelegatedBy = i % 6 == 0 ? Department : null,
                DueAt = i % 7 == 0 ? null : Samples.Now.AddHours(i % 5),
                AnnounceDueAt = i % 8 == 0 ? Samples.Now.AddHours(24 - (i % 3)) : null,
                BeganAt = Samples.Now.AddDays(-(i % 9)),
                ChangedAt = Samples.Now.AddMinutes(i % 4),
                Proposed = i % 6 == 1 ? ConsultationVariant.CrossCommunity : null,
                ReviewOpen = i % 6 == 2,
            };
            return row.With(ConsultationSamples.Contribution((ConsultationStage)(i % 17)) with
            {
                Open = i % 17 != 16,
                Breached = i % 5 == 0,
                VoteAhead = i % 4 == 2,
                Round = 1 + (i % 3),
                PlanDueMinute = i % 3 == 1 ? SummaryFold.MinuteOf(TimeProvider.System.GetUtcNow()) : 0,
                HardDueMinute = i % 5 == 1 ? SummaryFold.MinuteOf(TimeProvider.System.GetUtcNow().AddDays(i % 2 == 0 ? 1 : -1)) : 0,
            });
        }).ToList();
        rows[2] = rows[2].Crossing(rows[2].Communities[0]);
        foreach (var row in rows)
            await Hub.Publisher.Publish(ConsultationSamples.Publication(row));
        return rows;
    }

    private async Task<List<string>> Walk(ConsultationFilter filter, ConsultationOrder order, bool forward)
    {
        var (keys, cursor) = (new List<string>(), (string?)null);
        while (true)
        {
            var page = await Hub.Consultations.Consultations(filter, order, forward ? new(7, cursor, null, null) : new(null, null, 7, cursor));
            keys.InsertRange(forward ? keys.Count : 0, page.Items.Select(i => i.Row.Key));
            if (!(forward ? page.HasNext : page.HasPrevious))
                return keys;
            cursor = forward ? page.Items[^1].Cursor : page.Items[0].Cursor;
        }
    }

    private async Task<List<string>> Keys(ConsultationFilter filter) =>
        [.. (await Hub.Consultations.Consultations(filter, ConsultationOrder.DueAt, new(100, null, null, null))).Items.Select(i => i.Row.Key)];

    private async Task<List<string>> DifferencesOf(string key)
    {
        var found = new List<string>();
        await foreach (var difference in Hub.Index.Differences())
        {
            if (difference.StartsWith(key, StringComparison.Ordinal))
                found.Add(difference);
        }

        return found;
    }
}
