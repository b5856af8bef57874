using System.Collections;
using System.Collections.Immutable;
using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Councils;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Commands;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Privacy;
using OpsHub.GraphQL.Relay;
using OpsHub.GraphQL.Roots;

namespace OpsHub.GraphQL.Councils;

/// <summary>Mutations of ledgers, councils and support files: from input to command, and nothing more. Rules stand in the domain.</summary>
internal sealed class CouncilMutations(IGrainFactory grains, CommandWarnings warnings) : IRootFields<HubMutation>
{
    private static readonly Refusal NoEntry = new(RefusalCodes.NotFound, "C032", "二(四)2", "entryId", "没有这条意见", "There is no such entry");

    private static readonly Refusal NoRecord = new(RefusalCodes.NotFound, "HUB", "", "recordId", "没有这条记录", "There is no such record");

    public void AddTo(HubMutation mutation)
    {
        mutation.Do<EnterOpinionInput, OpinionPayloadType>("enterOpinion",
            "Enter an opinion into a community's ledger (登记意见). C032; by its residents, grid workers, committee and party organisations, tickets also by the hotline. Errors as in CommandError.", Enter);
        mutation.Do<LinkOpinionInput, OpinionPayloadType>("linkOpinion",
            "Put an opinion into a consultation of the township, once (关联协商); one from a second community proposes the cross-community way by itself, and the township decides. C013, C032, C045; by the community's party organisations and committee, and its township. Errors as in CommandError.", Link);
        mutation.Do<RecordHouseholdVisitsInput, OpinionPayloadType>("recordHouseholdVisits",
            "Record a round of household visits (记录入户走访). C068; by grid workers, committee and party organisation. Errors as in CommandError.",
            (context, fields) => Do(context, fields, i => (i.Unit("community"), new RecordHouseholdVisits(i.OptionalDay("on"), i.Number("households"))), (u, c, about) => grains.Ledger(u).Do(c, about)));
        Council<EstablishCouncilInput>(mutation, "establishCouncil", "Establish a community's council (成立议事会). C008; by its party organisation, committee or township.",
            i => new EstablishCouncil(i.Day("on"), i.Text("record")));
        Council<SetCouncilHallInput>(mutation, "setCouncilHall", "Set a council's hall (设立议事堂). C011; by party organisation, committee or council.",
            i => new SetCouncilHall(i.Choice<VenueKind>("venue"), i.Text("place")));
        Council<SetCouncilMembersInput>(mutation, "setCouncilMembers", "Set a council's members: counts by class (确定成员构成). C010; by party organisation, committee or council.",
            i => new SetCouncilMembers([.. i.Parts("members").Select(m => new MemberCount(m.Choice<CouncilMemberClass>("class"), m.Number("count")))]));
        Council<NominateCouncilHeadInput>(mutation, "nominateCouncilHead", "Nominate candidates for a council's head (提名). C009, C082; by party organisation or committee.", i => new NominateCouncilHead(
            i.Choice<Electorate>("electorate"), i.Number("electors"), [.. i.Choices<HeadOffice>("candidates")], i.Day("termStart"), i.Day("termEnd")));
        Council<OpenCouncilBallotInput>(mutation, "openCouncilBallot", "Open the secret ballot, after a tie again (开始投票). C009; by party organisation or committee.",
            i => new OpenCouncilBallot(i.Flag("secret")));
        Council<CountCouncilBallotsInput>(mutation, "countCouncilBallots", "Count the ballots (计票): most votes win, a tie is voted on again. C009, C050; by party organisation or committee.",
            i => new CountCouncilBallots([.. i.Parts("tallies").Select(t => new Tally(t.Text("candidate"), t.Number("votes")))], i.Number("invalid")));
        mutation.Do<RecordSupportInput, SupportPayloadType>("recordSupport", "Make a support record (登记协商保障事项); who may stands in supportKinds' rules. Errors as in CommandError.", Record);
        mutation.Do<EndSupportRecordInput, SupportPayloadType>("endSupportRecord",
            "End a support record (注销、办结); by those who may make it, a suggestion also by the township that it went to. C072. Errors as in CommandError.", End);
    }

