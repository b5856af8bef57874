using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Surveys;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Notices;
using OpsHub.Domain.Surveys;
using OpsHub.Domain.Trace;
using OpsHub.Fixtures;
using OpsHub.Grains.Tests.Assessments;
using OpsHub.Grains.Tests.Fakes;

namespace OpsHub.Grains.Tests.Surveys;

/// <summary>A survey, live: tokens, schedule, and its result on its way into the year. Monday 2026-07-13, 09:00.</summary>
public sealed class SurveyGrainTests : IAsyncLifetime
{
    private static readonly string Key = GrainKeys.Survey(YearTown.Code, YearTown.Year, YearTown.Host);
    private static readonly PlanSurvey Plan = new(YearTown.Code, YearTown.Year, YearTown.Host);

    private YearTown _town = null!;
    private int _ids;

    private ISurveyGrain Grain => _town.Town.Hub.Client.Survey(Key);

    private MemoryBallots Ballots => _town.Town.Hub.Index.Ballots;

    public async Task InitializeAsync() => _town = await YearTown.Open(live: false);

    public async Task DisposeAsync() => await _town.DisposeAsync();

    [Fact]
    public async Task A_planned_survey_stands_in_the_index_and_its_township_is_told()
    {
        await Done(YearTown.Hub, Plan, "plan");
        var published = _town.Town.Hub.Index.Published(Key).ShouldNotBeNull();
        (published.Survey!.State.Stage, published.Survey.County.Value, published.Survey.Length).ShouldBe((SurveyStage.Planned, "430203", 1L));
        var notice = published.Notices.ShouldHaveSingleItem();
        (notice.Recipient.Value, notice.Kind).ShouldBe((YearTown.Host.Value, NoticeKind.NewWork));
        (await Grain.Do(Plan, new("again", YearTown.Hub))).Accepted.ShouldBeTrue();
        (await Entries()).Count.ShouldBe(1, "whoever plans it again");
    }

    [Fact, Trait("Rule", "A024")]
    public async Task A024_tokens_are_shown_once_and_their_hashes_alone_are_kept()
    {
        await Done(YearTown.Township, Plan);
        var (reply, tokens) = await Grain.Issue(new(RaterGroup.ServiceUsers, 20), new CommandContext("t-1", YearTown.Township));
        (reply.Accepted, tokens.Count, tokens.Distinct().Count()).ShouldBe((true, 20, 20));
        Ballots.Hashes.ShouldBe(tokens.Select(t => SurveyToken.HashOf(t)!), ignoreOrder: true);
        var (again, none) = await Grain.Issue(new(RaterGroup.ServiceUsers, 20), new CommandContext("t-1", YearTown.Township));
        (again.Accepted, again.Repeated, none.Count, Ballots.Calls.Stored).ShouldBe((true, true, 0, 20), "the same command stores and shows nothing more");
        (await State()).Issued[RaterGroup.ServiceUsers].ShouldBe(20);
        foreach (var entry in await Entries())
            tokens.ShouldAllBe(t => !entry.Content.Contains(t) && !entry.Content.Contains(SurveyToken.HashOf(t)!));
    }

    [Fact, Trait("Rule", "A024")]
    public async Task A024_the_agency_that_is_rated_issues_none_and_nothing_is_stored()
    {
        await Done(YearTown.Township, Plan);
        foreach (var by in new[] { YearTown.Agency, YearTown.Department, YearTown.Organ, YearTown.SecondTownship })
        {
            var (reply, tokens) = await Grain.Issue(new(RaterGroup.ServiceUsers, 5), new CommandContext("t", by));
            (reply.Refusal!.Code, tokens.Count).ShouldBe((RefusalCodes.NotAllowed, 0), by.Principal);
        }

        var (refused, _) = await Grain.Issue(new(RaterGroup.ServiceUsers, 301), new CommandContext("t", YearTown.Township));
        refused.Refusal!.Field.ShouldBe("count");
        Ballots.Calls.Stored.ShouldBe(0);
        await Should.ThrowAsync<ArgumentException>(() => Grain.Issue(new(RaterGroup.ServiceUsers, 3), ["a"], new("t", YearTown.Township)));
    }

