using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Trace;

namespace OpsHub.Grains.Hierarchy;

/// <summary>City (市).</summary>
internal sealed class CityGrain([PersistentState("state")] IPersistentState<SubjectDocument<Unit>> store, UnitServices services)
    : UnitGrain(store, services), ICityGrain;

/// <summary>County-level division (县市区).</summary>
internal sealed class CountyGrain([PersistentState("state")] IPersistentState<SubjectDocument<Unit>> store, UnitServices services)
    : UnitGrain(store, services), ICountyGrain;

/// <summary>Township or subdistrict (乡镇、街道).</summary>
internal sealed class TownshipGrain([PersistentState("state")] IPersistentState<SubjectDocument<Unit>> store, UnitServices services)
    : UnitGrain(store, services), ITownshipGrain;

/// <summary>Community or village (社区、村).</summary>
internal sealed class CommunityGrain([PersistentState("state")] IPersistentState<SubjectDocument<Unit>> store, UnitServices services)
    : UnitGrain(store, services), ICommunityGrain;

/// <summary>Grid (网格).</summary>
internal sealed class GridGrain([PersistentState("state")] IPersistentState<SubjectDocument<Unit>> store, UnitServices services)
    : UnitGrain(store, services), IGridGrain;
