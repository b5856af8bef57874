using GraphQL;
using OpsHub.Contracts.Cases;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Privacy;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Explaining;

/// <summary>Explains a term of a case, or of a consultation's duty, that the actor may read, by the calendar of the county that has it.</summary>
internal sealed class ExplainedTerms(IGrainFactory grains, IRuleBook rules, IHubDirectory directory, Access access, FreeText text, ConsultationText consultations)
{
    /// <summary>Explains a duty's term of a consultation that the actor may read.</summary>
    public async ValueTask<Explanation?> ExplainDuty(IResolveFieldContext context, Viewer viewer, string id, string? term, Language language)
    {
        if (term is null)
            throw RequestError.Input("term", "consultation goes together with term.");
        if (GlobalId.ReadConsultation(id) is not { } key || await grains.Consultation(key).Get().ConfigureAwait(false) is not { } view || !access.Consultation(viewer.Actor, view))
            return null;
        return consultations.Shown(viewer.Actor, view.State).Duties.Find(d => d.Term.Id == term) is { } duty
            ? Told(view.State.Number, duty.Term, directory.PlaceNow(view.State).County, language)
            : null;
    }

    public async ValueTask<Explanation?> Explain(IResolveFieldContext context, Viewer viewer, string id, string? term, Language language)
    {
        if (term is null)
            throw RequestError.Input("term", "case goes together with term.");
        if (GlobalId.ReadCase(id) is not { } key || await grains.Case(key).Get().ConfigureAwait(false) is not { } view || !access.Case(viewer.Actor, view))
            return null;
        if (text.Shown(viewer.Actor, view.Case).Terms.Find(t => t.Id == term) is not { } found)
            return null;
        return Told(view.Case.Number, found, directory.InForce(view.Case).Placement.County, language);
    }

    private Explanation Told(string number, Term term, UnitCode county, Language language) => new(
        $"{number} {term.Id}", Terms.Explain(term with { Holder = directory.NameOf(new OrganCode(term.Holder)) }, rules.Versions.Calendar.For(county.Value), language), term.Basis.Kind,
        rules.Catalogue.GetValueOrDefault(term.Basis.RuleId) is { } rule ? [rule] : []);
}