    [Fact, Trait("Rule", "A024"), Trait("Example", "S16")]
    public async Task A024_S16_it_opens_reminds_closes_and_hands_its_result_to_the_year_once_each()
    {
        await _town.InForce();
        await Done(YearTown.Hub, Plan, "plan");
        (await Grain.Advance()).ShouldBe(0, "nothing is due in July");
        var tokens = await Issued(12);
        To(2026, 12, 1);
        (await Grain.Advance()).ShouldBe(1);
        (await State()).Stage.ShouldBe(SurveyStage.Open);
        await Rated(RaterGroup.CommunityWorkers, tokens, 10, 90);
        await Rated(RaterGroup.Representatives, tokens, 5, 80);
        To(2026, 12, 26);
        (await Grain.Advance()).ShouldBe(1);
        _town.Town.Hub.Index.Published(Key)!.Notices.ShouldHaveSingleItem().Zh.ShouldContain("服务对象的有效票数");
        (await Grain.Advance()).ShouldBe(0, "once");
        await Rated(RaterGroup.ServiceUsers, tokens, 12, 85);
        To(2027, 1, 1);
        (await Grain.Advance()).ShouldBe(1, "closed; the year is not assessed yet");
        (await State()).Tallies.Select(t => t.Ballots).ShouldBe([10, 5, 12]);

        await Assess();
        (await Grain.Advance()).ShouldBe(1);
        (await State()).Stage.ShouldBe(SurveyStage.Delivered);
        (await _town.State()).Surveys[YearTown.Host].Score.ShouldBe(85m);
        (await Grain.Advance()).ShouldBe(0);
        (await _town.Events()).Count(e => e is SatisfactionSubmitted).ShouldBe(1);
        (await Folded()).ShouldBe(JsonSerializer.Serialize(await State(), DomainSerialization.Options));
    }

    [Fact]
    public async Task After_a_death_between_the_year_and_its_own_note_the_result_counts_once()
    {
        await ClosedWithAnswers();
        await Assess();
        // The year took it, the survey died before it wrote so.
        (await _town.Do(YearTown.Hub, new SubmitSatisfaction(YearTown.Host, (await State()).Tallies), $"survey-{YearTown.Host}-1")).Accepted.ShouldBeTrue();
        await Grain.Drop();
        (await Grain.Advance()).ShouldBe(1);
        (await State()).Stage.ShouldBe(SurveyStage.Delivered);
        (await _town.Events()).Count(e => e is SatisfactionSubmitted).ShouldBe(1);
    }

    [Fact]
    public async Task A_closing_whose_write_failed_reads_the_same_sums_again()
    {
        await _town.InForce();
        await Done(YearTown.Township, Plan);
        var tokens = await Issued(6);
        To(2026, 12, 2);
        await Rated(RaterGroup.ServiceUsers, tokens, 6, 70);
        To(2027, 1, 1);
        _town.Town.Storage.Next(Key, Fault.Before);
        var reply = await _town.Town.Settle(Do(YearTown.Township, new CloseSurvey(), "close"));
        reply.Refusal.ShouldBeNull();
        Ballots.Calls.Closings.ShouldBe(2);
        (await State()).Tallies.ShouldHaveSingleItem().Mean.ShouldBe(70m);
    }

    [Fact, Trait("Rule", "A024")]
    public async Task A024_a_survey_ended_early_is_over_for_answers_and_for_everybody_though_its_closing_was_never_written()
    {
        await _town.InForce();
        await Done(YearTown.Township, Plan);
        var tokens = await Issued(6);
        To(2026, 12, 2);
        await Rated(RaterGroup.ServiceUsers, tokens, 5, 70);
        var (storage, mark) = (_town.Town.Storage, _town.Town.Storage.Mark);
        storage.Mark = (key, version) =>
        {
            mark(key, version);
            storage.Away |= key == Key;
        };
        (await _town.Town.Settle(Do(YearTown.Township, new CloseSurvey("已填写完毕"), "close"))).Refusal.ShouldBeNull("that it is over is written");
        (storage.Mark, storage.Away) = (mark, false);
        var ended = await State();
        (ended.Stage == SurveyStage.Closed, ended.StageAt(_town.Town.Now)).ShouldBe((false, SurveyStage.Closed));
        (await Do(YearTown.Township, new ExtendSurvey(new(2027, 1, 10), "票数不足"))).Refusal!.Code.ShouldBe(RefusalCodes.WrongState);
        (await Ballots.Cast(SurveyToken.HashOf(tokens[RaterGroup.ServiceUsers].Dequeue())!, Enum.GetValues<SatisfactionDimension>().ToDictionary(d => d, _ => 1), _town.Town.Now)).ShouldBe(BallotOutcome.Closed);
        await Grain.Drop();
        (await Grain.Advance()).ShouldBe(1);
        var closed = await State();
        (closed.Stage, closed.ClosedWhy, closed.Tallies.ShouldHaveSingleItem().Mean).ShouldBe((SurveyStage.Closed, "已填写完毕", 70m));
    }

