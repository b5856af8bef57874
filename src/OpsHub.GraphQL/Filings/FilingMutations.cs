using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Filings;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Commands;
using OpsHub.GraphQL.Privacy;
using OpsHub.GraphQL.Roots;

namespace OpsHub.GraphQL.Filings;

/// <summary>A mutation for every step of filings that a person takes: from input to command, and nothing more. Rules stand in the domain.</summary>
internal sealed class FilingMutations(IGrainFactory grains, FilingsReader reader, CommandWarnings warnings) : IRootFields<HubMutation>
{
    public void AddTo(HubMutation mutation)
    {
        Step<IssueImplementingMeasuresInput>(mutation, "issueImplementingMeasures",
            "Put a county's implementing measures on file (登记实施办法). A042, A045: without responsible units or a schedule it is refused; by the county's party committee and government. A later version replaces the former and is filed anew.",
            i => new IssueMeasures(i.Text("title"), i.Text("number"), [.. i.Organs("responsible")], [.. i.Parts("schedule").Select(s => new ScheduleStep(s.Day("until"), s.Text("work")))]));
        Step<IssueAssessmentMeasuresInput>(mutation, "issueAssessmentMeasures", "Put a county's assessment and reward measures on file (登记考核及奖励办法). A048; by the county or its performance organ.",
            i => new IssueAssessmentMeasures(i.Text("title"), i.Text("number")));
        Step<IssueDetailedRulesInput>(mutation, "issueDetailedRules", "Put detailed rules of a department or township on the county's file (登记细则). A047; by that unit, or the county.",
            i => new IssueDetailedRules(i.Organ("of"), i.Text("title"), i.Text("number")));
        Step<IssueTownshipListInput>(mutation, "issueTownshipList",
            "Put a list of a township on file with all its matters (登记清单). R019, T111; by the township or its county. R028: a matter without a class is accepted and warned of, UNCLASSIFIED; R032: a public service without the level that provides it is refused.",
            i => new IssueList(i.OptionalChoice<FilingKind>("kind"), i.Text("title"), i.OptionalText("number"),
                [.. i.Parts("matters").Select(m => new ListedMatter(m.Text("name"), m.OptionalChoice<MatterClass>("class"), m.OptionalChoice<ProviderLevel>("provider")))]));
        Step<FileMeasuresInput>(mutation, "fileMeasures", "File implementing measures with an organ of the city (报备). A042; by the county.",
            i => new FileMeasures(i.Number("document"), i.OptionalChoice<FilingReceiver>("with"), i.Text("reference")));
        Step<ConfirmFilingInput>(mutation, "confirmFiling", "Confirm receipt of what was filed (确认收悉). A042; by the organ of the city that it was filed with.",
            i => new ConfirmFiling(i.Number("document"), i.OptionalChoice<FilingReceiver>("with")));
        Step<PublishTownshipListInput>(mutation, "publishTownshipList", "Publish a list (公布清单): open to everyone from then on. T009: the directory by the county, the other lists by the township too.",
            i => new PublishList(i.Number("document"), i.Text("address")));
        Step<WithdrawFiledDocumentInput>(mutation, "withdrawFiledDocument", "Withdraw a document (废止): it stays readable, and what it was for is owed again. By who may put it on file.",
            i => new WithdrawFiled(i.Number("document"), i.Text("reason")));
    }

    private void Step<TInput>(HubMutation mutation, string name, string description, Func<CommandInput, FilingCommand> read) where TInput : IGraphType =>
        mutation.Do<TInput, FilingsPayloadType>(name, description + " Errors as in CommandError.", (context, fields) => Do(context, fields, read));

    private ValueTask<object?> Do(IResolveFieldContext context, IDictionary<string, object?> fields, Func<CommandInput, FilingCommand> read) => CaseCommander.Answer(
        async () =>
        {
            var (input, viewer) = (new CommandInput(fields), Viewer.Of(context));
            var (unit, command, about) = (input.Unit("unit"), read(input), CaseCommander.Context(input, viewer));
            // How long the trace is those outside are not told, and may not try out.
            if (!reader.Reads(viewer.Actor, unit))
                about = about with { ExpectedVersion = null };
            var reply = await grains.Filings(unit).Do(command, about).ConfigureAwait(false);
            return new FilingsPayload(unit, reply, reply.Refusal is { } refusal ? [refusal] : [])
            {
                Warnings = [.. warnings.Of(fields), .. FilingsPayload.Unclassified(command)],
            };
        },
        refusal => new FilingsPayload(null, null, [refusal]));
}
