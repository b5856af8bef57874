using GraphQL.Types;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Establishments;

/// <summary>What every command about a township's set carries.</summary>
internal abstract class TownshipSetInput : InputType
{
    protected TownshipSetInput(string name, string description) : base(name, description)
    {
        Needs<StringGraphType>("commandId", CaseInput.CommandIdText);
        Needs<StringGraphType>("township", "Code of the township or street (乡镇街道), 9 digits.");
        May<StringGraphType>("county", "Code of the county whose record is meant (县市区), 6 digits; left out: where the township stands now. A former county takes away what it still has of one that moved.");
    }
}

/// <summary>Total.</summary>
internal sealed class SetEstablishmentTotalInput : InputType
{
    public SetEstablishmentTotalInput() : base("SetEstablishmentTotalInput", "Posts of all townships of a county (核定编制总量). R025.")
    {
        Needs<StringGraphType>("commandId", CaseInput.CommandIdText);
        Needs<StringGraphType>("county", "Code of the county (县市区), 6 digits.");
        Needs<IntGraphType>("total", "Posts, 0 to 100,000, not below what townships have (编制总量).");
    }
}

/// <summary>Move.</summary>
internal sealed class MoveTownshipPostsInput : InputType
{
    public MoveTownshipPostsInput() : base("MoveTownshipPostsInput", "Posts allotted, taken back or moved in one step (调整编制). R025, R026.")
    {
        Needs<StringGraphType>("commandId", CaseInput.CommandIdText);
        Needs<StringGraphType>("county", "Code of the county (县市区), 6 digits.");
        NeedsMany<PostShiftInput>("shifts", "By how much each township's posts change, 1 to 100, each township once (编制增减).");
        May<StringGraphType>("reason", "Why (理由), at most 500 characters. No names of persons.");
    }
}

/// <summary>One township's change.</summary>
internal sealed class PostShiftInput : InputType
{
    public PostShiftInput() : base("PostShiftInput", "By how much a township's posts change (编制增减).")
    {
        Needs<StringGraphType>("township", "Code of the township or street (乡镇街道), 9 digits.");
        Needs<IntGraphType>("change", "Posts more, or less; not 0 (增减数).");
    }
}

/// <summary>Class.</summary>
internal sealed class ClassifyTownshipInput : TownshipSetInput
{
    public ClassifyTownshipInput() : base("ClassifyTownshipInput", "A township's class (划定类别). R003.")
    {
        Needs<TownshipClassType>("class", "The class (类别).");
        May<StringGraphType>("source", "Document that classifies it, at most 200 characters (依据文件); without it the class is assumed.");
    }
}

/// <summary>Organs.</summary>
internal sealed class AddTownshipOrgansInput : TownshipSetInput
{
    public AddTownshipOrgansInput() : base("AddTownshipOrgansInput", "Organs to be added, all or none (设置机构). T030-T035.") =>
        NeedsMany<NewOrganInput>("organs", "The organs, at least one; of a township at most 60 in all (机构).");
}

/// <summary>An organ.</summary>
internal sealed class NewOrganInput : InputType
{
    public NewOrganInput() : base("NewOrganInput", "An organ to be added (拟设机构).")
    {
        Needs<TownshipOrganKindType>("kind", "Kind (性质).");
        Needs<StringGraphType>("name", "Name, 1 to 50 characters, once in a township (名称).");
        May<BooleanGraphType>("onCountyPosts", "True for a co-managed station on county posts, which is not counted (使用县级编制). T035.", false);
    }
}

/// <summary>Another name.</summary>
internal sealed class RenameTownshipOrganInput : TownshipSetInput
{
    public RenameTownshipOrganInput() : base("RenameTownshipOrganInput", "Another name of an organ (机构更名). T037.")
    {
        Needs<IntGraphType>("organ", "The organ, by its number (序号).");
        Needs<StringGraphType>("name", "Name, 1 to 50 characters, once in a township (名称).");
    }
}

/// <summary>An end.</summary>
internal sealed class RemoveTownshipOrganInput : TownshipSetInput
{
    public RemoveTownshipOrganInput() : base("RemoveTownshipOrganInput", "An organ to be removed (撤销机构). T037.") => Needs<IntGraphType>("organ", "The organ, by its number (序号).");
}

/// <summary>A nameplate.</summary>
internal sealed class AddNameplateInput : TownshipSetInput
{
    public AddNameplateInput() : base("AddNameplateInput", "A nameplate to be added (加挂牌子). T034, R021.")
    {
        Needs<StringGraphType>("name", "Name, 1 to 50 characters, once in a township (名称).");
        May<StringGraphType>("reason", "Why one more than the limit (理由), at most 500 characters; required then. No names of persons.");
        May<StringGraphType>("approval", "Number of the county's approval (批准文号), at most 100 characters; required then.");
    }
}

/// <summary>Another name.</summary>
internal sealed class RenameNameplateInput : TownshipSetInput
{
    public RenameNameplateInput() : base("RenameNameplateInput", "Another name of a nameplate (牌子更名). T034.")
    {
        Needs<IntGraphType>("nameplate", "The nameplate, by its number (序号).");
        Needs<StringGraphType>("name", "Name, 1 to 50 characters, once in a township (名称).");
    }
}

/// <summary>An end.</summary>
internal sealed class RemoveNameplateInput : TownshipSetInput
{
    public RemoveNameplateInput() : base("RemoveNameplateInput", "A nameplate to be removed (摘牌). T034.") => Needs<IntGraphType>("nameplate", "The nameplate, by its number (序号).");
}

/// <summary>Seals, teams, platforms.</summary>
internal sealed class RecordUnityInput : TownshipSetInput
{
    public RecordUnityInput() : base("RecordUnityInput", "How many a township has of seals, teams and platforms (登记三个一). R024.")
    {
        Needs<IntGraphType>("approvalSeals", "Seals for approval, 0 to 100,000 (审批印章数).");
        Needs<IntGraphType>("enforcementTeams", "Teams for enforcement, 0 to 100,000 (执法队伍数).");
        Needs<IntGraphType>("governancePlatforms", "Platforms for governance, 0 to 100,000 (治理平台数).");
    }
}

/// <summary>Quota.</summary>
internal sealed class SetStaffQuotaInput : TownshipSetInput
{
    public SetStaffQuotaInput() : base("SetStaffQuotaInput", "Quota of staff outside the establishment (核定编外聘用人员定额). R027.")
    {
        Needs<IntGraphType>("quota", "The quota, 0 to 100,000 (定额). Below the present count it is flagged, and nobody more is hired.");
        May<StringGraphType>("source", "Document that sets it, at most 200 characters (依据文件); without it the quota is assumed.");
    }
}

/// <summary>Count.</summary>
internal sealed class RecordOutsideStaffInput : TownshipSetInput
{
    public RecordOutsideStaffInput() : base("RecordOutsideStaffInput", "Count of staff outside the establishment (登记编外聘用人员数). R027.") => Needs<IntGraphType>("count", "How many there are now, 0 to 100,000 (人数).");
}
