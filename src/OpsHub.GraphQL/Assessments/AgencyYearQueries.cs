using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Relay;
using OpsHub.GraphQL.Roots;

namespace OpsHub.GraphQL.Assessments;

/// <summary>Root queries for agencies' years.</summary>
internal sealed class AgencyYearQueries(AgencyYearLoader loader, Scoreboards boards, ScoreboardAggregates aggregates) : IRootFields<HubQuery>, INodes
{
    public string Type => "AgencyYear";

    public void AddTo(HubQuery query)
    {
        query.Ask<AgencyYearType>("agencyYear", "An agency's year by agency and year, or by id (年度考核); null when there is none, or none that the actor may read.", Find)
            .Argument<StringGraphType>("agency", "Code of the agency, e.g. `430203001-D12`; with year. Exactly one of agency and id is given, else INVALID_INPUT.")
            .Argument<IntGraphType>("year", "The calendar year, 2018 or later; with agency.")
            .Argument<IdGraphType>("id", "Global id.").WithCost(FieldMarks.OneQuestion);
        query.AskOne<ScoreboardConnectionType>("scoreboard", "Years of the agencies that serve a township, are hosted in a county or city, or belong to a department (计分榜). NOT_FOUND outside of what the actor may see.",
                (context, viewer) => boards.Page(context, viewer, Scoreboards.Asked(context)))
            .Argument<StringGraphType>("unit", "Code of a township, county or city. Exactly one of unit and department is given, else INVALID_INPUT.")
            .Argument<StringGraphType>("department", "Code of a dispatching department, e.g. `430203:D12`.")
            .Argument<NonNullGraphType<IntGraphType>>("year", "The calendar year, 2018 or later.")
            .Chosen().Paged().WithCost(FieldMarks.OneQuestion);
        query.AskOne<ScoreboardAggregateType>("scoreboardSums", "A scoreboard in sums alone, for those who read agencies' scores as aggregates (考核汇总): the city's offices, a wall key or an integrator of its own area. NOT_FOUND for others.",
                (context, viewer) => aggregates.Of(viewer, Scoreboards.Asked(context), context.CancellationToken))
            .Argument<StringGraphType>("unit", "Code of a township, county or city. Exactly one of unit and department is given, else INVALID_INPUT.")
            .Argument<StringGraphType>("department", "Code of a dispatching department, e.g. `430203:D12`.")
            .Argument<NonNullGraphType<IntGraphType>>("year", "The calendar year, 2018 or later.").WithCost(FieldMarks.OneQuestion);
        query.AskOne<ListGraphType<NonNullGraphType<SharedResultType>>>("sharedResults",
                "Results that count in a township's or department's own assessment, each agency once, by agency (共享结果). A032. NOT_FOUND outside of what the actor may see.",
                (context, viewer) => boards.Shared(context, viewer, Organ("organ", context.GetArgument<string>("organ")), context.GetArgument<int>("year")))
            .Argument<NonNullGraphType<StringGraphType>>("organ", "Code of the township or department.")
            .Argument<NonNullGraphType<IntGraphType>>("year", "The calendar year, 2018 or later.").WithAssumedSize(20).WithCost(FieldMarks.OneQuestion);
    }

    public ValueTask<object?> Node(IResolveFieldContext context, Viewer viewer, string key) => GrainKeys.IsAgencyYear(key) ? new(loader.Find(context, viewer, key)) : default;

    private ValueTask<object?> Find(IResolveFieldContext context, Viewer viewer)
    {
        var (agency, year, id) = (context.GetArgument<string?>("agency"), context.GetArgument<int?>("year"), context.GetArgument<string?>("id"));
        if (agency is null == id is null)
            throw RequestError.Input(agency is null ? "agency" : "id", "Give exactly one of agency and id.");
        if (id is not null)
            return GlobalId.ReadAgencyYear(id) is { } known ? new(loader.Find(context, viewer, known)) : default;
        if (year is not (>= 2018 and <= 9998))
            throw RequestError.Input("year", $"year is 2018 or later, got {year}.");
        var organ = Organ("agency", agency!);
        return organ.Kind == OrganKind.Agency ? new(loader.Find(context, viewer, GrainKeys.AgencyYear(organ, year.Value))) : throw RequestError.Input("agency", "agency is the code of a stationed agency.");
    }

    internal static OrganCode Organ(string name, string code) => OrganCode.TryParse(code, out var organ) ? organ : throw RequestError.Input(name, $"{name} is the code of a unit, an agency or a department.");
}
