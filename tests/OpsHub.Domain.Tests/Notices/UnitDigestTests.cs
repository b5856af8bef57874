using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;
using OpsHub.Domain.Tests.Cases;

namespace OpsHub.Domain.Tests.Notices;

/// <summary>The morning digest (晨报): what it counts, when it is told, who reads it.</summary>
public sealed class UnitDigestTests
{
    private static readonly UnitCode Township = Town.Place.Township;
    private static readonly DateTimeOffset Morning = Calendars.Given.Local("2026-07-14 08:00"); // a Tuesday
    private static readonly (OrganCode, DateTimeOffset) Late = (Town.UrbanManagement, Calendars.Given.Local("2026-07-10 18:00"));

    [Fact]
    public void It_counts_what_is_due_what_waits_and_what_came_and_went_yesterday()
    {
        var facts = new UnitSummary
        {
            ByStage = Counts((1, 7)),
            DueMinutes = Counts((Minute("2026-07-13 09:00"), 2), (Minute("2026-07-14 17:00"), 3), (Minute("2026-07-15 00:00"), 1), (Minute("2026-07-15 09:00"), 1)),
            ReportedHours = Counts((Hour("2026-07-12 23:00"), 8), (Hour("2026-07-13 00:00"), 2), (Hour("2026-07-13 23:00"), 3), (Hour("2026-07-14 00:00"), 16)),
            ClosedDays = Counts((Day("2026-07-12"), 32), (Day("2026-07-13"), 4), (Day("2026-07-14"), 64)),
        };
        var digest = UnitDigest.Of(Township, facts, 5, Late, Morning);
        digest.ShouldBe(new UnitDigest(Township, new(2026, 7, 14), 7, 4, 2, 5, 5, 4, Late));
        var notice = Told(digest).ShouldNotBeNull();
        notice.Zh.ShouldBe("晨报（7月14日）：今日到期 4 件，超期 2 件，待本单位办理 5 件，在办共 7 件；昨日新增 5 件，结案 4 件。超期最久的一件由贺家土城管中队持有，期限为 2026-07-10 18:00。");
        notice.En.ShouldContain("4 due today, 2 overdue, 5 waiting for you, 7 open; yesterday 5 reported, 4 closed");
        (notice.Key, notice.Kind, notice.Recipient, notice.Emergency, notice.Needs).ShouldBe(("digest-2026-07-14:430203001:Digest", NoticeKind.Digest, Town.Township, false, null));
    }

    [Theory]
    [InlineData("2026-07-14 07:30", true)] // waits for 08:00 of the same day
    [InlineData("2026-07-14 19:59", true)] // the hub was down in the morning
    [InlineData("2026-07-14 20:00", false)] // it would be told the next morning, beside that morning's own
    [InlineData("2026-07-18 08:00", false)] // a Saturday
    public void It_is_told_on_working_days_and_not_for_the_next_one(string now, bool told)
    {
        var at = Calendars.Given.Local(now);
        (Told(Digest() with { Day = LocalDay.Of(at) }, at) is not null).ShouldBe(told);
    }

    [Fact]
    public void A_unit_in_which_nothing_is_open_and_nothing_happened_is_told_nothing()
    {
        Told(Digest() with { Open = 0, Waiting = 0 }).ShouldBeNull();
        Told(Digest() with { Open = 0, Waiting = 0, Closed = 1 }).ShouldNotBeNull();
    }

    [Theory, Trait("Rule", "R046")]
    [InlineData(Role.TownshipGovernment, "430203001", "430203001", true)]
    [InlineData(Role.TownshipGovernanceCentre, "430203001", "430203001", true)]
    [InlineData(Role.CountyCommandCentre, "430203", "430203001", true)]
    [InlineData(Role.CountyGovernment, "430203", "430203", true)]
    [InlineData(Role.CountyGovernment, "430203", "430203001", false)]
    [InlineData(Role.CityGovernanceOffice, "4302", "4302", true)]
    [InlineData(Role.TownshipGovernment, "430203002", "430203001", false)]
    [InlineData(Role.TownshipGovernment, "430203001", "430203", false)]
    [InlineData(Role.CommunityCommittee, "430203001001", "430203001", false)]
    [InlineData(Role.GridWorker, "430203001001001", "430203001", false)]
    [InlineData(Role.AgencyStaff, "430203001-D12", "430203001", false)]
    [InlineData(Role.Resident, "430203001", "430203001", false)]
    [InlineData(Role.WallKey, "430203001", "430203001", false)]
    [InlineData(Role.Administrator, "430203001", "430203001", false)]
    public void R046_it_is_read_by_those_who_read_their_units_cases(Role role, string organ, string unit, bool reads)
    {
        var notice = Told(Digest() with { Unit = UnitCode.Parse(unit) }).ShouldNotBeNull();
        NoticeAccess.Reads(new("p", role, OrganCode.Parse(organ)), notice, (code, within) => code.Value.StartsWith(within.Value, StringComparison.Ordinal)).ShouldBe(reads);
    }

    private static UnitDigest Digest() => new(Township, LocalDay.Of(Morning), 3, 0, 0, 1, 0, 0, null);

    private static Notice? Told(UnitDigest digest, DateTimeOffset? now = null) => digest.Told(QuietHours.Default, Calendars.Given.Calendar, Town.NameOf, now ?? Morning);

    private static Buckets Counts(params (long Key, int Count)[] counts) => Buckets.From([.. counts.Select(c => KeyValuePair.Create(c.Key, c.Count))]);

    private static long Minute(string at) => SummaryFold.MinuteOf(Calendars.Given.Local(at));

    private static long Hour(string at) => SummaryFold.HourOf(Calendars.Given.Local(at));

    private static long Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture).DayNumber;
}