    [Fact]
    public async Task A_refused_closing_ends_no_counting()
    {
        await Done(YearTown.Township, Plan);
        var tokens = await Issued(1);
        To(2026, 12, 2);
        (await Do(YearTown.Agency, new CloseSurvey("不评了"))).Refusal!.Code.ShouldBe(RefusalCodes.NotAllowed);
        (await Do(YearTown.Township, new CloseSurvey())).Refusal!.Field.ShouldBe("reason");
        Ballots.Calls.Closings.ShouldBe(0);
        await Rated(RaterGroup.ServiceUsers, tokens, 1, 60);
    }

    [Fact]
    public async Task After_a_long_stop_it_closes_and_delivers_in_one_go()
    {
        await ClosedWithAnswers(advance: false);
        await Assess();
        To(2027, 1, 20);
        (await Grain.Advance()).ShouldBe(2);
        (await State()).Stage.ShouldBe(SurveyStage.Delivered);
        (await Entries()).Count(e => e.Event == nameof(SurveyClosed)).ShouldBe(1);
    }

    [Fact]
    public async Task With_too_few_answers_nothing_is_scored_and_the_township_holds_it_again()
    {
        await ClosedWithAnswers(answers: 4);
        await Assess();
        (await Grain.Advance()).ShouldBe(0);
        (await _town.State()).Surveys.ShouldBeEmpty();
        await Done(YearTown.Township, Plan);
        var tokens = await Issued(5);
        await Rated(RaterGroup.ServiceUsers, tokens, 5, 88);
        await Done(YearTown.Township, new CloseSurvey("补测完毕"));
        (await Grain.Advance()).ShouldBe(1);
        var result = (await _town.State()).Surveys[YearTown.Host];
        result.Score.ShouldBe(88m);
        result.Missing.ShouldBe([RaterGroup.CommunityWorkers, RaterGroup.Representatives]);
        (await State()).Round.ShouldBe(2);
    }

    private async Task ClosedWithAnswers(bool advance = true, int answers = 6)
    {
        await _town.InForce();
        await Done(YearTown.Hub, Plan, "plan");
        var tokens = await Issued(6);
        To(2026, 12, 2);
        await Rated(RaterGroup.ServiceUsers, tokens, answers, 80);
        To(2027, 1, 1);
        if (advance)
            (await Grain.Advance()).ShouldBe(1);
    }

    // As YearTown.Assessing, from December on.
    private async Task Assess()
    {
        if (_town.Town.Now < new DateTimeOffset(2027, 1, 4, 1, 0, 0, TimeSpan.Zero))
            To(2027, 1, 4);
        await _town.Done(YearTown.Hub, new OpenAssessment());
    }

    private void To(int year, int month, int day) => _town.Town.Time.Advance(new DateTimeOffset(year, month, day, 0, 5, 0, TimeSpan.FromHours(8)) - _town.Town.Now);

    private async Task<Dictionary<RaterGroup, Queue<string>>> Issued(int each)
    {
        var tokens = new Dictionary<RaterGroup, Queue<string>>();
        foreach (var group in Enum.GetValues<RaterGroup>())
            tokens[group] = new((await Grain.Issue(new(group, each), new CommandContext($"issue-{++_ids}", YearTown.Township))).Tokens);
        return tokens;
    }

    private async Task Rated(RaterGroup group, Dictionary<RaterGroup, Queue<string>> tokens, int count, int score)
    {
        for (var i = 0; i < count; i++)
        {
            var hash = SurveyToken.HashOf(tokens[group].Dequeue())!;
            (await Ballots.Cast(hash, Enum.GetValues<SatisfactionDimension>().ToDictionary(d => d, _ => score), _town.Town.Now)).ShouldBe(BallotOutcome.Counted);
        }
    }

    private Task<CommandReply> Do(Actor by, SurveyCommand command, string? id = null) => Grain.Do(command, new CommandContext(id ?? $"id-{++_ids}", by));

    private async Task Done(Actor by, SurveyCommand command, string? id = null) => (await Do(by, command, id)).Refusal.ShouldBeNull($"{command}");

    private async Task<Survey> State() => (await Grain.Get()).ShouldNotBeNull().State;

    private async Task<IReadOnlyList<TraceEntry>> Entries() => (await Grain.Trace(0, 200)).Entries;

    private async Task<string> Folded() => JsonSerializer.Serialize(
        (await Entries()).Select(e => JsonSerializer.Deserialize<SurveyEvent>(e.Content, DomainSerialization.Options)!).Aggregate((Survey?)null, SurveyFold.Apply), DomainSerialization.Options);
}