    private void Council<TInput>(HubMutation mutation, string name, string description, Func<CommandInput, CouncilCommand> read) where TInput : IGraphType =>
        mutation.Do<TInput, CouncilPayloadType>(name, description + " Errors as in CommandError.",
            (context, fields) => Do(context, fields, i => (i.Unit("community"), read(i)), (u, c, about) => grains.Council(u).Do(c, about)));

    private ValueTask<object?> Enter(IResolveFieldContext context, IDictionary<string, object?> fields) => Do(
        context, fields,
        i => (i.Unit("community"), new EnterOpinion(i.Choice<OpinionSource>("source"), i.OptionalChoice<ParticipantKind>("kind"), i.Text("text"), i.OptionalDay("on"), i.OptionalText("ticket"))),
        (u, c, about) => grains.Ledger(u).Do(c, about),
        (u, c, about) => c.Ticket is { } ticket ? OpinionEntry.IdOfTicket(u, ticket) : OpinionEntry.IdOfCommand(about.Actor.Principal, about.CommandId));

    private ValueTask<object?> Link(IResolveFieldContext context, IDictionary<string, object?> fields) => Do(
        context, fields,
        i => GlobalId.ReadOpinion(i.Text("entryId")) is not var (community, entry) ? throw new InputRefusedException(NoEntry)
            : (community, new LinkOpinion(entry, GlobalId.ReadConsultation(i.Text("consultationId")) ?? i.Text("consultationId"))),
        (u, c, about) => grains.Ledger(u).Do(c, about),
        (_, c, _) => c.Entry);

    private ValueTask<object?> Record(IResolveFieldContext context, IDictionary<string, object?> fields) => Do(
        context, fields,
        i => (i.Unit("unit"), new RecordSupport(
            i.Choice<SupportKind>("kind"), i.Day("on"), i.Text("text"), i.OptionalNumber("quantity"), i.OptionalText("post"), i.OptionalOrgan("about"),
            i.OptionalText("consultationId") is { } id ? GlobalId.ReadConsultation(id) ?? id : null, i.OptionalChoice<RiskKind>("risk"), i.Flag("flagged"))),
        (u, c, about) => grains.Support(u).Do(c, about),
        (u, _, about) => SupportRecord.IdOf(u, about.Actor.Principal, about.CommandId));

    private ValueTask<object?> End(IResolveFieldContext context, IDictionary<string, object?> fields) => Do(
        context, fields,
        i => GlobalId.ReadSupport(i.Text("recordId")) is not var (unit, record) ? throw new InputRefusedException(NoRecord) : (unit, new EndSupport(record, i.Text("reason"))),
        (u, c, about) => grains.Support(u).Do(c, about),
        (_, c, _) => c.Id);

    private ValueTask<object?> Do<TCommand>(
        IResolveFieldContext context, IDictionary<string, object?> fields, Func<CommandInput, (UnitCode Unit, TCommand Command)> read,
        Func<UnitCode, TCommand, CommandContext, Task<CommandReply>> give, Func<UnitCode, TCommand, CommandContext, string>? item = null) => CaseCommander.Answer(
        async () =>
        {
            var (input, viewer) = (new CommandInput(fields), Viewer.Of(context));
            var (unit, command) = read(input);
            var about = CaseCommander.Context(input, viewer);
            var reply = await give(unit, command, about).ConfigureAwait(false);
            return CouncilPayload.Of(unit, reply) with { Item = item?.Invoke(unit, command, about), Joined = (command as LinkOpinion)?.Consultation, Warnings = warnings.Of(fields) };
        },
        CouncilPayload.Refused);
}
