using System.Collections.Immutable;
using System.Text.Json;
using OpsHub.Domain.Consultations;

namespace OpsHub.Domain.Tests.Consultations;

/// <summary>Walks at random over all variants: whatever was permitted, no duty vanishes, and nothing is archived with one open.</summary>
public sealed class WalkTests
{
    private const int Walks = 40;
    private const int Steps = 200;

    [Theory]
    [InlineData(ConsultationVariant.BuildingOrGroup)]
    [InlineData(ConsultationVariant.Community)]
    [InlineData(ConsultationVariant.CrossCommunity)]
    [InlineData(ConsultationVariant.DirectMeeting)]
    public void Whatever_is_permitted_no_duty_vanishes(ConsultationVariant variant)
    {
        var reached = new HashSet<ConsultationStage>();
        for (var seed = 0; seed < Walks; seed++)
        {
            var walk = Walk(variant, seed, (before, after) =>
            {
                var where = $"{variant}, seed {seed}, after {after.Events[^1].Name}";
                Holds(before, after, where);
                LetsOff(before, after, where);
                CanBeKept(after, where);
                SomebodyIsTold(after.It, where);
                EndsByVote(after.It, where);
                reached.Add(after.It.Stage);
            });
            Again(walk.Events).ShouldBe(JsonSerializer.Serialize(walk.State), $"{variant}, seed {seed}: replayed");
        }

        // Walks that never come far prove little.
        ImmutableList<ConsultationStage> beside = variant == ConsultationVariant.DirectMeeting ? [ConsultationStage.TopicProposed, ConsultationStage.TopicDetermined, ConsultationStage.Planned] : [];
        Enum.GetValues<ConsultationStage>().Except(beside).Except(reached).ShouldBeEmpty();
    }

    [Fact]
    public void Every_event_is_read_as_it_was_written()
    {
        var seen = new HashSet<string>();
        foreach (var variant in Enum.GetValues<ConsultationVariant>())
        {
            for (var seed = 0; seed < 12; seed++)
            {
                var walk = Walk(variant, seed, (_, _) => { });
                seen.UnionWith(walk.Events.Select(e => e.Name));
                var read = walk.Events.ConvertAll(e => JsonSerializer.Deserialize<ConsultationEvent>(JsonSerializer.Serialize(e)).ShouldNotBeNull());
                Again(read).ShouldBe(JsonSerializer.Serialize(walk.State), $"{variant}, seed {seed}: read and replayed");
            }
        }

        seen.Count.ShouldBeGreaterThan(30, "or the walks show little");
    }

    // Which step may let off which duty, by hand: whatever is not here is owed until it is done.
    private static readonly ImmutableDictionary<string, string[]> Lifts = new Dictionary<string, string[]>
    {
        [nameof(StepsSimplified)] = [DutyStems.WorkMeeting, DutyStems.Plan],
        [nameof(ProposalLapsed)] = [DutyStems.TakeTopic],
        [nameof(MatterFactsAdded)] = [DutyStems.ReportUp],
        [nameof(ConsultationRerouted)] = [DutyStems.Step, DutyStems.WorkMeeting, DutyStems.ReportToCouncil, DutyStems.TakeTopic, DutyStems.Plan],
        [nameof(ConsultationWithdrawn)] = [DutyStems.Step, DutyStems.WorkMeeting, DutyStems.ReportToCouncil, DutyStems.TakeTopic, DutyStems.Plan],
        [nameof(ImplementationCompleted)] = [DutyStems.Progress, DutyStems.Milestone],
        [nameof(ConsultationShelved)] = [DutyStems.GovernmentFeedback],
        [nameof(FailedClosed)] = [DutyStems.GovernmentFeedback],
        [nameof(ResultCorrected)] =
            [DutyStems.Step, DutyStems.WorkMeeting, DutyStems.ReportUp, DutyStems.GovernmentFeedback, DutyStems.Progress, DutyStems.Milestone, DutyStems.Feedback, DutyStems.Survey, DutyStems.Archive],
    }.ToImmutableDictionary();

