using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Filings;

/// <summary>What happened about what a unit has on file (制度备案事件). State is folded from these. <c>Terms</c> replace those with the same id, or are added.</summary>
/// <param name="At">When it took effect.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(FilingsOpened), "FilingsOpened")]
[JsonDerivedType(typeof(FilingsReviewed), "FilingsReviewed")]
[JsonDerivedType(typeof(DocumentIssued), "DocumentIssued")]
[JsonDerivedType(typeof(MeasuresFiled), "MeasuresFiled")]
[JsonDerivedType(typeof(FilingConfirmed), "FilingConfirmed")]
[JsonDerivedType(typeof(ListPublished), "ListPublished")]
[JsonDerivedType(typeof(FiledWithdrawn), "FiledWithdrawn")]
[JsonDerivedType(typeof(FilingRungsFired), "FilingRungsFired")]
[JsonDerivedType(typeof(FilingTermsReprojected), "FilingTermsReprojected")]
public abstract record FilingEvent(DateTimeOffset At)
{
    /// <summary>Name in the trace.</summary>
    [JsonIgnore]
    public string Name => GetType().Name;

    /// <summary>Reason or note, as the trace shows it.</summary>
    [JsonIgnore]
    public virtual string? Why => null;

    /// <summary>Rule that it rests on.</summary>
    [JsonIgnore]
    public abstract string Rule { get; }

    /// <summary>It came with time or with the hierarchy, and is nobody's act.</summary>
    [JsonIgnore]
    public virtual bool IsNobodysStep => false;
}

/// <summary>The record is open: everything is owed (备案义务已设立).</summary>
public sealed record FilingsOpened(DateTimeOffset At, UnitCode Unit, ImmutableList<UnitCode> Townships, ImmutableList<Term> Terms, UnitCode? County = null) : FilingEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => Unit.Level == UnitLevel.County ? "A042" : "R019";

    /// <inheritdoc />
    [JsonIgnore]
    public override bool IsNobodysStep => true;
}

/// <summary>The hierarchy changed, and what is owed with it (备案义务已核对).</summary>
public sealed record FilingsReviewed(DateTimeOffset At, bool InForce, ImmutableList<UnitCode> Townships, ImmutableList<Term> Terms, UnitCode? County = null) : FilingEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A047";

    /// <inheritdoc />
    [JsonIgnore]
    public override bool IsNobodysStep => true;
}

/// <summary>A document was put on file, and replaces the former of its kind (文件已登记).</summary>
public sealed record DocumentIssued(DateTimeOffset At, FiledDocument Document, ImmutableList<Term> Terms) : FilingEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Document.Title;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => FilingDuties.RuleOf(Document.Kind);
}

/// <summary>Implementing measures were filed with a city organ (已报备). A042.</summary>
public sealed record MeasuresFiled(DateTimeOffset At, int Document, FilingReceiver With, string Reference, ImmutableList<Term> Terms) : FilingEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Reference;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A042";
}

/// <summary>The city organ confirmed receipt (已确认收悉). A042.</summary>
public sealed record FilingConfirmed(DateTimeOffset At, int Document, FilingReceiver With, OrganCode By) : FilingEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A042";
}

/// <summary>A list was published (清单已公布). T009.</summary>
public sealed record ListPublished(DateTimeOffset At, int Document, ListPublication Publication) : FilingEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Publication.Address;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "T009";
}

/// <summary>A document was withdrawn, and is owed again (文件已废止).</summary>
public sealed record FiledWithdrawn(DateTimeOffset At, int Document, FilingKind Kind, string Reason, ImmutableList<Term> Terms) : FilingEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Reason;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => FilingDuties.RuleOf(Kind);
}

/// <summary>Rungs were passed (期限到点).</summary>
public sealed record FilingRungsFired(DateTimeOffset At, ImmutableList<Rung> Rungs) : FilingEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A042";

    /// <inheritdoc />
    [JsonIgnore]
    public override bool IsNobodysStep => true;
}

/// <summary>Terms were counted again by another calendar (期限重新推算). Resolution 6.</summary>
/// <param name="At">When.</param>
/// <param name="Calendar">Version of that calendar.</param>
/// <param name="Terms">Those whose due moved; none where only rungs do.</param>
public sealed record FilingTermsReprojected(DateTimeOffset At, int Calendar, ImmutableList<Term> Terms) : FilingEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A042";

    /// <inheritdoc />
    [JsonIgnore]
    public override bool IsNobodysStep => true;
}
