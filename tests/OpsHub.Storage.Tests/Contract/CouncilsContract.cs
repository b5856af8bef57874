using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Councils;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Councils;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Storage.Tests.Contract;

public sealed class SqliteCouncils(SqliteHub hub) : CouncilsContract(hub), IClassFixture<SqliteHub>;

public sealed class PostgreSqlCouncils(PostgreSqlHub hub) : CouncilsContract(hub), IClassFixture<PostgreSqlHub>;

/// <summary>Ledgers, councils and support records. Each test has a community of its own.</summary>
public abstract class CouncilsContract(SharedHub shared) : StorageContract(shared)
{
    private static readonly DateOnly Day = new(2026, 3, 9);

    private static int _ids;

    private ICouncilIndex Index => Hub.Services.GetRequiredService<ICouncilIndex>();

    private UnitCode Community => Samples.Grid().At(UnitLevel.Community);

    private UnitCode Township => Samples.Grid().At(UnitLevel.Township);

    [SkippableFact]
    public async Task An_opinion_is_read_back_whole_and_comes_once_whichever_version_brings_it()
    {
        var entry = Entry(source: OpinionSource.Hotline12345) with { Ticket = "Z-1", Kind = ParticipantKind.OwnersCommittee };
        await Ledger(2, new OpinionEntered(Community, entry));
        await Ledger(1, new OpinionEntered(Community, entry));
        await Ledger(3, new OpinionEntered(Community, entry));
        var read = (await Index.Opinion(entry.Id)).ShouldNotBeNull();
        read.ShouldBe(new(Community, entry, null, null));
        (await Index.CountOpinions(Community, new())).ShouldBe(1);
        (await Index.Opinion("unknown")).ShouldBeNull();
    }

    [SkippableFact]
    public async Task The_newest_link_stays_whatever_comes_late()
    {
        var entry = Entry();
        OpinionLinked first = new(Community, new(entry.Id, "consultation-1"), Samples.Now, true), second = new(Community, new(entry.Id, "consultation-2"), Samples.Now.AddHours(1), false);
        await Ledger(3, new OpinionEntered(Community, entry), first, second);
        await Ledger(2, new OpinionEntered(Community, entry), first);
        (await Index.Opinion(entry.Id))!.ShouldSatisfyAllConditions(o => o.Consultation.ShouldBe("consultation-2"), o => o.LinkedAt.ShouldBe(Samples.Now.AddHours(1)));
    }

    [SkippableFact]
    public async Task A_ledger_is_paged_newest_first_both_ways_and_filtered()
    {
        // Two of the same instant, so that the id breaks the tie.
        var entries = Enumerable.Range(0, 7).Select(i => Entry(Samples.Now.AddMinutes(i / 2), i % 3 == 0 ? OpinionSource.Box : OpinionSource.OnlineForum)).ToList();
        await Ledger(1, [.. entries.Select(e => new OpinionEntered(Community, e)), new OpinionLinked(Community, new(entries[0].Id, "consultation-1"), Samples.Now, true)]);
        var expected = entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id, StringComparer.Ordinal).Select(e => e.Id).ToList();

        (await Walk(forward: true, new())).ShouldBe(expected);
        (await Walk(forward: false, new())).ShouldBe(expected);
        (await Walk(forward: true, new(Source: OpinionSource.Box))).ShouldBe(expected.Where(id => entries.Single(e => e.Id == id).Source == OpinionSource.Box));
        (await Walk(forward: true, new(Linked: true))).ShouldBe([entries[0].Id]);
        (await Index.CountOpinions(Community, new(Linked: false))).ShouldBe(6);
        await Should.ThrowAsync<BadCursorException>(() => Index.Opinions(Community, new(), new(2, "x", null, null)));

