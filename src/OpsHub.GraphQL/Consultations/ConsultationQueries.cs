using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Relay;
using OpsHub.GraphQL.Roots;

namespace OpsHub.GraphQL.Consultations;

/// <summary>Root queries for consultations.</summary>
internal sealed class ConsultationQueries(
    IConsultationIndex index, ConsultationLists lists, ConsultationLoader loader, ConsultationReports reports, AnnouncementList announcements, Access access) : IRootFields<HubQuery>, INodes
{
    public string Type => "Consultation";

    public void AddTo(HubQuery query)
    {
        query.Ask<ConsultationType>("consultation", "A consultation by id or number (协商); null when there is none, or none that the actor may read.", Find)
            .Argument<IdGraphType>("id", "Global id. Exactly one of id and number is given, else INVALID_INPUT.")
            .Argument<StringGraphType>("number", "The number people read (协商编号).").WithCost(FieldMarks.OneQuestion);
        query.AskOne<ConsultationConnectionType>("consultations", "Consultations that the actor may read (协商).",
                (context, viewer) => lists.Page(context, viewer, new ConsultationFilter { Unit = context.GetArgument<string?>("unit") is { } code ? ConsultationFilterInput.Unit("unit", code) : null }))
            .Argument<StringGraphType>("unit", "Only those of this unit's subtree, and those that concern a community of it: an official code.")
            .OfConsultations();
        query.AskOne<ListGraphType<NonNullGraphType<AnnouncementDueType>>>("announcementsDue", "Announcements that are to be made in a unit, late ones first, then by the nearest due (须公告). C040. NOT_FOUND outside of what the actor may see.", Due)
            .Argument<NonNullGraphType<StringGraphType>>("unit", "Official code (区划代码).")
            .Argument<NonNullGraphType<IntGraphType>>("first", "How many, 1 to 100.", a => a.DefaultValue = 10).WithCost(FieldMarks.OneQuestion);
        query.AskOne<ConsultationIndicatorsType>("consultationIndicators", "Indicators of the consultations that began in a period (协商指标): on-time plans and announcements, rounds, agreement, carried out, satisfaction. NOT_FOUND outside of what the actor may see.",
                reports.Of)
            .Argument<NonNullGraphType<StringGraphType>>("unit", "Official code (区划代码).")
            .Argument<NonNullGraphType<DayType>>("from", "First day on which one may have begun (起始日), Asia/Shanghai.")
            .Argument<NonNullGraphType<DayType>>("to", "Last day, inclusive (截止日); three years after from at most, else INVALID_INPUT.").WithCost(FieldMarks.OneQuestion);
    }

    public ValueTask<object?> Node(IResolveFieldContext context, Viewer viewer, string key) => GrainKeys.IsConsultation(key) ? new(loader.Find(context, viewer, key)) : default;

    private async ValueTask<object?> Find(IResolveFieldContext context, Viewer viewer)
    {
        var (id, number) = (context.GetArgument<string?>("id"), context.GetArgument<string?>("number"));
        if (id is null == number is null)
            throw RequestError.Input(id is null ? "id" : "number", "Give exactly one of id and number.");
        var key = number is not null ? (await index.ByNumber(number, context.CancellationToken).ConfigureAwait(false))?.Key : GlobalId.ReadConsultation(id);
        return key is null ? null : loader.Find(context, viewer, key);
    }

    private ValueTask<object?> Due(IResolveFieldContext context, Viewer viewer)
    {
        UnitCode unit = ConsultationFilterInput.Unit("unit", context.GetArgument<string>("unit"));
        access.RequireStatus(viewer.Actor, unit);
        return announcements.Of(unit, Paging.Count(context, "first", 100), context.CancellationToken);
    }
}