    // What keeps a duty, or leads to what keeps it.
    private static readonly ImmutableDictionary<string, Type[]> Keeps = new Dictionary<string, Type[]>
    {
        [DutyStems.WorkMeeting] = [typeof(HoldWorkMeeting)],
        [DutyStems.ReportToCouncil] = [typeof(ReportToCouncil)],
        [DutyStems.TakeTopic] = [typeof(DetermineTopic)],
        [DutyStems.Plan] = [typeof(MakePlan), typeof(DetermineTopic)],
        [DutyStems.Announce] = [typeof(Announce)],
        [DutyStems.Explain] = [typeof(ExplainDissent)],
        [DutyStems.ReportUp] = [typeof(ReportUp)],
        [DutyStems.GovernmentFeedback] = [typeof(StudyReport), typeof(DecideReport), typeof(FeedBackReport)],
        [DutyStems.Progress] = [typeof(PublishProgress)],
        [DutyStems.Milestone] = [typeof(PublishProgress), typeof(StartImplementation)],
        [DutyStems.Feedback] = [typeof(FeedBackResult)],
        [DutyStems.Survey] = [typeof(RecordSurvey), typeof(FeedBackResult)],
        [DutyStems.Archive] = [typeof(ArchiveConsultation)],
    }.ToImmutableDictionary();

    private static void LetsOff(Story before, Story after, string where)
    {
        var state = before.It;
        foreach (var happened in after.Events.Skip(before.Events.Count))
        {
            var next = ConsultationFold.Apply(state, happened);
            foreach (var duty in next.Duties.Where(d => d.Term.IsLifted && state.Duties.Find(was => was.Term.Id == d.Term.Id) is not { Term.IsLifted: true }))
            {
                // A step that was not owed yet, such as a session before its planned hour, is let off by whatever comes first.
                if (duty.Stem != DutyStems.Step || duty.Term.DoneAt >= duty.Term.OpenedAt)
                    Lifts.GetValueOrDefault(happened.Name, []).ShouldContain(duty.Stem, $"{where}: {happened.Name} lets off {duty.Term.Id}");
            }

            state = next;
        }
    }

    // Somebody may act on whatever is owed: no duty waits for nobody.
    private static void CanBeKept(Story after, string where)
    {
        var it = after.It;
        foreach (var duty in it.OpenDuties)
        {
            Type[] ways = it.Proposed is not null && duty.Stem is DutyStems.TakeTopic or DutyStems.ReportToCouncil or DutyStems.Plan ? [typeof(RerouteConsultation)]
                : duty.Stem == DutyStems.Step ? [Awaited(duty)] : Keeps[duty.Stem];
            if (!ways.Any(way => ConsultationTransitions.Permits(it, way) && Offered(after, way)))
                throw new ShouldAssertException($"{where}: nobody can keep {duty.Term.Id} at {it.Stage}");
        }
    }

    private static Type Awaited(Duty step) => ConsultationTransitions.Table.Find(m => m.Command.Name == step.Step).ShouldNotBeNull(step.Step).Command;

    // No consultation rests where nobody is told: some duty is open in every stage but that of collecting, which has no end.
    private static void SomebodyIsTold(Consultation it, string where)
    {
        if (it is not { EndedAt: null, OpenDuties.IsEmpty: true } || it.Stage == ConsultationStage.Collecting)
            return;
        throw new ShouldAssertException($"{where}: it rests at {it.Stage} and nobody owes anything");
    }

    // Archiving waits for the others first.
    private static bool Offered(Story story, Type command) => ConsultationOffices.Of(story.It, command, story.Now, story.It.Place) is { IsEmpty: false } offices
        && (command == typeof(ArchiveConsultation) || story.Events.Count % 5 != 0
            || offices.Exists(o => ConsultationMoves.Of(new("walker", o.Role, o.Organ), story.It, story.Context(Quarter.Party, new Conclude())).Exists(m => m.Command == command)));

    // C043, C049.
    private static void EndsByVote(Consultation it, string where)
    {
        var ended = it.Stage is ConsultationStage.NotAdopted or ConsultationStage.Corrected or ConsultationStage.Withdrawn or ConsultationStage.Archived or ConsultationStage.Adopted;
        if (ended && it is { Variant: ConsultationVariant.Community or ConsultationVariant.CrossCommunity, Round: >= 2, LastSession: { Outcome: not SessionOutcome.Consensus, EndedAt: { } at } }
            && !it.Votes.Exists(v => v.At >= at))
        {
            throw new ShouldAssertException($"{where}: {it.Stage} in round {it.Round} without agreement and without a vote");
        }
    }

