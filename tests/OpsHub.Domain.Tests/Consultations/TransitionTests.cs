using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Tests.Consultations;

/// <summary>SM2 as a clerk reads it. Written out by hand from the rules, not from the table under test.</summary>
public sealed class TransitionTests
{
    // From | step | to ("=" stays, "?" what is said decides) | variants that have it: B building, C community, X cross, D direct; none is all.
    private const string Clerk = """
        -                                                        | OpenConsultation       | Collecting
        Collecting TopicProposed TopicDetermined Planned Prepared | AddOpinion            | =
        Collecting                                               | RecordSolicitation     | =               | BCX
        *-Archived-Corrected-Withdrawn                           | HoldWorkMeeting        | =               | C
        Collecting TopicProposed                                 | RerouteConsultation    | ?
        Collecting TopicProposed TopicDetermined Planned Prepared InSession SessionEnded Concluded VoteRequired VotePassed | AddMatterFacts | =
        Collecting TopicProposed TopicDetermined Planned         | SimplifySteps          | ?               | BCX
        Collecting                                               | ProposeTopic           | TopicProposed   | BCX
        TopicProposed                                            | ReportToCouncil        | TopicDetermined | B
        TopicProposed                                            | DetermineTopic         | TopicDetermined | CX
        TopicDetermined Planned Prepared                         | MakePlan               | Planned         | BCX
        Planned                                                  | PublishNotice          | ?               | BCX
        Collecting                                               | PublishNotice          | Prepared        | D
        Planned                                                  | FixParticipants        | ?               | BCX
        Prepared                                                 | StartSession           | InSession
        InSession                                                | AdjournSession         | =
        InSession                                                | ResumeSession          | =
        InSession                                                | EndSession             | SessionEnded
        *-TopicProposed-Archived                                 | Announce               | =
        *-TopicProposed-Archived                                 | ExplainDissent         | =
        SessionEnded                                             | Conclude               | Concluded
        SessionEnded                                             | OpenAnotherRound       | TopicDetermined | BCX
        SessionEnded                                             | OpenAnotherRound       | Collecting      | D
        SessionEnded Concluded VotePassed                        | RequireVote            | VoteRequired
        VoteRequired                                             | HoldVote               | ?
        SessionEnded                                             | Shelve                 | NotAdopted
        VoteFailed                                               | CloseFailed            | NotAdopted
        Concluded VotePassed                                     | AdoptResult            | Adopted
        Adopted                                                  | StartImplementation    | Implementing
        Implementing                                             | PublishProgress        | =
        Adopted Implementing Implemented FedBack Surveyed        | NoteSupervision        | =
        Implementing                                             | CompleteImplementation | Implemented
        Implemented                                              | FeedBackResult         | ?
        FedBack                                                  | RecordSurvey           | Surveyed
        Surveyed NotAdopted                                      | ArchiveConsultation    | Archived
        SessionEnded Concluded VoteRequired VotePassed VoteFailed Adopted Implementing Implemented FedBack Surveyed NotAdopted Archived | CorrectResult | ?
        *-TopicProposed-Archived-Corrected-Withdrawn             | DismissReview          | =
        Collecting TopicProposed TopicDetermined Planned Prepared | WithdrawConsultation  | Withdrawn
        Concluded VoteRequired VotePassed VoteFailed Adopted Implementing Implemented FedBack Surveyed NotAdopted | ReportUp | ?
        Concluded VoteRequired VotePassed VoteFailed Adopted Implementing Implemented FedBack Surveyed NotAdopted | StudyReport | ?
        Concluded VoteRequired VotePassed VoteFailed Adopted Implementing Implemented FedBack Surveyed NotAdopted | DecideReport | ?
        Concluded VoteRequired VotePassed VoteFailed Adopted Implementing Implemented FedBack Surveyed NotAdopted | FeedBackReport | ?
        """;

    private static readonly ImmutableList<Line> Lines = [.. Clerk.Split('\n').Select(Read)];

