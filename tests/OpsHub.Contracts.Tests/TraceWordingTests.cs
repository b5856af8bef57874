using OpsHub.Domain.Agencies;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Councils;
using OpsHub.Domain.Establishments;
using OpsHub.Domain.Filings;
using OpsHub.Domain.Governance;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Mandates;
using OpsHub.Domain.Posts;
using OpsHub.Domain.Schemes;
using OpsHub.Domain.Surveys;
using OpsHub.Domain.Trace;

namespace OpsHub.Contracts.Tests;

public sealed class TraceWordingTests
{
    [Fact]
    public void Every_event_that_a_trace_holds_has_words_of_its_own() =>
        new[] { typeof(CaseEvent), typeof(UnitEvent), typeof(AgencyEvent), typeof(ConsultationEvent), typeof(OpinionEvent), typeof(CouncilEvent), typeof(SupportEvent),
            typeof(AgencyYearEvent), typeof(PostEvent), typeof(SchemeEvent), typeof(EstablishmentEvent), typeof(SurveyEvent), typeof(MandateEvent), typeof(FilingEvent),
            typeof(GridFileEvent), typeof(GovernanceEvent), typeof(AnalysisEvent) }
        .SelectMany(root => root.Assembly.GetTypes().Where(t => t.IsSubclassOf(root))).Select(t => t.Name).Where(name => !TraceWording.Knows(name)).ShouldBeEmpty();

    [Theory]
    [InlineData("CaseDispatched", "派单", "Dispatched")]
    [InlineData("SomethingNewHappened", "Something New Happened", "Something New Happened")]
    public void An_event_is_told_in_both_languages(string name, string zh, string en) => (TraceWording.Of(name, true), TraceWording.Of(name, false)).ShouldBe((zh, en));
}
