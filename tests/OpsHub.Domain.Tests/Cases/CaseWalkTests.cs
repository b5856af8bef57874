using System.Collections.Immutable;
using System.Text.Json;
using CsCheck;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Tests.Cases;

/// <summary>Walks at random: anybody asks for anything at any time. Whatever was permitted, these hold.</summary>
public sealed class CaseWalkTests
{
    private static readonly ImmutableList<OrganCode> Organs = [.. Town.Organs.Keys.OrderBy(o => o.Value, StringComparer.Ordinal)];

    private static readonly Gen<OrganCode> AnOrgan = Gen.Int[0, Organs.Count - 1].Select(i => Organs[i]);

    private static readonly Gen<ImmutableList<DispatchParty>> Parties =
        Gen.Select(AnOrgan, Gen.Enum<DispatchPart>()).Select((o, p) => new DispatchParty(o, p)).List[0, 3].Select(l => l.ToImmutableList());

    private static readonly Gen<ImmutableList<DispatchParty>> Led = AnOrgan.Select(o => Town.Led(o));

    private static readonly Gen<CaseCommand> Straight = Gen.OneOf<CaseCommand>(
        Gen.Const<CaseCommand>(new AcceptCase()),
        Gen.Enum<TriageClass>().Select(Gen.Bool, (c, e) => (CaseCommand)new TriageCase(c, e)),
        Gen.OneOf(Parties, Led).Select(p => (CaseCommand)new DispatchCase(p)),
        Gen.Const<CaseCommand>(new AcceptDispatch()),
        Gen.Enum<ReturnReason>().Select(r => (CaseCommand)new ReturnCase(r, "退回")),
        Gen.Select(Gen.OneOf(Parties, Led), Gen.Bool, Gen.Bool, Gen.Bool).Select((p, ruling, meeting, grant) =>
            (CaseCommand)new RedispatchCase(p, ruling ? "裁定" : null, meeting ? "纪要" : null, grant)),
        Gen.Const<CaseCommand>(new FeedBackCase("已办", [])),
        Gen.Const<CaseCommand>(new FeedBackPart("已办", [])),
        Gen.Const<CaseCommand>(new VerifyCase(true)),
        Gen.Const<CaseCommand>(new FailVerification("不合格")),
        Gen.Const<CaseCommand>(new CloseCase()));

    private static readonly Gen<CaseCommand> Further = Gen.OneOf<CaseCommand>(
        Gen.Int[1, 40].Select(days => (CaseCommand)new RequestExtension("等料", Town.Monday.AddDays(days))),
        Gen.Const<CaseCommand>(new GrantExtension()),
        Gen.Const<CaseCommand>(new RefuseExtension("不必")),
        Gen.Int[1, 40].Select(days => (CaseCommand)new SuspendCase("鉴定", Town.Monday.AddDays(days))),
        Gen.Const<CaseCommand>(new ResumeCase("已出")),
        Gen.Const<CaseCommand>(new TransferToCoordination("多部门")),
        Gen.Const<CaseCommand>(new RecordMeeting(Town.Monday, [Town.UrbanManagement], "牵头")),
        Gen.OneOf(Parties, Led).Select(p => (CaseCommand)new AssignParts(p)),
        Gen.Int[0, 6].Select(score => (CaseCommand)new EvaluateCase(score)),
        Gen.Const<CaseCommand>(new ReopenCase("复发")),
        Gen.Const<CaseCommand>(new RelocateCase(Town.Elsewhere.Grid, "写错")),
        Gen.Select(Gen.Int[0, 4], Gen.Bool, AnOrgan).Select((level, named, organ) => (CaseCommand)new UrgeCase(level, "请快", named ? organ : null)),
        Gen.Const<CaseCommand>(new AnswerUrge("就办")),
        Gen.Bool.Select(risk => (CaseCommand)new EscalateCase("聚集", risk ? RiskKind.Mass : null)));

    private static readonly Gen<CaseCommand> Commands = Gen.Frequency((3, Straight), (1, Further));

    // The holder and the lead act more often than others, or few walks would come far.
    private static readonly Gen<(int Who, CaseCommand What, int Minutes)[]> Walks =
        Gen.Select(Gen.Int[0, (3 * Town.Everybody.Count) - 1], Commands, Gen.Int[0, 900]).Array[150];

