using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;
using OpsHub.Domain.Surveys;
using OpsHub.Domain.Trace;
using OpsHub.Grains.Cases;
using OpsHub.Grains.Commits;
using OpsHub.Grains.Councils;

namespace OpsHub.Grains.Surveys;

/// <summary>How a survey is folded, named, indexed, and what its township is told.</summary>
internal sealed class SurveyShape(IHubDirectory directory, HubClock clock) : SubjectShape<Survey, SurveyEvent>
{
    public override Survey Fold(Survey? state, SurveyEvent happened) => SurveyFold.Apply(state, happened);

    public override string NameOf(OrganCode organ) => directory.NameOf(organ);

    public override EventLine Describe(SurveyEvent happened) => new(happened.GetType().Name, happened.Why, "A024");

    public override string? StageOf(Survey? state) => state?.Stage.ToString();

    public override bool Reads(Actor actor, Survey state) => SurveyAccess.Sees(actor, state);

    public override Publication Publish(string key, Survey state, TraceChain trace, long version, long after) => new(key, version)
    {
        // Of the county of the agency's year, as the right to read it goes.
        Survey = new(key, version, state.Host.CountyByCode, state.Host.At(UnitLevel.City), state, trace.Length),
        // Later than that a notice may have been forgotten, and it would be told again.
        Notices = [.. trace.Since<SurveyEvent>(after).Where(e => clock.Now - e.Entry.At < CaseNotices.Planned)
            .Select(e => SurveyNotices.Of(key, e.Entry.Sequence, e.Entry.At, e.Event, state, directory.NameOf(state.Agency))).OfType<Notice>()],
    };
}
