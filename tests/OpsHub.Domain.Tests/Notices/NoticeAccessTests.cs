using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;

namespace OpsHub.Domain.Tests.Notices;

/// <summary>Who reads an organ's notices: of cases whoever reads cases there, of consultations whoever reads consultations there.</summary>
public sealed class NoticeAccessTests
{
    private const string Community = "430203001001";
    private const string Grid = "430203001001001";

    [Theory]
    [InlineData(Role.CommunityCommittee, Community, true)]
    [InlineData(Role.CommunityParty, Community, true)]
    [InlineData(Role.CommunityParty, "430203001002", false)]
    [InlineData(Role.Council, Community, false)]
    [InlineData(Role.SupervisionCommittee, Community, false)]
    [InlineData(Role.GroupParty, Grid, false)]
    [InlineData(Role.TownshipGovernment, "430203001", true)]
    public void A_role_reads_marks_and_manages_a_communitys_notices_of_cases(Role role, string organ, bool reads)
    {
        var (actor, community) = (Of(role, organ), OrganCode.Parse(Community));
        NoticeAccess.Reads(actor, Told(Community, "case-1"), ByCode).ShouldBe(reads);
        (NoticeAccess.MarkRead(actor, Told(Community, "case-1"), ByCode) is null).ShouldBe(reads && actor.Organ == community);
        NoticeAccess.Channels(actor, community).ShouldBe(reads && actor.Organ == community);
    }

    [Theory]
    [InlineData(Role.GroupParty, Grid, Grid, true)]
    [InlineData(Role.GroupParty, Grid, Community, false)]
    [InlineData(Role.GroupParty, Grid, "430203001001002", false)]
    [InlineData(Role.Council, Community, Community, true)]
    [InlineData(Role.Council, Community, Grid, false)]
    [InlineData(Role.Council, "430203001002", Community, false)]
    [InlineData(Role.SupervisionCommittee, Community, Community, false)]
    [InlineData(Role.CommunityParty, Community, Grid, true)]
    [InlineData(Role.TownshipGovernment, "430203001", Community, true)]
    [InlineData(Role.TownshipGovernanceCentre, "430203001", "430203001", false)]
    [InlineData(Role.TownshipGovernanceCentre, "430203001", Community, false)]
    [InlineData(Role.CountyCommandCentre, "430203", "430203", false)]
    [InlineData(Role.CountyCommandCentre, "430203", Grid, false)]
    [InlineData(Role.GridWorker, Grid, Grid, true)]
    [InlineData(Role.GridWorker, Community, Grid, false)]
    [InlineData(Role.Auditor, "4302", Grid, true)]
    [InlineData(Role.WallKey, Grid, Grid, false)]
    public void C002_a_role_reads_an_organs_notices_of_consultations_and_marks_its_own(Role role, string organ, string recipient, bool reads)
    {
        var (actor, notice) = (Of(role, organ), Told(recipient, "consultation-1"));
        NoticeAccess.Reads(actor, notice, ByCode).ShouldBe(reads);
        NoticeAccess.Reads(actor, notice.Recipient, ByCode).HasFlag(NoticeSubjects.Consultations).ShouldBe(reads);
        (NoticeAccess.MarkRead(actor, notice, ByCode) is null).ShouldBe(reads && actor.Organ == notice.Recipient);
    }

    [Theory]
    [InlineData(Role.GroupParty, Grid)]
    [InlineData(Role.Council, Community)]
    public void Who_is_told_of_consultations_only_reads_and_marks_nothing_of_cases(Role role, string organ)
    {
        NoticeAccess.Reads(Of(role, organ), OrganCode.Parse(organ), ByCode).ShouldBe(NoticeSubjects.Consultations);
        NoticeAccess.MarkRead(Of(role, organ), Told(organ, "case-1"), ByCode).ShouldNotBeNull();
        NoticeAccess.Channels(Of(role, organ), OrganCode.Parse(organ)).ShouldBeFalse();
    }

