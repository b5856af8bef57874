using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Posts;

namespace OpsHub.Contracts.Tests;

/// <summary>One of each command and event about an agency's people, every field set.</summary>
internal static class PostSamples
{
    private static readonly DateTimeOffset At = CaseSamples.At;
    private static readonly UnitCode Host = UnitCode.Parse("430203001");
    private static readonly UnitCode Second = UnitCode.Parse("430203002");
    private static readonly OrganCode Department = OrganCode.Parse("430203:D12");

    public static readonly ImmutableList<PostCommand> Commands =
    [
        new OpenPosts(CaseSamples.Agency), new RecordPosts(10, 8), new RecordPartyRelations(6, 2, true, "预备期未满"), new AskHeadOpinion(HeadMatter.Removal, "所长", "征求意见函 7 号"),
        new ProposeHeadOpinion(1, HeadOpinion.Comments, "建议缓议"), new AgreeToHeadOpinion(1, 1), new ReturnHeadOpinion(1), new RecordNoReply(1, "两次催办未答复"), new DecideHead(1, "工作需要"), new WithdrawHead(1, "乡镇不同意"),
        new RaiseInquiry("群众满意度低", true), new BeginInquiry(1), new RecordFinding(1, true, "情况属实"), new FeedBackInquiry(1, "已约谈"), new CloseInquiry(1),
        new RequestSecondment("专项整治", "市局专班", 2, new(2026, 9, 30)), new AgreeToSecondment(1), new RefuseSecondment(1, "人手不足"), new BeginSecondment(1), new EndSecondment(1),
        new RecordStaffChange(StaffMove.Out, "科员", 1), new InformTownship(1, "告知函 3 号"),
    ];

    public static readonly ImmutableList<PostEvent> Events =
    [
        new PostsOpened(At, CaseSamples.Agency, Department, Host, true, [Host, Second]), new PostsRecorded(At, 10, 8), new PartyRelationsRecorded(At, new(6, 2, "预备期未满", true)),
        new HeadOpinionAsked(At, new(1, HeadMatter.Removal, "所长", "征求意见函 7 号", Department, At, HeadStage.Sent, null, null, []), [Term("opinion-1"), Term("unanimity-1")]),
        new HeadOpinionProposed(At, 1, HeadOpinion.Comments, "建议缓议", Host), new HeadOpinionAgreed(At, 1, Second), new HeadOpinionReturned(At, 1, [Terms.Complete(Term("opinion-1"), At)]),
        new HeadDecided(At, 1, "工作需要", []), new HeadNoReplyRecorded(At, 1, "两次催办未答复", [Terms.Lift(Term("unanimity-1"), At, 9, "未答复")]),
        new InquiryRaised(At, new(1, Host, "群众满意度低", Department, At, InquiryStage.Raised), [Term("inquiry-1")]), new InquiryBegun(At, 1), new InquiryFound(At, 1, true, "情况属实"),
        new InquiryFedBack(At, 1, "已约谈", [Terms.Complete(Term("inquiry-1"), At)]), new InquiryClosed(At, 1),
        new SecondmentRequested(At, new(1, "专项整治", "市局专班", 2, new(2026, 9, 30), At, SecondmentStage.Requested, []), [Term("township-1"), Term("personnel-1")]),
        new SecondmentAgreed(At, 1, SecondmentSide.Township, Host, []), new SecondmentAgreed(At, 1, SecondmentSide.Personnel, null, []), new SecondmentBegun(At, 1, [Term("away-1")]), new SecondmentEnded(At, 1, []),
        new SecondmentRefused(At, 1, SecondmentSide.Personnel, "人手不足", []), new StaffChanged(At, new(1, StaffMove.Out, "科员", 1, At), [Term("notice-1")]),
        new TownshipInformed(At, 1, "告知函 3 号", []), new PostRungsFired(At, [new("away-1", RungKind.Due, At)]),
    ];

    /// <summary>Events that are no part of the sample document.</summary>
    public static readonly ImmutableList<PostEvent> Others = [new PostTermsReprojected(At, [Term("away-1")]), new HeadWithdrawn(At, 1, "乡镇不同意", [Terms.Lift(Term("opinion-1"), At, 9, "已撤回")])];

    private static Term Term(string id) => Terms.Open(
        id, "答复征求意见", Host.Value, At, 1, new(10, BudgetUnit.WorkingDays), new("A008", "二(二)", BasisKind.Assumed, "ConsultationReply"), OfficialCalendar.Empty, WorkingHours.Default);
}
