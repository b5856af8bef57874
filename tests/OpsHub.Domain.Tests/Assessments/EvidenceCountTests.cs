using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Indicators;
using OpsHub.Domain.Tests.Calendars;

namespace OpsHub.Domain.Tests.Assessments;

/// <summary>How evidence is counted from the facts of cycles. A004, A022, A023.</summary>
public sealed class EvidenceCountTests
{
    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly OrganCode Other = OrganCode.Parse("430203001-D20");

    [Fact]
    public void A022_evidence_is_counted_by_due_day_and_leaves_out_what_nobody_owed()
    {
        var due = Given.Local("2026-03-10 00:00");
        var cycle = new CycleFacts { Cycle = 1, StartedDay = new(2026, 3, 5), Lead = YearStory.Code, DueAt = due, OnTime = true };
        Count([cycle], through: due).ShouldSatisfyAllConditions(e => e.Due.ShouldBe(1), e => e.OnTime.ShouldBe(1));
        Count([cycle], through: due.AddTicks(-1)).Due.ShouldBe(0, "not due yet");
        Count([cycle with { Suspended = true }], through: due).Due.ShouldBe(0);
        Count([cycle with { Void = true }], through: due).Due.ShouldBe(0);
        Count([cycle with { Lead = Other }], through: due).Due.ShouldBe(0);
        Count([cycle with { DueAt = LocalDay.Start(First) }], through: due).Due.ShouldBe(0, "24:00 of the last day of the year before is that year's");
        Count([cycle with { OnTime = null }], through: due).OnTime.ShouldBe(0, "without feedback it is late");
    }

    [Fact]
    public void A004_an_urge_counts_for_whom_it_was_directed_to_in_the_year_in_which_it_was_given()
    {
        var cycle = new CycleFacts
        {
            Cycle = 1, StartedDay = new(2025, 12, 30), Lead = Other, Urges = 4,
            Participations = [new(YearStory.Code, new(2025, 12, 31), 1, 1, 1), new(YearStory.Code, First, 2, 3, 1), new(Other, First, 1, 3, 3)],
        };
        Count([cycle, cycle with { Cycle = 2 }], through: Given.Local("2026-01-05 09:00")).ShouldSatisfyAllConditions(
            e => e.Urged.ShouldBe(4), e => e.MeetingsCalled.ShouldBe(6), e => e.MeetingsAttended.ShouldBe(2), e => e.Due.ShouldBe(0));
    }

    [Fact]
    public void A023_dispatches_count_for_whoever_they_went_to()
    {
        var at = Given.Local("2026-03-10 09:00");
        var cycle = new CycleFacts
        {
            Cycle = 1, StartedDay = new(2026, 3, 5), Lead = Other,
            Dispatches = [new("accept", YearStory.Code, new(2026, 3, 5), at, false, true, true), new("accept-2", Other, new(2026, 3, 6), at, true, false, true), new("accept-3", YearStory.Code, new(2026, 3, 7), at, true, false, false)],
        };
        Count([cycle], through: at).ShouldSatisfyAllConditions(e => e.Dispatched.ShouldBe(2), e => e.Refused.ShouldBe(1), e => e.Returned.ShouldBe(1), e => e.Accepted.ShouldBe(0));
    }

    private static CaseEvidence Count(IEnumerable<CycleFacts> cycles, DateTimeOffset through) => EvidenceCount.Of(YearStory.Code, cycles, First, First.AddYears(1), through);
}
