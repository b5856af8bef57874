using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Surveys;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Relay;
using OpsHub.GraphQL.Roots;

namespace OpsHub.GraphQL.Surveys;

/// <summary>Root queries for surveys.</summary>
internal sealed class SurveyQueries(SurveyReader reader, SurveyOffers offers, ISurveyIndex index, HubClock clock) : IRootFields<HubQuery>, INodes
{
    public string Type => "Survey";

    public void AddTo(HubQuery query)
    {
        query.Ask<SurveyType>("survey", "The survey of an agency's year in one township (满意度测评); null when there is none that the actor may read. A024.",
                async (context, viewer) => await reader.Find(viewer, Key(context)).ConfigureAwait(false))
            .Argument<NonNullGraphType<StringGraphType>>("agency", "Code of the agency, e.g. `430203001-D12`.")
            .Argument<NonNullGraphType<IntGraphType>>("year", "The calendar year.")
            .Argument<NonNullGraphType<StringGraphType>>("township", "Code of the township that runs it, 9 digits.").WithCost(FieldMarks.OneQuestion);
        query.AskOne<SurveyConnectionType>("surveys", "Surveys of a year: those of an agency, or those that a unit runs, hosts or has below it (满意度测评); of them those that the actor may read. A024.", List)
            .Argument<StringGraphType>("agency", "Code of the agency. Exactly one of agency and unit is given, else INVALID_INPUT.")
            .Argument<StringGraphType>("unit", "Code of a township, county or city.")
            .Argument<NonNullGraphType<IntGraphType>>("year", "The calendar year.").Paged().WithCost(FieldMarks.OneQuestion);
        query.Ask<SurveyToPlanType>("surveyToPlan", "The survey of an agency's year that the actor's own township may plan, as long as nobody has (待安排的测评); null where there is one, or the actor runs none. A024.",
                async (context, viewer) => await offers.ToPlan(viewer.Actor, Agency(context.GetArgument<string>("agency")), Year(context)).ConfigureAwait(false))
            .Argument<NonNullGraphType<StringGraphType>>("agency", "Code of the agency, e.g. `430203001-D12`.")
            .Argument<NonNullGraphType<IntGraphType>>("year", "The calendar year.").WithCost(FieldMarks.OneQuestion);
    }

    public async ValueTask<object?> Node(IResolveFieldContext context, Viewer viewer, string key) => await reader.Find(viewer, key).ConfigureAwait(false);

    private static string Key(IResolveFieldContext context) =>
        UnitCode.TryParse(context.GetArgument<string>("township"), out var township) && township.Level == UnitLevel.Township
            ? GrainKeys.Survey(Agency(context.GetArgument<string>("agency")), Year(context), township)
            : throw RequestError.Input("township", "township is the code of a township, 9 digits.");

    private async ValueTask<object?> List(IResolveFieldContext context, Viewer viewer)
    {
        var (agency, unit, year) = (context.GetArgument<string?>("agency"), context.GetArgument<string?>("unit"), Year(context));
        if (agency is null == unit is null)
            throw RequestError.Input(agency is null ? "agency" : "unit", "Give exactly one of agency and unit.");
        var rows = agency is not null ? await index.OfAgency(Agency(agency), year, context.CancellationToken).ConfigureAwait(false)
            : UnitCode.TryParse(unit, out var code) ? await index.OfUnit(code, year, context.CancellationToken).ConfigureAwait(false)
            : throw RequestError.Input("unit", "unit is a unit code of 4, 6, 9, 12 or 15 digits.");
        var shown = rows.Select(r => ShownSurvey.Of(viewer.Actor, r)).OfType<ShownSurvey>().OrderBy(s => s.Key, StringComparer.Ordinal).ToList();
        return ListPages.Of("surveys", shown, s => s.Key, Paging.Read(context), clock.Now) with { Count = _ => Task.FromResult(shown.Count) };
    }

    private static OrganCode Agency(string code) =>
        OrganCode.TryParse(code, out var agency) && agency.Kind == OrganKind.Agency ? agency : throw RequestError.Input("agency", "agency is the code of a stationed agency, e.g. 430203001-D12.");

    private static int Year(IResolveFieldContext context) =>
        context.GetArgument<int>("year") is >= 2018 and <= 9998 and var year ? year : throw RequestError.Input("year", "year is 2018 or later.");
}
