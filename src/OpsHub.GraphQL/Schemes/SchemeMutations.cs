using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Schemes;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Commands;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Roots;

namespace OpsHub.GraphQL.Schemes;

/// <summary>The mutation that makes an assessment scheme. Rules stand in the domain.</summary>
internal sealed class SchemeMutations(IGrainFactory grains) : IRootFields<HubMutation>
{
    public void AddTo(HubMutation mutation) => mutation.Do<CreateSchemeInput, SchemePayloadType>("createScheme",
        "Make the assessment scheme of a county and year (制定综合考核办法). T015, T016, R037-R043; by the county's party committee and government. "
        + "A department or agency that would assess townships is refused: DEPARTMENT_ASSESSES. Errors as in CommandError.",
        (context, fields) => CaseCommander.Answer(
            async () =>
            {
                var (input, viewer) = (new CommandInput(fields), Viewer.Of(context));
                var command = Read(input);
                var key = GrainKeys.Scheme(command.County, command.Year, command.Target!.Value);
                var reply = await grains.Scheme(key).Do(command, CaseCommander.Context(input, viewer)).ConfigureAwait(false);
                return new SchemePayload(reply.Accepted ? key : null, reply, reply.Refusal is { } refusal ? [refusal] : []);
            },
            refusal => new SchemePayload(null, null, [refusal])));

    private static CreateScheme Read(CommandInput i) => new(
        i.Unit("county"), i.Number("year"), i.Choice<SchemeTarget>("target"),
        [.. i.Parts("components").Select((c, n) => new SchemeComponent(c.Text("name"), c.Choice<SchemeSource>("source"), Weight(c.Rate("weight"), n), c.Flag("process"), c.OptionalNumber("townshipInputs") ?? 0))],
        [.. i.Parts("vetoes").Select(v => new VetoItem(v.Text("name"), v.Text("basis")))]);

    // What no decimal holds is out of range all the same.
    private static decimal Weight(double weight, int n) => double.IsFinite(weight) && Math.Abs(weight) <= 1000
        ? (decimal)weight : throw new InputRefusedException(HubRefusals.Input($"components[{n}].weight", "权重须大于 0、不超过 1", "A weight is above 0 and at most 1"));
}

/// <summary>What making a scheme brought.</summary>
internal sealed record SchemePayload(string? Key, CommandReply? Reply, IReadOnlyList<Refusal> Errors);

/// <summary>What making a scheme brought.</summary>
internal sealed class SchemePayloadType : Described<SchemePayload>
{
    public SchemePayloadType(SchemeReader reader) : base("SchemePayload", "What making an assessment scheme brought (办理结果).")
    {
        AskMaybe<AssessmentSchemeType>("scheme", "The scheme; null when it was refused.", async (context, p) => p.Key is { } key ? await reader.Read(Viewer.Of(context), key).ConfigureAwait(false) : null);
        Maybe<IntGraphType>("sequence", "Sequence of the command's trace entry; null when it was refused.", p => p.Key is null ? null : (int)p.Reply!.Sequence);
        Many<CommandErrorInterface>("errors", "Why it was refused; empty when it was carried out, now or before.", p => p.Errors);
    }
}

/// <summary>A scheme.</summary>
internal sealed class CreateSchemeInput : InputType
{
    public CreateSchemeInput() : base("CreateSchemeInput", "An assessment scheme (综合考核办法). T016: one for each county, year and target.")
    {
        Needs<StringGraphType>("commandId", CaseInput.CommandIdText);
        Needs<StringGraphType>("county", "Code of the county (县市区), 6 digits.");
        Needs<IntGraphType>("year", "The year, 2018 to 2100 (年度).");
        Needs<SchemeTargetType>("target", "Whom it assesses (考评对象). R038.");
        NeedsMany<SchemeComponentInput>("components", "Components, 1 to 100, weights summing to exactly 1, from above and from below, satisfaction among them (考评内容). R037, R039.");
        MayMany<VetoItemInput>("vetoes", "One-vote veto items (一票否决事项). R042.");
    }
}

/// <summary>A component.</summary>
internal sealed class SchemeComponentInput : InputType
{
    public SchemeComponentInput() : base("SchemeComponentInput", "A component of an assessment scheme (考评内容).")
    {
        Needs<StringGraphType>("name", "Name, 1 to 100 characters (名称).");
        Needs<SchemeSourceType>("source", "Where it comes from (来源).");
        Needs<FloatGraphType>("weight", "Weight above 0 and at most 1, with at most six decimals (权重).");
        May<BooleanGraphType>("process", "It looks at how, not at what came of it (过程考核). R041.", false);
        May<IntGraphType>("townshipInputs", "Reports that it asks of each township, 0 to 1,000 (报送项数). A036.", 0);
    }
}

/// <summary>A veto item.</summary>
internal sealed class VetoItemInput : InputType
{
    public VetoItemInput() : base("SchemeVetoInput", "A one-vote veto item (一票否决事项). R042.")
    {
        Needs<StringGraphType>("name", "Name (名称).");
        Needs<StringGraphType>("basis", "Legal basis; refused when empty (依据).");
    }
}
