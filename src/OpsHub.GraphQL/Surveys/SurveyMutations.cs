using GraphQL;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Surveys;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Surveys;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Commands;
using OpsHub.GraphQL.Privacy;
using OpsHub.GraphQL.Relay;
using OpsHub.GraphQL.Roots;

namespace OpsHub.GraphQL.Surveys;

/// <summary>Mutations of surveys: from input to command, and nothing more. Rules stand in the domain.</summary>
internal sealed class SurveyMutations(IGrainFactory grains, SurveyReader reader, CommandWarnings warnings) : IRootFields<HubMutation>
{
    private static readonly Refusal NoSurvey = new(RefusalCodes.NotFound, "A024", "二(三)", "surveyId", "没有这项测评，或不在您的可见范围内", "There is no such survey within what you may see");

    private static readonly Refusal NoAgency = new(RefusalCodes.InvalidInput, "A024", "二(三)", "agency", "agency 须为派驻机构代码", "agency is the code of a stationed agency");

    private static readonly Refusal NoTownship = new(RefusalCodes.InvalidInput, "A024", "二(三)", "township", "township 须为 9 位乡镇街道代码", "township is the code of a township, 9 digits");

    public void AddTo(HubMutation mutation)
    {
        mutation.Do<PlanSurveyInput, SurveyPayloadType>("planSurvey", "Plan a survey (安排测评); by the township that runs it. A024. The hub plans those that nobody did. Errors as in CommandError.", Plan);
        mutation.Do<IssueSurveyTokensInput, SurveyPayloadType>("issueSurveyTokens",
            "Issue one-time tokens to a rater group (发放测评码); by the township that runs it. A024. They come in `paths`, this once: repeated, it gives none. A sheet to print instead: POST /papers/surveys/AGENCY/YEAR/TOWNSHIP/slips. Errors as in CommandError.",
            (context, fields) => Do(context, fields, i => new IssueTokens(i.Choice<RaterGroup>("group"), i.Number("count"))));
        mutation.Do<ExtendSurveyInput, SurveyPayloadType>("extendSurvey", "Extend a survey, once (延长测评); by the township that runs it. A024. Errors as in CommandError.",
            (context, fields) => Do(context, fields, i => new ExtendSurvey(i.Day("until"), i.Text("reason"))));
        mutation.Do<CloseSurveyInput, SurveyPayloadType>("closeSurvey", "Close a survey before its time (提前结束测评); by the township that runs it. A024. Errors as in CommandError.",
            (context, fields) => Do(context, fields, i => new CloseSurvey(i.Text("reason"))));
    }

    private ValueTask<object?> Plan(IResolveFieldContext context, IDictionary<string, object?> fields) => CaseCommander.Answer(
        async () =>
        {
            var input = new CommandInput(fields);
            var (agency, year, township) = (input.Organ("agency"), input.Number("year"), input.Unit("township"));
            if (agency.Kind != Domain.Hierarchy.OrganKind.Agency)
                return SurveyPayload.Refused(NoAgency);
            if (township.Level != Domain.Hierarchy.UnitLevel.Township)
                return SurveyPayload.Refused(NoTownship);
            if (year is < 2018 or > 9998)
                return SurveyPayload.Refused(HubRefusals.Input("year", "year 须为 2018 年及以后", "year is 2018 or later"));
            var key = GrainKeys.Survey(agency, year, township);
            var command = new PlanSurvey(agency, year, township, input.OptionalDay("opens"), input.OptionalDay("closes"));
            return SurveyPayload.Of(key, await grains.Survey(key).Do(command, CaseCommander.Context(input, Viewer.Of(context))).ConfigureAwait(false));
        },
        SurveyPayload.Refused);

    private ValueTask<object?> Do(IResolveFieldContext context, IDictionary<string, object?> fields, Func<CommandInput, SurveyCommand> read) => CaseCommander.Answer(
        async () =>
        {
            var (input, viewer) = (new CommandInput(fields), Viewer.Of(context));
            var (command, about) = (read(input), CaseCommander.Context(input, viewer));
            if (GlobalId.ReadSurvey(input.Text("surveyId")) is not { } key || await reader.Find(viewer, key).ConfigureAwait(false) is null)
                return SurveyPayload.Refused(NoSurvey);
            if (command is not IssueTokens issue)
                return SurveyPayload.Of(key, await grains.Survey(key).Do(command, about).ConfigureAwait(false)) with { Warnings = warnings.Of(fields) };
            var (reply, tokens) = await grains.Survey(key).Issue(issue, about).ConfigureAwait(false);
            return SurveyPayload.Of(key, reply) with { Paths = [.. tokens.Select(t => $"{SurveyPaths.Rate}/{t}")] };
        },
        SurveyPayload.Refused);
}
