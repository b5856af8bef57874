using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Establishments;

/// <summary>A command about a county's establishment (机构编制指令). R020-R027, T030-T037: by the county's establishment office.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "command")]
[JsonDerivedType(typeof(SetEstablishmentTotal), "SetEstablishmentTotal")]
[JsonDerivedType(typeof(MoveTownshipPosts), "MoveTownshipPosts")]
[JsonDerivedType(typeof(ClassifyTownship), "ClassifyTownship")]
[JsonDerivedType(typeof(AddTownshipOrgans), "AddTownshipOrgans")]
[JsonDerivedType(typeof(RenameTownshipOrgan), "RenameTownshipOrgan")]
[JsonDerivedType(typeof(RemoveTownshipOrgan), "RemoveTownshipOrgan")]
[JsonDerivedType(typeof(AddNameplate), "AddNameplate")]
[JsonDerivedType(typeof(RenameNameplate), "RenameNameplate")]
[JsonDerivedType(typeof(RemoveNameplate), "RemoveNameplate")]
[JsonDerivedType(typeof(RecordUnity), "RecordUnity")]
[JsonDerivedType(typeof(SetStaffQuota), "SetStaffQuota")]
[JsonDerivedType(typeof(RecordOutsideStaff), "RecordOutsideStaff")]
public abstract record EstablishmentCommand;

/// <summary>A command about one township's part of it.</summary>
/// <param name="Township">The township or street.</param>
public abstract record TownshipCommand(UnitCode Township) : EstablishmentCommand;

/// <summary>Record the county's posts for its townships (核定编制总量). R025.</summary>
public sealed record SetEstablishmentTotal(int Total) : EstablishmentCommand;

/// <summary>Allot posts, take them back or move them, all in one step (调整编制). R025, R026.</summary>
/// <param name="Shifts">By how much each township's posts change, each township once.</param>
/// <param name="Reason">Why; may be null.</param>
public sealed record MoveTownshipPosts(ImmutableList<PostShift> Shifts, string? Reason = null) : EstablishmentCommand;

/// <summary>Record a township's class (划定类别). R003, R008.</summary>
/// <param name="Township">The township or street.</param>
/// <param name="Class">The class.</param>
/// <param name="Source">Document that classifies it; without it the class is assumed.</param>
public sealed record ClassifyTownship(UnitCode Township, TownshipClass Class, string? Source = null) : TownshipCommand(Township);

/// <summary>Add organs, all or none (设置机构). T030-T033, T035.</summary>
public sealed record AddTownshipOrgans(UnitCode Township, ImmutableList<NewOrgan> Organs) : TownshipCommand(Township);

/// <summary>Rename an organ (机构更名). T037.</summary>
public sealed record RenameTownshipOrgan(UnitCode Township, int Organ, string Name) : TownshipCommand(Township);

/// <summary>Remove an organ (撤销机构). T037, R022.</summary>
public sealed record RemoveTownshipOrgan(UnitCode Township, int Organ) : TownshipCommand(Township);

/// <summary>Add a nameplate (加挂牌子). T034, R021.</summary>
/// <param name="Township">The township or street.</param>
/// <param name="Name">Name.</param>
/// <param name="Reason">Why one more than the limit; required then.</param>
/// <param name="Approval">Number of the county's approval; required then.</param>
public sealed record AddNameplate(UnitCode Township, string Name, string? Reason = null, string? Approval = null) : TownshipCommand(Township);

/// <summary>Rename a nameplate (牌子更名). T034.</summary>
public sealed record RenameNameplate(UnitCode Township, int Nameplate, string Name) : TownshipCommand(Township);

/// <summary>Remove a nameplate (摘牌). T034.</summary>
public sealed record RemoveNameplate(UnitCode Township, int Nameplate) : TownshipCommand(Township);

/// <summary>Record seals, teams and platforms (登记三个一). R024.</summary>
public sealed record RecordUnity(UnitCode Township, int ApprovalSeals, int EnforcementTeams, int GovernancePlatforms) : TownshipCommand(Township);

/// <summary>Set the quota of staff outside the establishment (核定编外聘用人员定额). R027.</summary>
/// <param name="Township">The township or street.</param>
/// <param name="Quota">The quota.</param>
/// <param name="Source">Document that sets it; without it the quota is assumed.</param>
public sealed record SetStaffQuota(UnitCode Township, int Quota, string? Source = null) : TownshipCommand(Township);

/// <summary>Record the count of staff outside the establishment (登记编外聘用人员数). R027: by the office, or the township whose staff it is.</summary>
public sealed record RecordOutsideStaff(UnitCode Township, int Count) : TownshipCommand(Township);
