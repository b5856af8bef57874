using GraphQL.Types;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Consultations;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Hierarchy;

/// <summary>A unit's live figures.</summary>
internal sealed class UnitSummaryType : Described<SummaryView>
{
    public UnitSummaryType(IHubDirectory directory) : base("UnitSummary",
        "A unit's or agency's live figures as read at asOf (实时汇总). All counts are cases of its subtree, and consultations where it says so, never persons.")
    {
        One<UnitType>("unit", "The unit; of an agency its host township.", s => directory.Node(s.Code.Unit));
        One<StringGraphType>("code", "Code of the unit or agency.", s => s.Code.Value);
        One<StringGraphType>("name", "Chinese name of the unit or agency (名称).", s => directory.NameOf(s.Code));
        One<StringGraphType>("epoch", "Decimal number. The greater pair (epoch, version) is newer; drop what is not greater. 0 for a child that has nothing.", s => s.Epoch);
        One<StringGraphType>("version", "Decimal number; counts changes within the epoch.", s => s.Version);
        One<InstantType>("asOf", "The instant at which overdue and due figures were read (截至), to the second.", s => s.AsOf);
        One<IntGraphType>("open", "Open cases (在办).", s => s.Reading.Open);
        One<IntGraphType>("overdue", "Open cases whose nearest term has passed (超期). A subset of open.", s => s.Reading.Overdue);
        Maybe<IntGraphType>("overduePerMille", "overdue / open in per mille, 0 to 1000, floored (超期率); null while nothing is open.", s => s.OverduePerMille);
        One<IntGraphType>("dueToday", "Open cases whose nearest term falls due later today, until 24:00 (今日到期、未办).", s => s.Reading.DueToday);
        One<IntGraphType>("dueTodayDone", "Cases whose handling term falls due today and is done already (今日到期、已办).", s => s.Reading.DueTodayDone);
        One<IntGraphType>("dueWithinHour", "Open cases that fall due within the next 60 minutes (一小时内到期).", s => s.Reading.DueWithinHour);
        One<IntGraphType>("reportedToday", "Cases reported since 00:00 (今日新增).", s => s.Reading.ReportedToday);
        One<IntGraphType>("reportedLastHour", "Cases reported since the last full hour (本小时新增).", s => s.Reading.ReportedLastHour);
        One<IntGraphType>("closedToday", "Cases closed since 00:00 (今日结案).", s => s.Reading.ClosedToday);
        One<IntGraphType>("closed30Days", "Cases closed today and on the 30 days before (近30日结案).", s => s.Reading.Closed30Days);
        One<IntGraphType>("onTime30Days", "Of those, the ones whose handling term was kept (按期办结).", s => s.Reading.OnTime30Days);
        Maybe<IntGraphType>("onTimePerMille", "onTime30Days / closed30Days in per mille, 0 to 1000, floored (按期率); null below 20 closed cases, which are not ranked.",
            s => s.OnTimePerMille);
        One<IntGraphType>("emergencies", "Open emergencies (紧急). T024, C065.", s => s.Reading.Emergencies);
        One<IntGraphType>("urged", "Open cases under urging (督办中).", s => s.Reading.Urged);
        One<IntGraphType>("reopened", "Open cases that were reopened (重开).", s => s.Reading.Reopened);
        One<IntGraphType>("provisional", "Open cases whose nearest due instant is provisional (暂定).", s => s.Reading.Provisional);
        Many<StageCountType>("byStage", "Open cases by stage, in order of the stages; stages without cases are left out.", s => s.Stages);
        Many<CategoryCountType>("byCategory", "Open cases by first-level category, most first, hidden counts last; categories without cases are left out. Empty where even the rest of open would tell a hidden count.", s => s.Categories);
        Maybe<ConsultationReadingType>("consultations", "The unit's consultations (协商概况), none of an agency's; null for a past instant, for which cases alone are read again.", s => s.Consultations);
        AllLive();
    }
}

/// <summary>Open cases in a stage.</summary>
internal sealed class StageCountType : Described<StageCount>
{
    public StageCountType() : base("StageCount", "Open cases in one stage (各环节在办).")
    {
        One<CaseStageType>("stage", "The stage (案件状态).", c => c.Stage);
        One<IntGraphType>("count", "Open cases, at least 1.", c => c.Count);
        AllLive();
    }
}

/// <summary>Open cases of a category.</summary>
internal sealed class CategoryCountType : Described<CategoryCount>
{
    public CategoryCountType(IRuleBook rules) : base("CategoryCount", "Open cases of one first-level category (各类别在办). G006, G007.")
    {
        One<StringGraphType>("category", "First-level code, e.g. `Q01`.", c => c.Category);
        One<StringGraphType>("name", "Chinese name; the code itself when unknown.", c => rules.Current.Cases.Categories.GetValueOrDefault(c.Category)?.Name ?? c.Category);
        Maybe<IntGraphType>("count", "Open cases, at least 1; null when hidden.", c => c.Count);
        One<BooleanGraphType>("hidden", $"True when the count is hidden (小数隐藏): in communities and grids counts below {SmallCounts.Threshold} of dispute and special-group categories (W03-W05, W07, W08), "
            + "and as many small others as it takes to keep them from being worked out of these counts; lists of cases show such a category at its first level. T004, G055.", c => c.Count is null);
        AllLive();
    }
}

/// <summary>Levels.</summary>
internal sealed class UnitLevelType() : EnumType<UnitLevel>("UnitLevel", "Level of a unit (层级). G011.",
    ("CITY", UnitLevel.City, "Prefecture city (市), code of 4 digits."),
    ("COUNTY", UnitLevel.County, "County, county-level city or district (县市区), 6 digits."),
    ("TOWNSHIP", UnitLevel.Township, "Township, town or subdistrict (乡镇、街道), 9 digits."),
    ("COMMUNITY", UnitLevel.Community, "Community or village (社区、村), 12 digits."),
    ("GRID", UnitLevel.Grid, "Grid (网格), 15 digits."));

/// <summary>How many units stand below.</summary>
internal sealed class UnitCountsType : Described<UnitCounts>
{
    public UnitCountsType() : base("UnitCounts", "How many units in force stand below a unit, by level (下辖单位数).")
    {
        One<IntGraphType>("counties", "Counties, county-level cities and districts (县市区).", c => c.Counties);
        One<IntGraphType>("townships", "Townships, towns and subdistricts (乡镇、街道).", c => c.Townships);
        One<IntGraphType>("communities", "Communities and villages (社区、村).", c => c.Communities);
        One<IntGraphType>("grids", "Grids (网格).", c => c.Grids);
        AllLive();
    }
}
