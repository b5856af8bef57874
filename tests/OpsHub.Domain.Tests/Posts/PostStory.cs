using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Posts;
using OpsHub.Domain.Tests.Assessments;
using OpsHub.Domain.Tests.Calendars;

namespace OpsHub.Domain.Tests.Posts;

/// <summary>An agency's people decisions as they are told step by step. Immutable.</summary>
internal sealed record PostStory(AgencyPosts? State, ImmutableList<PostEvent> Events, DateTimeOffset Now, PostRules Rules)
{
    public static readonly Actor Organisation = new("organisation-1", Role.OrganisationDepartment, OrganCode.Of(YearStory.County));

    /// <summary>Monday 2026-07-13 09:00: a plain week, nothing arranged.</summary>
    public static readonly PostStory Blank = new(null, [], Given.Local("2026-07-13 09:00"), new());

    public ImmutableList<UnitCode> Served { get; init; } = [YearStory.Host];

    public bool Street { get; init; }

    public AgencyPosts Record => State.ShouldNotBeNull();

    public static PostStory Opened(bool street = false, params UnitCode[] others) =>
        (Blank with { Street = street, Served = [YearStory.Host, .. others] }).Then(YearStory.Hub, new OpenPosts(YearStory.Code));

    public static PostStory Asked(bool street = false, params UnitCode[] others) => Opened(street, others).Then(YearStory.Department, new AskHeadOpinion(HeadMatter.Appointment, "所长", "征求意见函 2026-7 号"));

    public static PostStory Replied(HeadOpinion opinion, bool street = false) =>
        Asked(street).Then(YearStory.Township, new ProposeHeadOpinion(1, opinion, "经研究")).Then(YearStory.Township, new ReturnHeadOpinion(1));

    public static PostStory Raised() => Opened().Then(YearStory.Township, new RaiseInquiry("群众满意度低", false));

    public static PostStory Found() => Raised().Then(Organisation, new BeginInquiry(1)).Then(Organisation, new RecordFinding(1, true, "情况属实"));

    public static PostStory Requested(params UnitCode[] others) => Opened(false, others).Then(YearStory.Department, new RequestSecondment("专项整治", "市局专班", 2, new DateOnly(2026, 9, 30)));

    public PostStory At(string local) => this with { Now = Given.Local(local) };

    public PostStory Then(Actor by, PostCommand command)
    {
        var decision = Ask(by, command);
        decision.Refusal.ShouldBeNull($"{command} by {by}");
        return decision.Events.Aggregate(this, (story, e) => story.Happened(e));
    }

    public PostStory Happened(PostEvent e) => this with { State = PostFold.Apply(State, e), Events = Events.Add(e) };

    public Refusal Refused(Actor by, PostCommand command, string code, string rule, string? field = null)
    {
        var decision = Ask(by, command);
        decision.Events.ShouldBeEmpty();
        var refusal = decision.Refusal.ShouldNotBeNull($"{command} by {by} should be refused");
        (refusal.Code, refusal.Rule, refusal.Field).ShouldBe((code, rule, field));
        refusal.Clause.ShouldNotBeEmpty();
        return refusal;
    }

    public Decision<PostEvent> Ask(Actor by, PostCommand command) => PostDecisions.Decide(State, command, new(by, Now, Given.Calendar, WorkingHours.Default, Rules, Events.Count + 1)
    {
        Agency = new(YearStory.Code, YearStory.Bureau, YearStory.Host, Street, Served),
    });
}