    [Fact, Trait("Rule", "A042")]
    public void A042_the_citys_establishment_office_reads_and_marks_what_the_city_is_told_of_filings_and_nothing_else()
    {
        var office = Of(Role.EstablishmentOffice, "4302");
        NoticeAccess.Reads(office, OrganCode.Parse("4302"), ByCode).ShouldBe(NoticeSubjects.Filings);
        NoticeAccess.MarkRead(office, Told("4302", "filings-430203"), ByCode).ShouldBeNull();
        NoticeAccess.MarkRead(office, Told("4302", "case-1"), ByCode).ShouldNotBeNull();
        NoticeAccess.Reads(office, OrganCode.Parse("430203"), ByCode).ShouldBe(NoticeSubjects.None);
        NoticeAccess.Reads(Of(Role.EstablishmentOffice, "430203"), OrganCode.Parse("430203"), ByCode).ShouldBe(NoticeSubjects.None);
    }

    [Theory]
    [InlineData(Role.TownshipGovernanceCentre, "430203001")]
    [InlineData(Role.CountyCommandCentre, "430203")]
    public void A_centre_still_reads_and_marks_what_it_is_told_of_cases(Role role, string organ)
    {
        NoticeAccess.Reads(Of(role, organ), OrganCode.Parse(organ), ByCode).ShouldBe(NoticeSubjects.Others | NoticeSubjects.Filings);
        NoticeAccess.MarkRead(Of(role, organ), Told(organ, "case-1"), ByCode).ShouldBeNull();
        NoticeAccess.MarkRead(Of(role, organ), Told(organ, "consultation-1"), ByCode).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(Role.AgencyStaff, "430203001-D12", "430203001-D12", true)]
    [InlineData(Role.AgencyStaff, "430203001-D20", "430203001-D12", false)]
    [InlineData(Role.Department, "430203:D12", "430203:D12", true)]
    [InlineData(Role.Department, "430203:D12", "430203001-D12", false)]
    [InlineData(Role.TownshipGovernment, "430203001", "430203001", true)]
    [InlineData(Role.TownshipGovernment, "430203001", "430203001-D12", false)]
    [InlineData(Role.TownshipGovernanceCentre, "430203001", "430203001", false)]
    [InlineData(Role.CountyCommandCentre, "430203", "430203", false)]
    [InlineData(Role.PerformanceOrgan, "430203", "430203", true)]
    [InlineData(Role.PerformanceOrgan, "430204", "430203", false)]
    [InlineData(Role.CountyGovernment, "430203", "430203", true)]
    [InlineData(Role.Auditor, "4302", "430203001-D12", true)]
    [InlineData(Role.WallKey, "430203001", "430203001", false)]
    public void An_organs_notices_of_agencies_years_are_read_by_whoever_is_told_and_by_no_centre(Role role, string organ, string recipient, bool reads)
    {
        var (actor, notice) = (Of(role, organ), Told(recipient, "year-430203001-D12-2026"));
        NoticeAccess.SubjectOf(notice).ShouldBe(NoticeSubjects.Assessments);
        NoticeAccess.Reads(actor, notice, ByCode).ShouldBe(reads);
        (NoticeAccess.MarkRead(actor, notice, ByCode) is null).ShouldBe(reads && actor.Organ == notice.Recipient && role != Role.Auditor);
    }

