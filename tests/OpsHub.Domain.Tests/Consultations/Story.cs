using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Councils;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Tests.Consultations;

/// <summary>A consultation as it is told step by step. Immutable: a story can be continued in two ways.</summary>
internal sealed record Story(Consultation? State, ImmutableList<ConsultationEvent> Events, DateTimeOffset Now)
{
    public static readonly Story Blank = new(null, [], Quarter.Thursday);

    public Consultation It => State.ShouldNotBeNull();

    public ConsultationRules Rules { get; init; } = new();

    public OfficialCalendar Calendar { get; init; } = Calendars.Given.Calendar;

    /// <summary>Under a 乡镇 rather than a 街道.</summary>
    public bool IsTown { get; init; }

    /// <summary>What the head of the council is besides.</summary>
    public HeadOffice? HeadOffice { get; init; }

    /// <summary>Organs that could entrust a matter and are not there.</summary>
    public ImmutableHashSet<OrganCode> Unknown { get; init; } = [];

    public RuleBook Book => new(Calendar, new CaseRules { Categories = ImmutableDictionary<string, CaseCategory>.Empty }) { Consultations = Rules };

    public static Story Opened(ConsultationVariant variant = ConsultationVariant.Community, MatterFacts? matter = null, Story? from = null)
    {
        var (by, command) = Quarter.Opening(variant, matter);
        var begun = from ?? Blank;
        return (variant == ConsultationVariant.CrossCommunity ? begun with { IsTown = true } : begun).Then(by, command);
    }

    public static Story Proposed(ConsultationVariant variant = ConsultationVariant.Community, MatterFacts? matter = null, Story? from = null)
    {
        var story = Opened(variant, matter, from).Then(Quarter.Proposer(variant), Quarter.Opinion);
        if (variant == ConsultationVariant.CrossCommunity)
            story = Solicited(story);
        if (variant == ConsultationVariant.Community)
            story = story.Then(Quarter.Committee, new HoldWorkMeeting("例会纪要 7"));
        return story.Then(Quarter.Proposer(variant), Quarter.Topic);
    }

    public static Story Solicited(Story story) => story
        .Then(Quarter.Government, new RecordSolicitation(Quarter.Community, ParticipantKind.RegisteredResidents, "座谈记录 1"))
        .Then(Quarter.Government, new RecordSolicitation(Quarter.Second, ParticipantKind.OwnersCommittee, "座谈记录 2"));

    public static Story Determined(ConsultationVariant variant = ConsultationVariant.Community, MatterFacts? matter = null, Story? from = null) =>
        Proposed(variant, matter, from).Then(Quarter.Holder(variant), variant == ConsultationVariant.BuildingOrGroup ? new ReportToCouncil() : new DetermineTopic());

    public static Story Planned(ConsultationVariant variant = ConsultationVariant.Community, MatterFacts? matter = null, Story? from = null) =>
        Determined(variant, matter, from) is var story ? story.Then(Quarter.Holder(variant), Quarter.Plan(story.Now.AddDays(3))) : null!;

    /// <summary>Ready for its session, at the planned time.</summary>
    public static Story Prepared(ConsultationVariant variant = ConsultationVariant.Community, MatterFacts? matter = null, Story? from = null) =>
        variant == ConsultationVariant.DirectMeeting
            ? Opened(variant, matter, from) is var opened ? opened.Then(Quarter.Party, Quarter.Meeting(opened.Now.AddDays(3))).After(TimeSpan.FromDays(3)) : null!
            : Planned(variant, matter, from).Then(Quarter.Holder(variant), Quarter.Notice)
                .Then(Quarter.Holder(variant), variant == ConsultationVariant.CrossCommunity ? Quarter.Participants(Quarter.Community, Quarter.Second) : Quarter.Participants())
                .After(TimeSpan.FromDays(3));

    public static Story InSession(ConsultationVariant variant = ConsultationVariant.Community, MatterFacts? matter = null, Story? from = null) =>
        Prepared(variant, matter, from).Then(Quarter.Holder(variant), new StartSession(Presider(variant)));

    public static Story Ended(ConsultationVariant variant = ConsultationVariant.Community, EndSession? end = null, MatterFacts? matter = null, Story? from = null) =>
        InSession(variant, matter, from).After(TimeSpan.FromHours(2)).Then(Quarter.Holder(variant), end ?? Quarter.End());

    public static PresiderKind Presider(ConsultationVariant variant) => variant switch
    {
        ConsultationVariant.CrossCommunity => PresiderKind.TownshipOfficial,
        ConsultationVariant.DirectMeeting => PresiderKind.Secretary,
        _ => PresiderKind.CouncilHead,
    };

    public Story At(DateTimeOffset instant) => this with { Now = instant };

    public Story At(string local) => At(Calendars.Given.Local(local));

    public Story After(TimeSpan time) => At(Now + time);

    public Decision<ConsultationEvent> Asked(Actor by, ConsultationCommand command) => ConsultationDecisions.Decide(State, command, Context(by, command));

    public Story Then(Actor by, ConsultationCommand command)
    {
        var decision = Asked(by, command);
        decision.Refusal.ShouldBeNull($"{command} by {by}");
        return decision.Events.Aggregate(this, (story, e) => story.Happened(e));
    }

    /// <summary>The same as it happens: what time and calendar did stands before it.</summary>
    public Story ThenNow(Actor by, ConsultationCommand command)
    {
        var decision = ConsultationDecisions.DecideNow(State, command, Context(by, command));
        decision.Refusal.ShouldBeNull($"{command} by {by}");
        return decision.Events.Aggregate(this, (story, e) => story.Happened(e));
    }

    public Refusal Refused(Actor by, ConsultationCommand command)
    {
        var decision = Asked(by, command);
        decision.Events.ShouldBeEmpty();
        return decision.Refusal.ShouldNotBeNull($"{command} by {by} should be refused");
    }

    public Story Ticked() => ConsultationTerms.Overtaken(It, Now, Book, Events.Count + 1).Aggregate(this, (story, e) => story.Happened(e));

    public Story Happened(ConsultationEvent e) => this with { State = ConsultationFold.Apply(State, e), Events = Events.Add(e) };

    public Duty Owed(string stem) => It.OpenDuties.FindLast(d => d.Stem == stem).ShouldNotBeNull($"an open duty of {stem}");

    public Duty Last(string stem) => It.Duties.FindLast(d => d.Stem == stem).ShouldNotBeNull($"a duty of {stem}");

    public ImmutableList<string> Warned => It.Warnings.ConvertAll(w => w.Rule);

    public ConsultationContext Context(Actor by, ConsultationCommand command) => new(by, Now, Calendar, Rules, WorkingHours.Default, Events.Count + 1)
    {
        Place = command is OpenConsultation { Unit: var unit } ? Quarter.PlaceOf(unit) : State?.Place,
        IsTown = IsTown,
        HeadOffice = HeadOffice,
        Communities = Quarter.Communities,
        Number = "XS-2026-000001",
        DelegatorExists = command switch
        {
            OpenConsultation c => c.Matter.DelegatedBy,
            RerouteConsultation c => c.Matter.DelegatedBy,
            ProposeTopic c => c.DelegatedBy,
            _ => null,
        } is not { } organ || !Unknown.Contains(organ),
        CommandId = $"command-{Events.Count + 1}",
    };
}
