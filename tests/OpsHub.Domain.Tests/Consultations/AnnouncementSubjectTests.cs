using OpsHub.Domain.Consultations;
using static OpsHub.Domain.Consultations.ConsultationVariant;

namespace OpsHub.Domain.Tests.Consultations;

/// <summary>Which session, vote or correction an announcement tells of. C007, C040, C054.</summary>
public sealed class AnnouncementSubjectTests
{
    // Two communities have voted before anything of it is announced.
    private static Story BothVoted()
    {
        var ballot = Later.Ballot(VoteBody.RepresentativesMeeting, 25, 5, 0);
        return Later.Concluded(CrossCommunity, new(LegalVote: true)).Then(Quarter.Government, Quarter.Announcement).Then(Quarter.Government, new RequireVote())
            .Then(Quarter.Government, ballot with { Community = Quarter.Community })
            .Then(Quarter.Government, ballot with { Community = Quarter.Second, Yes = 21, No = 9 });
    }

    [Fact]
    [Trait("Rule", "C007")]
    public void C007_of_two_communities_votes_each_announcement_tells_its_own()
    {
        var voted = BothVoted();
        voted.It.OpenDuties.Where(d => d.Stem == DutyStems.Announce).Select(d => (d.Vote, d.Community)).ShouldBe([(1, Quarter.Community), (2, Quarter.Second)]);

        var told = voted.Then(Quarter.Government, Quarter.Announcement).Then(Quarter.Government, Quarter.Announcement);
        told.It.Announcements.Skip(1).Select(a => AnnouncementSubject.Of(told.It, a).VoteOf(told.It)!.Community).ShouldBe([Quarter.Community, Quarter.Second]);
    }

    [Fact]
    [Trait("Rule", "C069")]
    public void C069_whoever_announces_says_which_and_otherwise_the_oldest_is_made()
    {
        var voted = BothVoted();
        var second = voted.It.OpenDuties.FindLast(d => d.Stem == DutyStems.Announce)!;
        var told = voted.Then(Quarter.Government, Quarter.Announcement with { Duty = second.Term.Id });
        told.It.Announcements[^1].ShouldSatisfyAllConditions(a => a.Kind.ShouldBe(AnnouncementKind.Vote), a => a.Vote.ShouldBe(2));
        told.Then(Quarter.Government, Quarter.Announcement).It.Announcements[^1].Vote.ShouldBe(1);

        var refusal = told.Refused(Quarter.Government, Quarter.Announcement with { Duty = second.Term.Id });
        (refusal.Field, refusal.Rule).ShouldBe(("duty", "C069"), "it is made already");
        told.Refused(Quarter.Government, Quarter.Announcement with { Duty = "step" }).Field.ShouldBe("duty");
    }

    [Fact]
    [Trait("Rule", "C054")]
    public void C054_of_two_corrections_each_announcement_tells_its_own()
    {
        var reopened = Later.Concluded().Then(Quarter.Party, new CorrectResult("违反甲规定", false));
        var again = Later.Concluded().State!; // its session, held anew
        var twice = (reopened with { State = reopened.It with { Stage = ConsultationStage.Concluded, Sessions = again.Sessions } }).Then(Quarter.Party, new CorrectResult("违反乙规定", true));
        var told = twice.Then(Quarter.Party, Quarter.Announcement).Then(Quarter.Party, Quarter.Announcement).Then(Quarter.Party, Quarter.Announcement);
        told.It.Announcements.Where(a => a.Kind == AnnouncementKind.Correction).Select(a => AnnouncementSubject.Of(told.It, a).CorrectionOf(told.It)!.Ground).ShouldBe(["违反甲规定", "违反乙规定"]);
    }

    [Fact]
    public void Duties_and_announcements_from_before_the_number_was_kept_are_told_apart_too()
    {
        var told = BothVoted().Then(Quarter.Government, Quarter.Announcement);
        var former = told.It with
        {
            Duties = told.It.Duties.ConvertAll(d => d with { Vote = null, Community = null }),
            Announcements = told.It.Announcements.ConvertAll(a => a with { Vote = null }),
        };
        AnnouncementSubject.Of(former, former.Announcements[^1]).Vote.ShouldBe(1);
        var numbered = AnnouncementSubject.Numbered(former);
        numbered.Duties.Where(d => d.Announces == AnnouncementKind.Vote).Select(d => (d.Vote, d.Community)).ShouldBe([(1, Quarter.Community), (2, Quarter.Second)]);
        (told with { State = former }).Then(Quarter.Government, Quarter.Announcement).It.Announcements[^1].Vote.ShouldBe(2);
    }
}
