using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Consultations.ConsultationVariant;

namespace OpsHub.Domain.Consultations;

/// <summary>On which rule each command's permission rests (权限依据), by variant, and the refusal of whoever has none.</summary>
internal static class ConsultationActs
{
    private const string Clause1 = "二(四)1", Clause2 = "二(四)2", Clause3 = "二(四)3", Outcome = "二(五)";

    internal static Refusal Forbidden(Consultation s, Type command, ImmutableList<ConsultationOffice> offices)
    {
        var (rule, clause) = Basis(s, command);
        var words = ConsultationWording.Of(command);
        return offices.IsEmpty
            ? new(RefusalCodes.NotAllowed, rule, clause, null, $"本协商没有可以{words.Zh}的主体", $"There is nobody who may {words.En} here")
            : new(RefusalCodes.NotAllowed, rule, clause, null,
                $"只有{string.Join("、", offices.Select(o => $"{NameOf(o.Role).Zh}（{o.Organ}）"))}可以{words.Zh}",
                $"Only {string.Join(" or ", offices.Select(o => $"{NameOf(o.Role).En} ({o.Organ})"))} may {words.En}");
    }

    /// <summary>Rule and clause of a command's permission.</summary>
    internal static (string Rule, string Clause) Basis(Consultation s, Type command) => command.Name switch
    {
        nameof(RerouteConsultation) => ("C013", "二(二)1"),
        nameof(AddMatterFacts) => ("C007", "二(一)"),
        nameof(RecordSolicitation) => ("C045", Clause3),
        nameof(HoldWorkMeeting) => ("C033", Clause2),
        nameof(SimplifySteps) => ("C025", "二(四)"),
        nameof(ProposeTopic) => By(s, ("C034", Clause2), ("C080", Clause1), ("C044", Clause3)),
        nameof(ReportToCouncil) => ("C026", Clause1),
        nameof(DetermineTopic) => By(s, ("C034", Clause2), ("C026", Clause1), ("C044", Clause3)),
        nameof(MakePlan) or nameof(StartSession) or nameof(AdjournSession) or nameof(ResumeSession) or nameof(EndSession) =>
            By(s, ("C075", "三(二)"), ("C080", Clause1), ("C044", Clause3)),
        nameof(PublishNotice) => By(s, ("C038", Clause2), ("C027", Clause1), ("C047", Clause3)),
        nameof(FixParticipants) => By(s, ("C037", Clause2), ("C028", Clause1), ("C046", Clause3)),
        nameof(Announce) => By(s, ("C075", "三(二)"), ("C069", "二(四)"), ("C069", "二(四)")),
        nameof(ExplainDissent) => ("C053", Outcome),
        nameof(Conclude) => ("C071", Outcome),
        nameof(OpenAnotherRound) or nameof(Shelve) => By(s, ("C042", Clause2), ("C070", Outcome), ("C070", Outcome)),
        nameof(RequireVote) or nameof(CloseFailed) => By(s, ("C043", Clause2), ("C030", Clause1), ("C049", Clause3)),
        nameof(HoldVote) => ("C050", "二(四)"),
        nameof(AdoptResult) => By(s, ("C055", Outcome), ("C055", Outcome), ("C081", Clause3)),
        nameof(StartImplementation) or nameof(PublishProgress) or nameof(CompleteImplementation) => By(s, ("C075", "三(二)"), ("C029", Clause1), ("C081", Clause3)),
        nameof(NoteSupervision) => ("C057", Outcome),
        nameof(FeedBackResult) => By(s, ("C071", Outcome), ("C029", Clause1), ("C048", Clause3)),
        nameof(RecordSurvey) => ("C060", Outcome),
        nameof(ArchiveConsultation) => By(s, ("C041", Clause2), ("C031", Clause1), ("C041", Clause2)),
        nameof(CorrectResult) => ("C054", Outcome),
        nameof(DismissReview) => ("C074", "一(二)"),
        nameof(WithdrawConsultation) => ("SM2.Y", "二(四)"),
        nameof(ReportUp) => ("C058", Outcome),
        nameof(StudyReport) or nameof(DecideReport) => ("C078", Outcome),
        nameof(FeedBackReport) => ("C059", Outcome),
        var unknown => throw new InvalidOperationException($"Nobody has said on what the permission of {unknown} rests."),
    };

    /// <summary>What an office is called (主体名称).</summary>
    internal static (string Zh, string En) NameOf(Role role) => role switch
    {
        Role.CommunityParty => ("社区、村党组织", "the community's party organisation"),
        Role.CommunityCommittee => ("居（村）委会", "the community's committee"),
        Role.GroupParty => ("楼宇小区、村民小组党组织", "the building's or group's party organisation"),
        Role.Council => ("议事会", "the council"),
        Role.SupervisionCommittee => ("居（村）务监督委员会", "the supervision committee"),
        Role.TownshipGovernment => ("乡镇街道党（工）委、政府", "the township"),
        Role.CountyGovernment => ("县市区党委、政府", "the county government"),
        Role.Department => ("委托部门", "the department that entrusted it"),
        Role.AgencyStaff => ("派驻机构", "the stationed agency that entrusted it"),
        _ => throw new InvalidOperationException($"No name for an office of {role}."),
    };

    private static (string Rule, string Clause) By(Consultation s, (string, string) community, (string, string) building, (string, string) cross) => s.Variant switch
    {
        BuildingOrGroup => building,
        CrossCommunity => cross,
        // Resolution 56: the steps of a community, led by the township.
        _ => s.Lead.Unit.Level == UnitLevel.Township && community.Item1 == "C034" ? ("T087", "四(十一)") : community,
    };
}
