using CsCheck;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Tests.Consultations;

/// <summary>What figures of consultations say at an instant, counted by hand over the contributions.</summary>
public sealed class ConsultationFiguresTests
{
    private static readonly DateTimeOffset Noon = Calendars.Given.Local("2026-10-01 12:00");

    private static readonly long NoonMinute = SummaryFold.MinuteNow(Noon);

    private static readonly Gen<ConsultationContribution> Facts = Gen.Select(Gen.Int[0, 19], Minute, Minute.List[0, 3], Minute, Minute, Minute, Gen.Int[0, 31], Gen.Int[1, 3])
        .Select((stage, plan, announce, hard, due, session, flags, round) => new ConsultationContribution(
            (ConsultationStage)stage, (flags & 3) > 0, plan, Dues(announce), (flags & 4) > 0 ? 0 : hard, due, (flags & 4) > 0, round, (flags & 8) > 0, session, (flags & 16) > 0));

    private static Gen<long> Minute => Gen.OneOf(Gen.Long[-2, 2], Gen.Long[-3000, 3000], Gen.Const(-NoonMinute)).Select(around => NoonMinute + around);

    [Fact]
    public void Two_parts_added_up_are_the_whole() => Gen.Select(Facts.List[0, 30], Facts.List[0, 30]).Sample((a, b) =>
    {
        var whole = ConsultationFiguresFold.Of(a.Concat(b), Noon);
        ConsultationFiguresFold.Of(a, Noon).Plus(ConsultationFiguresFold.Of(b, Noon)).ShouldBe(whole);
        whole.Minus(ConsultationFiguresFold.Of(b, Noon)).ShouldBe(ConsultationFiguresFold.Of(a, Noon));
        whole.Minus(whole).ShouldBeSameAs(ConsultationFigures.Empty);
    }, iter: 300);

    [Fact]
    public void A_reading_is_what_one_counts_by_hand() => Gen.Select(Facts.List[0, 40], Gen.Int[0, 24 * 3600]).Sample((facts, later) =>
    {
        // Folded at noon and read later: what is gathered at noon must not be missed afterwards.
        var now = Noon.AddSeconds(later);
        var reading = ConsultationFiguresRead.At(ConsultationFiguresFold.Of(facts, Noon), now);
        var open = facts.FindAll(f => f.Open);
        var (first, last) = (LocalDay.Start(LocalDay.Of(now)), LocalDay.End(LocalDay.Of(now)));
        reading.Open.ShouldBe(open.Count);
        reading.AnnouncementsLate.ShouldBe(open.Sum(f => f.AnnounceDueMinutes.Pairs.Where(p => Late(p.Key)).Sum(p => p.Value)));
        reading.AnnouncementsDueToday.ShouldBe(open.Sum(f => f.AnnounceDueMinutes.Pairs.Where(p => Ahead(p.Key) && At(p.Key) <= last).Sum(p => p.Value)));
        reading.PlansLate.ShouldBe(open.Count(f => Late(f.PlanDueMinute)));
        reading.PlansDueToday.ShouldBe(open.Count(f => Ahead(f.PlanDueMinute) && At(f.PlanDueMinute) <= last));
        reading.Breached.ShouldBe(open.Count(f => f.Breached || Late(f.HardDueMinute)));
        reading.Overdue.ShouldBe(open.Count(f => Late(f.DueMinute)));
        reading.SessionsToday.ShouldBe(open.Count(f => f.SessionMinute > 0 && At(f.SessionMinute) >= first && At(f.SessionMinute) < last));
        reading.NextAnnouncementDue.ShouldBe(open.SelectMany(f => f.AnnounceDueMinutes.Pairs).Where(p => Ahead(p.Key)).Select(p => (DateTimeOffset?)At(p.Key)).Min());
        (reading.FurtherRounds, reading.VotesAhead, reading.Provisional).ShouldBe((open.Count(f => f.Round > 1), open.Count(f => f.VoteAhead), open.Count(f => f.Provisional)));
        reading.ByStage.Sum().ShouldBe(open.Count);

        bool Late(long minute) => minute > 0 && At(minute) <= now;
        bool Ahead(long minute) => minute > 0 && At(minute) > now;
    }, iter: 300);

    [Fact]
    public void Closed_ones_count_for_nothing() =>
        ConsultationFiguresFold.Of([new(ConsultationStage.Archived, false, 0, Buckets.Empty, 0, 0, true, 2, false, 0, false)], Noon).ShouldBeSameAs(ConsultationFigures.Empty);

    [Fact, Trait("Rule", "C040")]
    public void C040_An_announcement_counts_as_due_today_until_24_00_and_as_late_and_a_breach_from_then_on_although_it_is_a_holiday()
    {
        var due = Calendars.Given.Local("2026-10-02 00:00");
        var minute = SummaryFold.MinuteOf(due);
        var figures = ConsultationFiguresFold.Of([new(ConsultationStage.SessionEnded, true, 0, Buckets.One(minute), minute, minute, false, 1, false, 0, false)], Noon);
        var before = ConsultationFiguresRead.At(figures, due.AddSeconds(-1));
        (before.AnnouncementsDueToday, before.AnnouncementsLate, before.Breached, before.NextAnnouncementDue).ShouldBe((1, 0, 0, due));
        var at = ConsultationFiguresRead.At(figures, due);
        (at.AnnouncementsDueToday, at.AnnouncementsLate, at.Breached, at.NextAnnouncementDue).ShouldBe((0, 1, 1, null));
    }

    private static Buckets Dues(IEnumerable<long> minutes) => Buckets.From(minutes.Where(m => m > 0).Select(m => KeyValuePair.Create(m, 1)));

    private static DateTimeOffset At(long minute) => DateTimeOffset.FromUnixTimeSeconds(minute * 60);
}