    private static readonly ImmutableList<Type> Commands = [.. typeof(ConsultationCommand).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ConsultationCommand)))];

    public static TheoryData<ConsultationVariant, string> EveryStage()
    {
        var stages = new TheoryData<ConsultationVariant, string>();
        foreach (var variant in Enum.GetValues<ConsultationVariant>())
            foreach (var stage in Enum.GetNames<ConsultationStage>().Prepend("-"))
                stages.Add(variant, stage);
        return stages;
    }

    [Theory]
    [MemberData(nameof(EveryStage))]
    [Trait("Rule", "C024")]
    public void A_step_is_permitted_exactly_where_SM2_has_it(ConsultationVariant variant, string stage)
    {
        var state = stage == "-" ? null : In(variant, Enum.Parse<ConsultationStage>(stage));
        foreach (var command in Commands)
        {
            var line = Lines.SingleOrDefault(l => l.Command == command.Name && l.From.Contains(stage) && (state is null || l.Variants.Contains(variant)));
            ConsultationTransitions.Permits(state, command).ShouldBe(line is not null, command.Name);
            if (line is null)
                IsRefused(state, command);
            else
                (line.To is "=" or "?" ? null : line.To).ShouldBe(ConsultationTransitions.Of(command, state?.Variant).To?.ToString(), command.Name);
        }
    }

    private static void IsRefused(Consultation? state, Type command)
    {
        var decision = ConsultationDecisions.Decide(state, Empty(command), new(Quarter.Party, Quarter.Thursday, Calendars.Given.Calendar, new(), WorkingHours.Default, 9));
        decision.Events.ShouldBeEmpty(command.Name);
        var refusal = decision.Refusal.ShouldNotBeNull(command.Name);
        refusal.Code.ShouldBe(RefusalCodes.WrongState);
        refusal.Rule.ShouldNotBeEmpty();
        refusal.Clause.ShouldNotBeEmpty(command.Name);
        refusal.Zh.ShouldNotMatch("[A-Za-z]", "what people read is Chinese");
    }

    [Fact]
    public void Every_command_has_a_row_and_every_row_a_command()
    {
        ConsultationTransitions.Table.Select(m => m.Command).Distinct().ShouldBe(Commands, ignoreOrder: true);
        ConsultationTransitions.Table.Count.ShouldBe(Lines.Count);
        foreach (var command in Commands)
            foreach (var variant in Enum.GetValues<ConsultationVariant>())
                ConsultationTransitions.Table.Count(m => m.Command == command && m.Fits(variant)).ShouldBeLessThanOrEqualTo(1, "a variant has one row of a step");
    }

    [Theory]
    [InlineData(ConsultationVariant.BuildingOrGroup)]
    [InlineData(ConsultationVariant.Community)]
    [InlineData(ConsultationVariant.CrossCommunity)]
    [Trait("Rule", "C024")]
    public void The_seven_steps_lead_to_the_session_with_notice_and_participants_in_either_order(ConsultationVariant variant)
    {
        var planned = Story.Planned(variant);
        var holder = Quarter.Holder(variant);
        planned.Then(holder, Quarter.Participants()).It.Stage.ShouldBe(ConsultationStage.Planned, "one flag is not both");
        planned.Then(holder, Quarter.Notice).It.Stage.ShouldBe(ConsultationStage.Planned);
        planned.Then(holder, Quarter.Notice).Then(holder, Quarter.Participants()).It.Stage.ShouldBe(ConsultationStage.Prepared);
        planned.Then(holder, Quarter.Participants()).Then(holder, Quarter.Notice).It.Stage.ShouldBe(ConsultationStage.Prepared);
        Story.Ended(variant).It.Stage.ShouldBe(ConsultationStage.SessionEnded);
    }

    [Fact]
    [Trait("Rule", "C012")]
    public void C012_a_direct_meeting_has_notice_and_meeting_only()
    {
        var story = Story.Ended(ConsultationVariant.DirectMeeting);
        story.It.Stage.ShouldBe(ConsultationStage.SessionEnded);
        story.It.Lead.ShouldBe(OrganCode.Of(Quarter.Community));
        story.It.Duties.Select(d => d.Stem).Where(stem => stem != DutyStems.Step).ShouldBe([DutyStems.Announce]);
    }

    // A bare state: what stage and variant permit must not depend on anything else.
    private static Consultation In(ConsultationVariant variant, ConsultationStage stage) => Story.Opened(variant).It with { Stage = stage };

    private static ConsultationCommand Empty(Type command)
    {
        var constructor = command.GetConstructors().Single();
        return (ConsultationCommand)constructor.Invoke([.. constructor.GetParameters().Select(p => p.ParameterType.IsValueType ? Activator.CreateInstance(p.ParameterType) : null)]);
    }

    private static Line Read(string text)
    {
        var parts = text.Split('|', StringSplitOptions.TrimEntries);
        var from = parts[0].StartsWith('*') ? [.. Enum.GetNames<ConsultationStage>().Except(parts[0].Split('-'))] : parts[0].Split(' ');
        return new([.. from], parts[1], parts[2], [.. Enum.GetValues<ConsultationVariant>().Where(v => parts.Length < 4 || parts[3].Contains(Letter(v), StringComparison.Ordinal))]);
    }

    private static char Letter(ConsultationVariant variant) => variant switch
    {
        ConsultationVariant.BuildingOrGroup => 'B',
        ConsultationVariant.Community => 'C',
        ConsultationVariant.CrossCommunity => 'X',
        _ => 'D',
    };

    private sealed record Line(ImmutableList<string> From, string Command, string To, ImmutableList<ConsultationVariant> Variants);
}
