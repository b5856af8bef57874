using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Establishments;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Establishments;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Commands;
using OpsHub.GraphQL.Privacy;
using OpsHub.GraphQL.Roots;

namespace OpsHub.GraphQL.Establishments;

/// <summary>A mutation for every step of organs and establishment: from input to command, and nothing more. Rules stand in the domain.</summary>
internal sealed class EstablishmentMutations(IGrainFactory grains, IHubDirectory directory, CommandWarnings warnings) : IRootFields<HubMutation>
{
    /// <summary>The mutation of a command: its name, with a small letter first.</summary>
    public static string NameOf(Type command) => char.ToLowerInvariant(command.Name[0]) + command.Name[1..];

    public void AddTo(HubMutation mutation)
    {
        OfCounty<SetEstablishmentTotalInput, SetEstablishmentTotal>(mutation, "Record the posts of all townships of a county (核定编制总量). R025; never below what townships have: POSTS_OVER_TOTAL.",
            i => new SetEstablishmentTotal(i.Number("total")));
        OfCounty<MoveTownshipPostsInput, MoveTownshipPosts>(mutation, "Allot posts, take them back or move them, all in one step (调整编制). R025, R026; POSTS_OVER_TOTAL above the county's total, TOTAL_UNKNOWN before it is recorded.",
            i => new MoveTownshipPosts([.. i.Parts("shifts").Select(s => new PostShift(s.Unit("township"), s.Number("change")))], i.OptionalText("reason")));
        OfTownship<ClassifyTownshipInput, ClassifyTownship>(mutation, "Record a township's class (划定类别). R003; its leader quota follows, R008.", (t, i) => new ClassifyTownship(t, i.Choice<TownshipClass>("class"), i.OptionalText("source")));
        OfTownship<AddTownshipOrgansInput, AddTownshipOrgans>(mutation, "Add organs, all or none (设置机构). T030-T033, T035, R020; above a limit ORGAN_LIMIT, STATION_LIMIT or BRIGADE_LIMIT in a 乡镇, and only flagged in a street, R023.",
            (t, i) => new AddTownshipOrgans(t, [.. i.Parts("organs").Select(o => new NewOrgan(o.Choice<TownshipOrganKind>("kind"), o.Text("name"), o.Flag("onCountyPosts")))]));
        OfTownship<RenameTownshipOrganInput, RenameTownshipOrgan>(mutation, "Rename an organ (机构更名). T037.", (t, i) => new RenameTownshipOrgan(t, i.Number("organ"), i.Text("name")));
        OfTownship<RemoveTownshipOrganInput, RemoveTownshipOrgan>(mutation, "Remove an organ (撤销机构). T037, R022.", (t, i) => new RemoveTownshipOrgan(t, i.Number("organ")));
        OfTownship<AddNameplateInput, AddNameplate>(mutation, "Add a nameplate (加挂牌子). T034, R021; one more than the limit takes a reason and the county's approval, else NAMEPLATE_LIMIT, and is flagged.",
            (t, i) => new AddNameplate(t, i.Text("name"), i.OptionalText("reason"), i.OptionalText("approval")));
        OfTownship<RenameNameplateInput, RenameNameplate>(mutation, "Rename a nameplate (牌子更名). T034.", (t, i) => new RenameNameplate(t, i.Number("nameplate"), i.Text("name")));
        OfTownship<RemoveNameplateInput, RemoveNameplate>(mutation, "Remove a nameplate (摘牌). T034.", (t, i) => new RemoveNameplate(t, i.Number("nameplate")));
        OfTownship<RecordUnityInput, RecordUnity>(mutation, "Record seals, teams and platforms (登记三个一). R024; what is not exactly one is flagged.",
            (t, i) => new RecordUnity(t, i.Number("approvalSeals"), i.Number("enforcementTeams"), i.Number("governancePlatforms")));
        OfTownship<SetStaffQuotaInput, SetStaffQuota>(mutation, "Set the quota of staff outside the establishment (核定编外聘用人员定额). R027.", (t, i) => new SetStaffQuota(t, i.Number("quota"), i.OptionalText("source")));
        OfTownship<RecordOutsideStaffInput, RecordOutsideStaff>(mutation, "Record the count of staff outside the establishment (登记编外聘用人员数). R027; the township itself may, too. STAFF_OVER_QUOTA above the quota, STAFF_QUOTA_UNKNOWN without one.",
            (t, i) => new RecordOutsideStaff(t, i.Number("count")));
    }

    private void OfCounty<TInput, TCommand>(HubMutation mutation, string description, Func<CommandInput, EstablishmentCommand> read) where TInput : IGraphType where TCommand : EstablishmentCommand =>
        Add<TInput, TCommand>(mutation, description, "county", County, (_, input) => read(input));

    private void OfTownship<TInput, TCommand>(HubMutation mutation, string description, Func<UnitCode, CommandInput, EstablishmentCommand> read) where TInput : IGraphType where TCommand : EstablishmentCommand =>
        Add<TInput, TCommand>(
            mutation, description, "township", input => input.OptionalText("county") is null ? directory.CountyOfTownship(input.Unit("township")) : County(input), (township, input) => read(township!.Value, input));

    private UnitCode? County(CommandInput input) => input.Unit("county") is { Level: UnitLevel.County } county && directory.Unit(county) is not null ? county : null;

    private void Add<TInput, TCommand>(
        HubMutation mutation, string description, string about, Func<CommandInput, UnitCode?> place, Func<UnitCode?, CommandInput, EstablishmentCommand> read)
        where TInput : IGraphType where TCommand : EstablishmentCommand =>
        mutation.Do<TInput, EstablishmentPayloadType>(NameOf(typeof(TCommand)), description + " By the county's establishment office (T037, R047, R051). Errors as in CommandError.",
            (context, fields) => CaseCommander.Answer(
                async () =>
                {
                    var (input, viewer) = (new CommandInput(fields), Viewer.Of(context));
                    UnitCode? township = about == "township" ? input.Unit("township") : null;
                    if (place(input) is not { } county)
                        return EstablishmentPayload.Refused(NoUnit(about));
                    var reply = await grains.Establishment(county).Do(read(township, input), CaseCommander.Context(input, viewer)).ConfigureAwait(false);
                    return new EstablishmentPayload(county, township, reply, reply.Refusal is { } refusal ? [refusal] : []) { Warnings = warnings.Of(fields) };
                },
                EstablishmentPayload.Refused));

    private static Refusal NoUnit(string field) => new(RefusalCodes.NotFound, "R046", "四(五)", field,
        field == "county" ? "没有这个县市区" : "没有这个乡镇街道", $"There is no such {field}");
}
