using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Consultations.ConsultationVariant;

namespace OpsHub.Domain.Tests.Consultations;

/// <summary>Which moves are offered, and with which inputs.</summary>
public sealed class ConsultationMovesTests
{
    public static TheoryData<ConsultationVariant> Variants => [.. Enum.GetValues<ConsultationVariant>()];

    [Fact]
    public void What_is_offered_follows_from_stage_office_and_state()
    {
        Offered(Quarter.Party, Story.Opened()).ShouldBe([nameof(AddOpinion), nameof(RecordSolicitation), nameof(HoldWorkMeeting), nameof(AddMatterFacts), nameof(SimplifySteps), nameof(ProposeTopic), nameof(WithdrawConsultation)]);
        Offered(Quarter.Council, Story.Ended()).ShouldBe([nameof(Announce), nameof(Conclude)]);
        Offered(Quarter.Council, Later.Disagreed()).ShouldBe([nameof(Announce), nameof(OpenAnotherRound), nameof(RequireVote), nameof(Shelve)]);
        Offered(Quarter.Council, Later.Twice()).ShouldBe([nameof(Announce), nameof(OpenAnotherRound), nameof(RequireVote)]);
        Offered(Quarter.Party, Later.Concluded(matter: new(LegalVote: true))).ShouldNotContain(nameof(AdoptResult));
        Offered(Quarter.Council, Later.Surveyed()).ShouldNotContain(nameof(ArchiveConsultation), "the announcement is owed");
        Offered(Quarter.Supervision, Later.Implementing()).ShouldBe([nameof(NoteSupervision)]);
        Offered(Quarter.Resident, Later.Implementing()).ShouldBeEmpty();
        Offered(Quarter.Council, Story.InSession()).ShouldBe([nameof(AdjournSession), nameof(EndSession)]);
        Offered(Quarter.Council, Story.InSession().Then(Quarter.Council, new AdjournSession("改日再议"))).ShouldBe([nameof(ResumeSession)]);
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void What_is_not_offered_is_refused(ConsultationVariant variant)
    {
        foreach (var story in Stories(variant))
        {
            foreach (var actor in Quarter.Everybody)
            {
                var offered = Offered(actor, story);
                foreach (var command in Commands(story).Where(c => !offered.Contains(c.GetType().Name)))
                    story.Asked(actor, command).IsRefused.ShouldBeTrue($"{command.GetType().Name} by {actor.Role} at {story.It.Stage} of {variant} is not offered");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void What_is_offered_can_be_done_with_the_inputs_that_it_asks_for(ConsultationVariant variant)
    {
        foreach (var story in Stories(variant))
        {
            foreach (var actor in Quarter.Everybody)
            {
                foreach (var move in ConsultationMoves.Of(actor, story.It, story.Context(actor, new Conclude())))
                {
                    // A session before the planned time is warned, a plan is made for a time ahead: each has a command that passes.
                    Commands(story).Where(c => c.GetType() == move.Command).ShouldContain(c => !story.Asked(actor, c).IsRefused, $"{move.Command.Name} by {actor.Role} at {story.It.Stage} of {variant}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void Every_choice_that_is_offered_is_accepted(ConsultationVariant variant)
    {
        var tried = 0;
        foreach (var story in Stories(variant))
        {
            foreach (var actor in Quarter.Everybody)
            {
                var context = story.Context(actor, new Conclude());
                foreach (var move in ConsultationMoves.Of(actor, story.It, context))
                {
                    var passing = Commands(story).First(c => c.GetType() == move.Command && !story.Asked(actor, c).IsRefused);
                    foreach (var input in ConsultationMoveInputs.Of(move, actor, story.It, context))
                    {
                        foreach (var choice in input.Choices ?? [])
                        {
                            story.Asked(actor, With(passing, input.Name, choice)).Refusal.ShouldBeNull($"{move.Command.Name}.{input.Name} = {choice} by {actor.Role} at {story.It.Stage} of {variant}");
                            tried++;
                        }
                    }
                }
            }
        }

        tried.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Bounds_that_are_offered_are_those_that_are_judged_by()
    {
        var on = Story.InSession();
        var most = Input(on, nameof(EndSession), "attendance").Max.ShouldNotBeNull();
        on.Then(Quarter.Council, Quarter.End() with { Attendance = most }).It.Stage.ShouldBe(ConsultationStage.SessionEnded);
        on.Refused(Quarter.Council, Quarter.End() with { Attendance = most + 1 }).Field.ShouldBe("attendance");
        Input(on, nameof(EndSession), "opinion").Required.ShouldBeFalse();
        on.Then(Quarter.Council, Quarter.End(SessionOutcome.NoConsensus) with { Opinion = "" }).It.Stage.ShouldBe(ConsultationStage.SessionEnded);
        Input(Story.Proposed(), nameof(RerouteConsultation), "communities").Max.ShouldBe(200);
        Input(Story.Planned(), nameof(FixParticipants), "classes").Max.ShouldBe(400);
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void Each_moves_inputs_are_fields_of_its_command(ConsultationVariant variant)
    {
        foreach (var story in Stories(variant))
        {
            var context = story.Context(Quarter.Party, new Conclude());
            foreach (var move in ConsultationTransitions.Table.FindAll(m => m.From.Contains(story.It.Stage)))
            {
                var fields = move.Command.GetProperties().Select(p => char.ToLowerInvariant(p.Name[0]) + p.Name[1..]).ToList();
                var inputs = ConsultationMoveInputs.Of(move, Quarter.Party, story.It, context);
                inputs.Select(i => i.Name).ShouldBeSubsetOf(fields, move.Command.Name);
                // A notice is asked for time and place where no plan has them.
                string[] planned = move.Command == typeof(PublishNotice) && story.It.Plan is not null ? ["start", "meetingPlace"] : [];
                fields.Except(["equalityContract", "entry", .. planned]).ShouldBeSubsetOf(inputs.Select(i => i.Name), move.Command.Name);
                inputs.ShouldAllBe(i => i.Kind != ConsultationInputKind.Choice || i.Choices != null);
            }
        }
    }

    [Fact]
    public void Inputs_follow_from_the_consultation_as_it_stands()
    {
        Input(Later.Called(CrossCommunity), nameof(HoldVote), "body").Choices.ShouldBe(["MULTI_PARTY_MEETING"]);
        Input(Later.Called(CrossCommunity), nameof(HoldVote), "eligible").Required.ShouldBeFalse();
        var each = Later.Concluded(CrossCommunity, new(LegalVote: true)).Then(Quarter.Government, new RequireVote())
            .Then(Quarter.Government, Later.Ballot(VoteBody.RepresentativesMeeting, 25, 5, 0) with { Community = Quarter.Community });
        Input(each, nameof(HoldVote), "community").ShouldSatisfyAllConditions(i => i.Required.ShouldBeTrue(), i => i.Choices.ShouldBe([Quarter.Second.Value]));
        Input(Later.Called(), nameof(HoldVote), "community").Required.ShouldBeFalse();
        Input(Later.Disagreed(), nameof(RequireVote), "reason").Required.ShouldBeTrue();
        Input(Later.Twice(), nameof(RequireVote), "reason").Required.ShouldBeFalse();
        Input(Later.Twice(CrossCommunity), nameof(RequireVote), "threshold").Choices.ShouldBe(["TWO_THIRDS"]);
        Input(Later.Twice(), nameof(OpenAnotherRound), "reason").Required.ShouldBeTrue();
        Input(Later.Concluded(matter: new(CommunityActs: true)), nameof(AdoptResult), "sunshineEntry").Required.ShouldBeTrue();
        Input(Later.Concluded(), nameof(AdoptResult), "sunshineEntry").Required.ShouldBeFalse();
        Input(Later.Implementing(), nameof(PublishProgress), "milestone").Max.ShouldBe(2);
        Input(Story.Prepared(), nameof(StartSession), "presider").Choices!.ShouldNotContain("SECRETARY");
        Input(Story.Prepared(CrossCommunity), nameof(StartSession), "presider").Choices.ShouldBe(["TOWNSHIP_OFFICIAL"]);
        Input(Story.Opened(), nameof(AddOpinion), "source").Choices!.ShouldContain("HOTLINE_12345");
    }

    private static ConsultationCommand With(ConsultationCommand command, string input, string choice)
    {
        var copy = (ConsultationCommand)command.GetType().GetMethod("<Clone>$")!.Invoke(command, null)!;
        var field = command.GetType().GetProperty(char.ToUpperInvariant(input[0]) + input[1..]).ShouldNotBeNull();
        field.SetValue(copy, Value(field.PropertyType, choice));
        return copy;
    }

    private static object Value(Type type, string choice)
    {
        if (type == typeof(string))
            return choice;
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return Value(inner, choice);
        if (type == typeof(UnitCode))
            return UnitCode.Parse(choice);
        if (type == typeof(int))
            return int.Parse(choice, System.Globalization.CultureInfo.InvariantCulture);
        if (type.IsEnum)
            return Enum.Parse(type, choice.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
        return type.GetMethod("Add")!.Invoke(type.GetField("Empty")!.GetValue(null), [Value(type.GetGenericArguments()[0], choice)])!;
    }

    private static ConsultationMoveInput Input(Story story, string command, string name) => ConsultationMoveInputs
        .Of(ConsultationTransitions.Table.Find(m => m.Command.Name == command)!, Quarter.Party, story.It, story.Context(Quarter.Party, new Conclude())).Single(i => i.Name == name);

    private static ImmutableList<string> Offered(Actor actor, Story story) => ConsultationMoves.Of(actor, story.It, story.Context(actor, new Conclude())).ConvertAll(m => m.Command.Name);

    private static IEnumerable<Story> Stories(ConsultationVariant variant)
    {
        var matter = Later.Delegated with { CommunityActs = true };
        yield return Story.Opened(variant, matter);
        if (variant == CrossCommunity)
            yield return Story.Solicited(Story.Opened(variant, matter));
        if (variant != DirectMeeting)
        {
            yield return Story.Proposed(variant, matter);
            yield return Story.Determined(variant, matter);
            yield return Story.Planned(variant, matter);
        }

        yield return Story.Prepared(variant, matter);
        yield return Story.InSession(variant, matter);
        yield return Story.InSession(variant, matter).Then(Quarter.Holder(variant), new AdjournSession("改日再议"));
        yield return Story.Ended(variant, Quarter.End(dissents: Quarter.Dissent with { Kind = ParticipantKind.RegisteredResidents }), matter);
        yield return Story.Ended(variant, Quarter.End(dissents: Quarter.Dissent with { Kind = ParticipantKind.RegisteredResidents, AllegesHarm = true }), matter);
        foreach (var stage in Enum.GetValues<ConsultationStage>().Where(s => s >= ConsultationStage.SessionEnded && s != ConsultationStage.Withdrawn))
        {
            if (stage != ConsultationStage.Archived)
                yield return Later.In(stage, variant, matter);
        }

        yield return Later.Archived(variant, new(CommunityActs: true));
    }

    // Of each command one that says nothing wrong where it is permitted at all.
    private static IEnumerable<ConsultationCommand> Commands(Story story) =>
    [
        Quarter.Opinion with { Entry = null }, new RecordSolicitation(Quarter.Community, ParticipantKind.Committee, "记录"), new HoldWorkMeeting("记录"), new SimplifySteps("表决 1"), new AddMatterFacts(true, true, true, true, "理由"),
        new RerouteConsultation(new(), [Quarter.Community], "理由"), Quarter.Topic with { DelegatedBy = Quarter.Bureau, AgreementRecord = "联席会议纪要 3" }, new ReportToCouncil(), new DetermineTopic(), Quarter.Plan(story.Now.AddDays(3)) with { Letters = 40, Channel = "居民微信群" }, Quarter.Notice, Quarter.Meeting(story.Now.AddDays(1)),
        story.It.Variant == CrossCommunity ? Quarter.Participants(Quarter.Community, Quarter.Second) : Quarter.Participants(), new StartSession(Story.Presider(story.It.Variant)),
        new AdjournSession("改日再议"), new ResumeSession(), Quarter.End(), Quarter.Announcement, new ExplainDissent(1, "说明"), new Conclude(), new OpenAnotherRound("理由"), new RequireVote("理由"),
        .. (story.It.Vote?.Bodies ?? [VoteBody.ResidentsMeeting]).Select(body => Later.Ballot(body, 25, 5, 0)), new Shelve("理由"), new CloseFailed(), Later.Adoption(), new StartImplementation(),
        new PublishProgress("进度"), new NoteSupervision("意见"), new CompleteImplementation("完成"), Later.Told, Later.Survey, Later.Archive, new CorrectResult("依据", true), new CorrectResult("依据", false),
        new DismissReview("理由"), new WithdrawConsultation("理由"), new ReportUp("结果"), new StudyReport("研究"), new DecideReport(true, "采纳"), new FeedBackReport("反馈"),
    ];
}
