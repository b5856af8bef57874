using System.Collections.Immutable;
using OpsHub.Domain.Establishments;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Contracts.Tests;

/// <summary>One of each command and event of a county's establishment, every field set.</summary>
internal static class EstablishmentSamples
{
    private static readonly DateTimeOffset At = CaseSamples.At;
    private static readonly UnitCode County = UnitCode.Parse("430203");
    private static readonly UnitCode Town = UnitCode.Parse("430203100");

    public static readonly ImmutableList<EstablishmentCommand> Commands =
    [
        new SetEstablishmentTotal(500), new MoveTownshipPosts([new(Town, 30)], "职责强化"), new ClassifyTownship(Town, TownshipClass.Second, "株编办〔2018〕12号"),
        new AddTownshipOrgans(Town, [new(TownshipOrganKind.Office, "党政办公室"), new(TownshipOrganKind.Station, "自然资源所", true)]), new RenameTownshipOrgan(Town, 1, "党政综合办公室"), new RemoveTownshipOrgan(Town, 2),
        new AddNameplate(Town, "人民武装部", "征兵任务重", "芦编〔2018〕4号"), new RenameNameplate(Town, 1, "武装部"), new RemoveNameplate(Town, 1), new RecordUnity(Town, 1, 2, 0),
        new SetStaffQuota(Town, 20, "芦编〔2018〕5号"), new RecordOutsideStaff(Town, 18),
    ];

    public static readonly ImmutableList<EstablishmentEvent> Events =
    [
        new EstablishmentTotalSet(At, County, 500), new TownshipPostsMoved(At, County, [new(Town, 30)], "职责强化"), new TownshipClassified(At, County, Town, TownshipClass.Second, "株编办〔2018〕12号"),
        new TownshipOrgansAdded(At, County, Town, [new(1, TownshipOrganKind.Office, "党政办公室"), new(2, TownshipOrganKind.Station, "自然资源所", true), new(3, TownshipOrganKind.Brigade, "综合行政执法大队")]),
        new TownshipOrganRenamed(At, County, Town, 1, "党政综合办公室"), new TownshipOrganRemoved(At, County, Town, 2), new NameplateAdded(At, County, Town, new(1, "人民武装部", "征兵任务重", "芦编〔2018〕4号")),
        new NameplateRenamed(At, County, Town, 1, "武装部"), new NameplateRemoved(At, County, Town, 1), new UnityRecorded(At, County, Town, new(1, 2, 0)),
        new StaffQuotaSet(At, County, Town, 20, "芦编〔2018〕5号"), new OutsideStaffRecorded(At, County, Town, 18), new NameplateAdded(At, County, Town, new(2, "退役军人服务站")),
    ];
}
