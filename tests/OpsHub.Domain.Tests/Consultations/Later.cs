using OpsHub.Domain.Accounts;
using OpsHub.Domain.Consultations;
using static OpsHub.Domain.Consultations.ConsultationVariant;

namespace OpsHub.Domain.Tests.Consultations;

/// <summary>A consultation after its session, step by step to its archive.</summary>
internal static class Later
{
    public static readonly MatterFacts Delegated = new(DelegatedBy: Quarter.Bureau);

    public static readonly FeedBackResult Told = new([FeedbackAudience.Masses, FeedbackAudience.Participants, FeedbackAudience.Stakeholders, FeedbackAudience.Residents], "已划线 40 个车位");

    public static readonly RecordSurvey Survey = new("回访记录 3", 40, 36);

    public static readonly ArchiveConsultation Archive = new(["方案", "公告", "会议记录", "满意度调查"]);

    /// <summary>Who carries it out and answers for it.</summary>
    public static Actor Doer(ConsultationVariant variant) => variant == CrossCommunity ? Quarter.Government : Quarter.Party;

    public static AdoptResult Adoption(string? entry = "阳光-2026-7") => new("居委会", "居委会主任岗", entry, [new("划线", new DateOnly(2026, 8, 1)), new("验收", new DateOnly(2026, 9, 1))]);

    public static HoldVote Ballot(VoteBody body, int yes, int no, int abstain, int? eligible = null) => new(body, yes + no + abstain, yes, no, abstain, "表决记录 5", true, eligible ?? yes + no + abstain);

    public static Story Disagreed(ConsultationVariant variant = Community, MatterFacts? matter = null, SessionOutcome outcome = SessionOutcome.NoConsensus) =>
        Story.Ended(variant, Quarter.End(outcome), matter);

    /// <summary>A second round that ended without agreement as well.</summary>
    public static Story Twice(ConsultationVariant variant = Community, MatterFacts? matter = null) => Again(Disagreed(variant, matter), variant);

    /// <summary>Another round, to its end without agreement.</summary>
    public static Story Again(Story story, ConsultationVariant variant, string? reason = null)
    {
        var holder = Quarter.Holder(variant);
        var opened = story.Then(holder, new OpenAnotherRound(reason));
        if (variant == DirectMeeting)
            opened = opened.Then(Quarter.Party, Quarter.Meeting(opened.Now.AddDays(1))).After(TimeSpan.FromDays(1));
        else
            opened = opened.Then(holder, Quarter.Plan(opened.Now.AddDays(3))).Then(holder, Quarter.Notice).Then(holder, Chosen(variant)).After(TimeSpan.FromDays(3));
        return opened.Then(holder, new StartSession(Story.Presider(variant))).After(TimeSpan.FromHours(2)).Then(holder, Quarter.End(SessionOutcome.NoConsensus));
    }

    public static Story Concluded(ConsultationVariant variant = Community, MatterFacts? matter = null, Story? from = null) =>
        Story.Ended(variant, null, matter, from).Then(Quarter.Holder(variant), new Conclude());

    public static Story Adopted(ConsultationVariant variant = Community, MatterFacts? matter = null) => Concluded(variant, matter).Then(Doer(variant), Adoption());

    public static Story Implementing(ConsultationVariant variant = Community, MatterFacts? matter = null) => Adopted(variant, matter).Then(Doer(variant), new StartImplementation());

    public static Story Implemented(ConsultationVariant variant = Community, MatterFacts? matter = null) =>
        Implementing(variant, matter).Then(Doer(variant), new CompleteImplementation("全部完成"));

    public static Story FedBack(ConsultationVariant variant = Community, MatterFacts? matter = null) => Implemented(variant, matter).Then(Doer(variant), Told);

    public static Story Surveyed(ConsultationVariant variant = Community, MatterFacts? matter = null) => FedBack(variant, matter).Then(Doer(variant), Survey);

    public static Story Archived(ConsultationVariant variant = Community, MatterFacts? matter = null) =>
        Surveyed(variant, matter).Then(Quarter.Holder(variant), Quarter.Announcement).Then(Quarter.Holder(variant), Archive);

    public static Story Called(ConsultationVariant variant = Community, MatterFacts? matter = null) => Twice(variant, matter).Then(Quarter.Holder(variant), new RequireVote());

    public static Story VotedDown(ConsultationVariant variant = Community, MatterFacts? matter = null) =>
        Called(variant, matter).Then(Quarter.Holder(variant), Ballot(variant == CrossCommunity ? VoteBody.MultiPartyMeeting : VoteBody.ResidentsMeeting, 10, 15, 5));

    /// <summary>One in each stage that follows a session.</summary>
    public static Story In(ConsultationStage stage, ConsultationVariant variant = Community, MatterFacts? matter = null) => stage switch
    {
        ConsultationStage.SessionEnded => Disagreed(variant, matter),
        ConsultationStage.Concluded => Concluded(variant, matter),
        ConsultationStage.VoteRequired => Called(variant, matter),
        ConsultationStage.VotePassed => Called(variant, matter).Then(Quarter.Holder(variant), Ballot(variant == CrossCommunity ? VoteBody.MultiPartyMeeting : VoteBody.ResidentsMeeting, 25, 5, 0)),
        ConsultationStage.VoteFailed => VotedDown(variant, matter),
        ConsultationStage.Adopted => Adopted(variant, matter),
        ConsultationStage.Implementing => Implementing(variant, matter),
        ConsultationStage.Implemented => Implemented(variant, matter),
        ConsultationStage.FedBack => FedBack(variant, matter),
        ConsultationStage.Surveyed => Surveyed(variant, matter),
        ConsultationStage.Archived => Archived(variant, matter),
        ConsultationStage.NotAdopted => VotedDown(variant, matter).Then(Quarter.Holder(variant), new CloseFailed()),
        ConsultationStage.Corrected => Concluded(variant, matter).Then(Quarter.Government, new CorrectResult("违反物业管理条例", true)),
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "Not a stage after a session."),
    };

    private static FixParticipants Chosen(ConsultationVariant variant) => variant == CrossCommunity ? Quarter.Participants(Quarter.Community, Quarter.Second) : Quarter.Participants();
}