        async Task<List<string>> Walk(bool forward, OpinionFilter filter)
        {
            var (all, cursor, more) = (new List<string>(), (string?)null, true);
            while (more)
            {
                var page = await Index.Opinions(Community, filter, forward ? new(2, cursor, null, null) : new(null, null, 2, cursor));
                var ids = page.Items.Select(i => i.Row.Entry.Id);
                all.InsertRange(forward ? all.Count : 0, ids);
                (more, cursor) = forward ? (page.HasNext, page.Items[^1].Cursor) : (page.HasPrevious, page.Items[0].Cursor);
            }

            return all;
        }
    }

    [SkippableFact]
    public async Task A_support_record_is_read_back_whole_and_is_ended_once()
    {
        var record = Record(SupportKind.DisputeRisk) with { Quantity = 3, Post = "TJ-1", About = OrganCode.Parse("430203:D07"), Consultation = "consultation-1", Risk = RiskKind.Mass, Unconsulted = true };
        await Support(Community, 1, new SupportRecorded(Community, record));
        (await Index.Record(record.Id)).ShouldBe(new(Community, record, null, null));
        await Support(Community, 2, new SupportRecorded(Community, record), new SupportEnded(Community, record.Id, record.Kind, Samples.Now, "已化解"));
        await Support(Community, 3, new SupportEnded(Community, record.Id, record.Kind, Samples.Now.AddHours(1), "再次"));
        (await Index.Record(record.Id)).ShouldBe(new(Community, record, Samples.Now, "已化解"));
        (await Index.Records(new([Community]), new(10, null, null, null))).Items.ShouldBeEmpty();
        (await Index.Records(new([Community], StandingOnly: false), new(10, null, null, null))).Items.ShouldHaveSingleItem();
        (await Index.CountRecords(new([Community], record.Kind, false, record.About))).ShouldBe(1);
        (await Index.CountRecords(new([Community], SupportKind.Agenda, false))).ShouldBe(0);
        (await Index.CountRecords(new([]))).ShouldBe(0);
    }

    [SkippableFact]
    public async Task Records_of_many_units_page_as_those_of_few_do()
    {
        var records = Enumerable.Range(0, 7).Select(i => Record(i % 2 == 0 ? SupportKind.Agenda : SupportKind.DisputeSweep) with { At = Samples.Now.AddMinutes(i % 3) }).ToList();
        await Support(Community, 1, [.. records.Select(r => new SupportRecorded(Community, r))]);
        UnitCode[] many = [Community, .. Enumerable.Range(1, 60).Select(i => UnitCode.Parse($"{Community.At(UnitLevel.Township)}{900 + i}")).Where(u => u != Community)];
        foreach (var filter in new[] { new SupportFilter(many), new SupportFilter(many, SupportKind.Agenda) })
        {
            (await Walk(filter, forward: true)).ShouldBe(await Walk(filter with { Units = [Community] }, forward: true));
            (await Walk(filter, forward: false)).ShouldBe(await Walk(filter with { Units = [Community] }, forward: true));
            (await Index.CountRecords(filter)).ShouldBe(await Index.CountRecords(filter with { Units = [Community] }));
        }

        (await Walk(new(many), forward: true)).Count.ShouldBe(7);

        async Task<List<string>> Walk(SupportFilter filter, bool forward)
        {
            var (ids, cursor) = (new List<string>(), (string?)null);
            while (true)
            {
                var page = await Index.Records(filter, forward ? new(2, cursor, null, null) : new(null, null, 2, cursor));
                ids.InsertRange(forward ? ids.Count : 0, page.Items.Select(i => i.Row.Record.Id));
                if (!(forward ? page.HasNext : page.HasPrevious))
                    return ids;
                cursor = forward ? page.Items[^1].Cursor : page.Items[0].Cursor;
            }
        }
    }

    [SkippableFact]
    public async Task Facts_come_from_standing_records_ledgers_and_councils()
    {
        var (bureau, other) = (OrganCode.Parse("430203:D07"), OrganCode.Parse("430203:D12"));
        await Support(Township, 1,
            new SupportRecorded(Township, Record(SupportKind.LawPublicity) with { About = bureau }), new SupportRecorded(Township, Record(SupportKind.LawPublicity, Day.AddDays(-9)) with { About = other }),
            new SupportRecorded(Township, Record(SupportKind.DisputeSweep, Day.AddDays(-40))), new SupportRecorded(Township, Record(SupportKind.DisputeSweep)));
        var gone = Record(SupportKind.OnlineChannel);
        await Support(Community, 1, new SupportRecorded(Community, gone), new SupportEnded(Community, gone.Id, gone.Kind, Samples.Now, "x"));
        await Hub.Publisher.Publish(new($"ledger-{Community}", 5) { Councils = new() { Ledger = new(Community, 5, 0, Day) } });
        await Hub.Publisher.Publish(new($"council-{Community}", 5) { Councils = new() { Council = new(Community, 5, Day.AddDays(-5), new(2031, 7, 31)) } });

        (await Index.Facts([Township, Community])).ShouldBe(
            [
                new(Township, SupportKind.LawPublicity, bureau, Day, 1), new(Township, SupportKind.LawPublicity, other, Day.AddDays(-9), 1), new(Township, SupportKind.DisputeSweep, null, Day, 2),
                new(Community, SupportKind.HouseholdVisit, null, Day, 1), new(Community, SupportKind.Council, null, Day.AddDays(-5), 1), new(Community, SupportKind.CouncilTerm, null, new(2031, 7, 31), 1),
            ], ignoreOrder: true);
        (await Index.Facts([])).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task A_lower_version_of_a_council_or_ledger_changes_nothing()
    {
        await Hub.Publisher.Publish(new($"council-{Community}", 2) { Councils = new() { Council = new(Community, 2, Day, Day) } });
        await Hub.Publisher.Publish(new($"council-{Community}", 1) { Councils = new() { Council = new(Community, 1, Day, null) } });
        (await Index.Facts([Community])).ShouldContain(f => f.Kind == SupportKind.CouncilTerm);
    }

    [SkippableFact]
    [Trait("Rule", "C003")]
    public async Task C003_communities_that_a_consultation_concerns_are_known()
    {
        var row = Samples.Consultation() with { Outcomes = new(0, 0, 0, 0, 1, null, null, 0, 0) };
        await Hub.Publisher.Publish(ConsultationSamples.Publication(row) with { Concerned = [row.Place] });
        var draft = Samples.Consultation(40);
        await Hub.Publisher.Publish(ConsultationSamples.Publication(draft) with { Concerned = [draft.Place] });
        draft.Communities.ShouldNotBe(row.Communities);
        (await Index.Consulted(draft.Communities)).ShouldBeEmpty("no session of it has ended: a draft is no consultation yet");
        // More than one part of a list, and some of them twice.
        var many = Enumerable.Range(0, 1500).Select(i => new UnitCode($"99{i:D10}")).Concat(row.Communities).Concat(row.Communities).ToList();
        (await Index.Consulted(many)).ShouldBe(row.Communities.ToHashSet());
    }

    [SkippableFact]
    [Trait("Rule", "C064")]
    public async Task C064_awards_are_summed_by_post_and_what_was_paid_is_left_out()
    {
        var paid = Record(SupportKind.MediationAward) with { Quantity = 7, Post = "TJ-1" };
        await Support(Community, 1,
            new SupportRecorded(Community, Record(SupportKind.MediationAward) with { Quantity = 2, Post = "TJ-1" }), new SupportRecorded(Community, Record(SupportKind.MediationAward) with { Quantity = 1, Post = "TJ-1" }),
            new SupportRecorded(Community, Record(SupportKind.MediationAward) with { Quantity = 4, Post = "TJ-2" }), new SupportRecorded(Community, paid),
            new SupportEnded(Community, paid.Id, paid.Kind, Samples.Now, "已兑现"));
        (await Index.Awards([Community])).ShouldBe([new(Community, "TJ-1", 3), new(Community, "TJ-2", 4)]);
    }

    [SkippableFact]
    public async Task Fixed_days_that_stand_are_found_and_the_hub_knows_since_when_it_keeps_records()
    {
        await Support(Community, 1, new SupportRecorded(Community, Record(SupportKind.FixedDay) with { Quantity = 15 }));
        (await Index.FixedDays()).ShouldContain(new FixedDay(Community, 15));
        (await Index.Since()).ShouldBe(LocalDay.Of(TimeProvider.System.GetUtcNow()));
    }

    [SkippableFact]
    public async Task An_index_that_lost_an_opinion_is_a_difference()
    {
        await Hub.Publisher.Publish(new($"ledger-{Community}", 1) { Councils = new() { Ledger = new(Community, 1, 3, null), Opinions = [new OpinionEntered(Community, Entry())] } });
        var found = new List<string>();
        await foreach (var difference in Hub.Index.Differences(None))
            found.Add(difference);
        found.ShouldContain($"ledger-{Community}: 3 opinions entered, 1 listed");
    }

    private Task Ledger(long version, params OpinionEvent[] events) =>
        Hub.Publisher.Publish(new($"ledger-{Community}", version) { Councils = new() { Ledger = new(Community, version, events.OfType<OpinionEntered>().Count(), null), Opinions = [.. events] } });

    private Task Support(UnitCode unit, long version, params SupportEvent[] events) =>
        Hub.Publisher.Publish(new($"support-{unit}", version) { Councils = new() { Support = new(unit, version, events.OfType<SupportRecorded>().Count()), Records = [.. events] } });

    private static OpinionEntry Entry(DateTimeOffset? at = null, OpinionSource source = OpinionSource.Box) =>
        new($"{Interlocked.Increment(ref _ids):x32}", source, null, "楼道灯不亮，请尽快处理", Day, at ?? Samples.Now, null, Role.Resident);

    private static SupportRecord Record(SupportKind kind, DateOnly? on = null) => new($"{Interlocked.Increment(ref _ids):x32}", kind, on ?? Day, "记录", Samples.Now, Role.CommunityParty);
}