    [Theory]
    [InlineData(Role.TownshipGovernment, "430203001", "430203001", true)]
    [InlineData(Role.TownshipGovernment, "430203002", "430203001", false)]
    [InlineData(Role.TownshipGovernanceCentre, "430203001", "430203001", false)]
    [InlineData(Role.Department, "430203:D12", "430203:D12", true)]
    [InlineData(Role.OrganisationDepartment, "430203", "430203", true)]
    [InlineData(Role.CountyGovernment, "430203", "430203", false)]
    [InlineData(Role.CountyCommandCentre, "430203", "430203", false)]
    [InlineData(Role.PerformanceOrgan, "430203", "430203", false)]
    [InlineData(Role.AgencyStaff, "430203001-D12", "430203001-D12", false)]
    [InlineData(Role.Auditor, "4302", "430203", true)]
    public void Part4_only_who_reads_people_decisions_reads_what_its_organ_is_told_of_them(Role role, string organ, string recipient, bool reads)
    {
        var (actor, notice) = (Of(role, organ), Told(recipient, "posts-430203001-D12"));
        NoticeAccess.Reads(actor, notice, ByCode).ShouldBe(reads);
        NoticeAccess.Reads(actor, notice.Recipient, ByCode).HasFlag(NoticeSubjects.Posts).ShouldBe(reads);
        (NoticeAccess.MarkRead(actor, notice, ByCode) is null).ShouldBe(reads && actor.Organ == notice.Recipient);
    }

    [Theory]
    [InlineData(Role.TownshipGovernment, "430203001", "430203001", true)]
    [InlineData(Role.TownshipGovernment, "430203001", "430203001001", false)]
    [InlineData(Role.TownshipGovernanceCentre, "430203001", "430203001", false)]
    [InlineData(Role.CommunityCommittee, "430203001001", "430203001001", true)]
    [InlineData(Role.Department, "430203:D12", "430203:D12", true)]
    [InlineData(Role.Department, "430203:D20", "430203:D12", false)]
    [InlineData(Role.CountyGovernment, "430203", "430203", true)]
    [InlineData(Role.PerformanceOrgan, "430203", "430203", true)]
    [InlineData(Role.OrganisationDepartment, "430203", "430203", false)]
    [InlineData(Role.CountyCommandCentre, "430203", "430203001", false)]
    [InlineData(Role.Auditor, "4302", "430203", true)]
    public void R033_notices_of_townships_rights_are_read_by_whoever_is_told_and_by_no_centre(Role role, string organ, string recipient, bool reads)
    {
        var (actor, notice) = (Of(role, organ), Told(recipient, "mandates-430203"));
        NoticeAccess.SubjectOf(notice).ShouldBe(NoticeSubjects.Mandates);
        NoticeAccess.Reads(actor, notice, ByCode).ShouldBe(reads);
    }

    [Theory]
    [InlineData(Role.TownshipGovernment, "430203001", "430203001", true)]
    [InlineData(Role.TownshipGovernment, "430203002", "430203001", false)]
    [InlineData(Role.TownshipGovernanceCentre, "430203001", "430203001", false)]
    [InlineData(Role.CountyCommandCentre, "430203", "430203001", false)]
    [InlineData(Role.AgencyStaff, "430203001-D12", "430203001", false)]
    [InlineData(Role.PerformanceOrgan, "430203", "430203001", false)]
    [InlineData(Role.Auditor, "4302", "430203001", true)]
    public void A024_a_surveys_notices_are_read_by_the_township_that_was_told_and_by_no_centre(Role role, string organ, string recipient, bool reads)
    {
        var (actor, notice) = (Of(role, organ), Told(recipient, "survey-430203001-D12-2026-430203001"));
        NoticeAccess.SubjectOf(notice).ShouldBe(NoticeSubjects.Surveys);
        NoticeAccess.Reads(actor, notice, ByCode).ShouldBe(reads);
        NoticeAccess.Reads(actor, notice.Recipient, ByCode).HasFlag(NoticeSubjects.Surveys).ShouldBe(reads);
        (NoticeAccess.MarkRead(actor, notice, ByCode) is null).ShouldBe(reads && actor.Organ == notice.Recipient);
    }

    private static Actor Of(Role role, string organ) => new("somebody", role, OrganCode.Parse(organ));

    private static Notice Told(string recipient, string subject) => new(
        $"{subject}:1", subject, 1, "N-1", OrganCode.Parse(recipient), NoticeKind.NewWork, false, null, null, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, null, "待办", "Work");

    private static bool ByCode(UnitCode unit, UnitCode above) => unit.Value.StartsWith(above.Value, StringComparison.Ordinal);
}