    private static Story Walk(ConsultationVariant variant, int seed, Action<Story, Story> check)
    {
        var walker = new Walker(seed);
        var matter = walker.Matter();
        // A major matter never meets without the council.
        var story = Story.Opened(variant, variant == ConsultationVariant.DirectMeeting ? matter with { Major = false } : matter);
        for (var step = 0; step < Steps && !(story.It.EndedAt is not null && story.It.OpenDuties.IsEmpty && step % 7 == 0); step++)
        {
            var before = story.After(walker.Pause());
            if (step % 5 == 0)
                before = before.Ticked();
            var (by, command) = walker.Next(before);
            var decision = ConsultationDecisions.DecideNow(before.State, command, before.Context(by, command));
            (decision.IsRefused && !decision.Events.IsEmpty).ShouldBeFalse("a refusal changes nothing");
            story = decision.Events.Aggregate(before, (s, e) => s.Happened(e));
            check(before, story);
        }

        return story;
    }

    private static void Holds(Story before, Story after, string where)
    {
        var (was, now) = (before.It, after.It);
        foreach (var duty in was.Duties)
        {
            var still = now.Duties.Find(d => d.Term.Id == duty.Term.Id).ShouldNotBeNull($"{where}: {duty.Term.Id} vanished");
            if (ReferenceEquals(still, duty))
                continue;
            (still.Term.OpenedAt, still.Hard, still.Session, still.Dissent, still.Vote, still.Milestone).ShouldBe(
                (duty.Term.OpenedAt, duty.Hard, duty.Session, duty.Dissent, duty.Vote, duty.Milestone), where);
            if (!duty.Term.IsOpen)
                still.ShouldBe(duty, $"{where}: what was done stays as it was");
            if (still.Term.IsLifted)
                still.Term.Ledger[^1].Reason.ShouldNotBeEmpty($"{where}: {duty.Term.Id} was lifted without a reason");
            if (duty.IsBreached(before.Now))
                still.IsBreached(after.Now).ShouldBeTrue($"{where}: the breach of {duty.Term.Id} is gone");
        }

        // Plain questions: assertions that take expressions compile them, a thousandfold here.
        now.Duties.Select(d => d.Term.Id).Distinct().Count().ShouldBe(now.Duties.Count, where);
        foreach (var session in now.Sessions.Where(s => s.EndedAt is not null))
            now.Duties.Count(d => d.Announces == AnnouncementKind.Session && d.Session == session.Number).ShouldBe(1, $"{where}: session {session.Number} owes one announcement");
        now.Announcements.Count.ShouldBe(now.Duties.Count(d => d.Stem == DutyStems.Announce && !d.Term.IsOpen), $"{where}: an announcement closes one duty each");
        now.Duties.Exists(d => d.Stem == DutyStems.Announce && d.Term.IsLifted).ShouldBeFalse($"{where}: an announcement is never let off");
        foreach (var dissent in now.Dissents)
            (now.Duties.Find(d => d.Dissent == dissent.Id).ShouldNotBeNull(where).Term.IsOpen).ShouldBe(dissent.ExplainedAt is null, $"{where}: dissent {dissent.Id}");
        if (now.Stage == ConsultationStage.Archived)
            now.OpenDuties.ShouldBeEmpty($"{where}: archived with a duty open");
        now.OpenDuties.Count(d => d.Stem == DutyStems.Step).ShouldBeLessThanOrEqualTo(1, $"{where}: one step is the next");
        if (now.Drops(ConsultationStepKind.Plan))
            now.Stage.ShouldNotBe(ConsultationStage.TopicDetermined, $"{where}: what residents dropped is passed over");
        if (now.Stage is ConsultationStage.TopicDetermined)
            now.OpenDuties.Exists(d => d.Stem == DutyStems.Plan).ShouldBeTrue($"{where}: a determined topic owes its plan");
        if (now.Variant == ConsultationVariant.Community)
            now.Duties.Exists(d => d.Stem == DutyStems.Plan && !d.Hard).ShouldBeFalse(where);
        (now.Session is not null).ShouldBe(now.Stage == ConsultationStage.InSession, where);
        (now.EndedAt is not null).ShouldBe(now.Stage is ConsultationStage.Archived or ConsultationStage.Corrected or ConsultationStage.Withdrawn, where);
        now.ChangedAt.ShouldBeGreaterThanOrEqualTo(was.ChangedAt, where);
        ConsultationTerms.Contribution(now).Open.ShouldBe(now.EndedAt is null || !now.OpenDuties.IsEmpty, where);
    }

    private static string Again(ImmutableList<ConsultationEvent> events) => JsonSerializer.Serialize(events.Aggregate((Consultation?)null, ConsultationFold.Apply));
}