    [Fact]
    public void Whatever_is_permitted_the_case_keeps_its_rules()
    {
        var reached = new HashSet<CaseStage>();
        Walks.Sample(walk =>
        {
            var story = Walk(walk, Holds);
            lock (reached)
                reached.UnionWith(story.Events.Aggregate(((Case?)null, ImmutableList<CaseStage>.Empty), (at, e) =>
                {
                    var next = Case.Apply(at.Item1, e);
                    return (next, at.Item2.Add(next.Stage));
                }).Item2);
        }, iter: 100);
        reached.ShouldContain(CaseStage.Closed, "walks that never come far prove little");
        reached.ShouldContain(CaseStage.Returned);
        reached.ShouldContain(CaseStage.Coordinating);
    }

    [Fact]
    public void Folding_the_events_again_gives_the_same_state() => Walks.Sample(walk =>
    {
        var story = Walk(walk, (_, _) => { });
        var again = story.Events.Aggregate((Case?)null, Case.Apply);
        return JsonSerializer.Serialize(again) == JsonSerializer.Serialize(story.State);
    }, iter: 40);

    private static Story Walk((int Who, CaseCommand What, int Minutes)[] walk, Action<Story, Story> check)
    {
        var story = Story.Reported();
        foreach (var (who, what, minutes) in walk)
        {
            var before = story.After(TimeSpan.FromMinutes(minutes)).Ticked();
            var actor = who < Town.Everybody.Count ? Town.Everybody[who]
                : Town.Everybody.Find(a => a.Organ == before.Case.Holder) ?? Town.TownshipCentre;
            var decision = before.Asked(actor, what);
            story = decision.Events.Aggregate(before, (s, e) => s.Happened(e));
            check(before, story);
        }

        return story;
    }

    private static void Holds(Story before, Story after)
    {
        var s = after.Case;
        s.FirstAsked.ShouldBe(Town.Community, "T019: never cleared");
        if (s.Stage is CaseStage.Dispatched or CaseStage.Handling)
            s.Lead.ShouldNotBeNull("G046");
        if (s.Enforcement && s.Lead is { } lead)
        {
            (lead.Unit.Level < UnitLevel.Community).ShouldBeTrue("R031");
            Town.Organs[lead].Powers.ShouldBeTrue("R031");
        }

        if (s.Class == TriageClass.CommunityLevel && s.Lead is { } own)
            own.ShouldBe(OrganCode.Of(s.Placement.Community), "G015");
        if (after.Events[^1] is CaseVerified verified && before.Case.Stage == CaseStage.FedBack)
            verified.By.ShouldNotBe(s.Lead!.Value, "G047");
        if (s.Stage == CaseStage.Closed)
            s.Links.IsSupersetOf([nameof(CaseReported), nameof(CaseDispatched), nameof(CaseFedBack), nameof(CaseVerified)]).ShouldBeTrue("G018");
        s.Terms.Select(t => t.Id).ShouldBeUnique();
        foreach (var open in s.Terms.Where(t => t.IsOpen && Case.Stem(t) is not ("part" or "reply")).GroupBy(Case.Stem))
            open.Count().ShouldBe(1, "one open term of a kind at a time");
        s.Parts.Where(p => p.IsOpen).ShouldAllBe(p => s.Terms.Exists(t => t.Id == p.Term && t.IsOpen), "whoever owes a part has a term");
        if (s.Stage.IsOpen())
            s.Terms.ShouldContain(t => t.IsOpen, "nothing waits without a term");
        else
            s.Terms.ShouldAllBe(t => !t.IsOpen, "nobody owes anything once it is over");
        if (s.Suspension is null)
            s.Terms.ShouldAllBe(t => !t.IsOpen || !t.IsSuspended, "no term stays suspended without a limit");
        if (before.Case.Stage == CaseStage.Handling && s.Stage == CaseStage.FedBack)
            s.Parts.ShouldAllBe(p => !p.IsOpen, "SM1.14");
        s.Stage.IsOpen().ShouldBe(s.EndedAt is null);
    }
}
