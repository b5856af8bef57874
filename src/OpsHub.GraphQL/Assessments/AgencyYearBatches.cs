using GraphQL;
using OpsHub.Contracts.Assessments;
using OpsHub.Contracts.Commands;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Commands;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Commands;
using OpsHub.GraphQL.Relay;
using OpsHub.GraphQL.Roots;

namespace OpsHub.GraphQL.Assessments;

/// <summary>What a batch brought for one year.</summary>
internal sealed record AgencyYearBatchResult(string YearId, AgencyYearPayload Payload);

/// <summary>What a batch brought: a result for each year, or why the batch itself was refused.</summary>
internal sealed record AgencyYearBatchPayload(IReadOnlyList<AgencyYearBatchResult> Results, IReadOnlyList<Refusal> Errors);

/// <summary>The same step for many years at once. Each is a command of its own with an id derived from the batch's: what was done once is not done again when the batch is sent again, and one refusal holds up no other.</summary>
internal sealed class AgencyYearBatches(IGrainFactory grains) : IRootFields<HubMutation>
{
    /// <summary>The most years of a batch.</summary>
    public const int Most = 100;

    public void AddTo(HubMutation mutation)
    {
        mutation.Do<FinaliseAgencyScoresInput, AgencyYearBatchPayloadType>("finaliseAgencyScores",
            "Finalise the scores of several years (批量核定得分), each as finaliseAgencyScore would. A017; by the performance organ.",
            (context, fields) => Do(context, fields, input => [.. input.Texts("yearIds").Select(id => (id, (AgencyYearCommand)new FinaliseScore()))], "yearIds"));
        mutation.Do<GradeAgenciesInput, AgencyYearBatchPayloadType>("gradeAgencies",
            "Set the grades of several agencies (批量评定机构等次), each as gradeAgency would. A033; by the performance organ.",
            (context, fields) => Do(context, fields, input => [.. input.Parts("grades").Select(g => (g.Text("yearId"), (AgencyYearCommand)new SetAgencyGrade(g.OptionalChoice<AssessmentGrade>("grade"))))], "grades"));
    }

    private ValueTask<object?> Do(IResolveFieldContext context, IDictionary<string, object?> fields, Func<CommandInput, List<(string Year, AgencyYearCommand Command)>> read, string field) =>
        CaseCommander.Answer(async () =>
        {
            var (input, viewer) = (new CommandInput(fields), Viewer.Of(context));
            var (about, all) = (CaseCommander.Context(input, viewer), read(input));
            if (all.Count is 0 or > Most)
                return Refused(HubRefusals.Input(field, $"须为 1 至 {Most} 个年度", $"takes 1 to {Most} years"));
            if (all.CountBy(a => a.Year).FirstOrDefault(a => a.Value > 1) is { Key: { } twice })
                return Refused(HubRefusals.Input(field, $"{twice} 重复", $"{twice} is given twice"));
            return new AgencyYearBatchPayload(await Task.WhenAll(all.Select(a => One(viewer, about, a.Year, a.Command))).ConfigureAwait(false), []);
        }, Refused);

    private async Task<AgencyYearBatchResult> One(Viewer viewer, CommandContext about, string yearId, AgencyYearCommand command) =>
        new(yearId, (AgencyYearPayload)(await CaseCommander.Answer(async () =>
        {
            var grain = GlobalId.ReadAgencyYear(yearId) is { } key ? grains.GetGrain<IAgencyYearGrain>(key) : null;
            if (grain is null || AgencyYearNode.Of(viewer.Actor, await grain.Get().ConfigureAwait(false)) is not { } node)
                return AgencyYearPayload.Refused(HubRefusals.NoAgencyYear);
            return AgencyYearPayload.Of(await grain.Do(command, about with { CommandId = CommandIds.Hash("batch", about.CommandId, node.View.Key) }).ConfigureAwait(false), node.View.Key);
        }, AgencyYearPayload.Refused).ConfigureAwait(false))!);

    private static AgencyYearBatchPayload Refused(Refusal refusal) => new([], [refusal]);
}
