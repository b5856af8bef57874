using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Posts;

/// <summary>What happened about an agency's people (派驻机构人事事件). State is folded from these. <c>Terms</c> replace those with the same id, or are added.</summary>
/// <param name="At">When it took effect.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(PostsOpened), "PostsOpened")]
[JsonDerivedType(typeof(PostsRecorded), "PostsRecorded")]
[JsonDerivedType(typeof(PartyRelationsRecorded), "PartyRelationsRecorded")]
[JsonDerivedType(typeof(HeadOpinionAsked), "HeadOpinionAsked")]
[JsonDerivedType(typeof(HeadOpinionProposed), "HeadOpinionProposed")]
[JsonDerivedType(typeof(HeadOpinionAgreed), "HeadOpinionAgreed")]
[JsonDerivedType(typeof(HeadOpinionReturned), "HeadOpinionReturned")]
[JsonDerivedType(typeof(HeadNoReplyRecorded), "HeadNoReplyRecorded")]
[JsonDerivedType(typeof(HeadDecided), "HeadDecided")]
[JsonDerivedType(typeof(HeadWithdrawn), "HeadWithdrawn")]
[JsonDerivedType(typeof(InquiryRaised), "InquiryRaised")]
[JsonDerivedType(typeof(InquiryBegun), "InquiryBegun")]
[JsonDerivedType(typeof(InquiryFound), "InquiryFound")]
[JsonDerivedType(typeof(InquiryFedBack), "InquiryFedBack")]
[JsonDerivedType(typeof(InquiryClosed), "InquiryClosed")]
[JsonDerivedType(typeof(SecondmentRequested), "SecondmentRequested")]
[JsonDerivedType(typeof(SecondmentAgreed), "SecondmentAgreed")]
[JsonDerivedType(typeof(SecondmentRefused), "SecondmentRefused")]
[JsonDerivedType(typeof(SecondmentBegun), "SecondmentBegun")]
[JsonDerivedType(typeof(SecondmentEnded), "SecondmentEnded")]
[JsonDerivedType(typeof(StaffChanged), "StaffChanged")]
[JsonDerivedType(typeof(TownshipInformed), "TownshipInformed")]
[JsonDerivedType(typeof(PostRungsFired), "PostRungsFired")]
[JsonDerivedType(typeof(PostTermsReprojected), "PostTermsReprojected")]
public abstract record PostEvent(DateTimeOffset At)
{
    /// <summary>Name in the trace.</summary>
    [JsonIgnore]
    public string Name => GetType().Name;

    /// <summary>Whether time or the calendar made it happen, and nobody's step: it takes effect whoever acts next.</summary>
    [JsonIgnore]
    public bool IsNobodysStep => this is PostRungsFired or PostTermsReprojected;

    /// <summary>Reason or note, as the trace shows it.</summary>
    [JsonIgnore]
    public virtual string? Why => null;

    /// <summary>Rule that it rests on.</summary>
    [JsonIgnore]
    public abstract string Rule { get; }
}

/// <summary>The record is open (人事事项已建立).</summary>
public sealed record PostsOpened(DateTimeOffset At, OrganCode Agency, OrganCode Department, UnitCode Host, bool HostIsStreet, ImmutableList<UnitCode> Served) : PostEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A001";
}

/// <summary>Posts were recorded (编制已登记). A012.</summary>
public sealed record PostsRecorded(DateTimeOffset At, int Posts, int Filled) : PostEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A012";
}

/// <summary>Party relations were recorded (党团组织关系已登记). A005.</summary>
public sealed record PartyRelationsRecorded(DateTimeOffset At, PartyRelations Party) : PostEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Party.Reason;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A005";
}

/// <summary>The written request went out (已书面征求意见). A007.</summary>
public sealed record HeadOpinionAsked(DateTimeOffset At, HeadConsultation Head, ImmutableList<Term> Terms) : PostEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A007";
}

/// <summary>The host proposed the opinion (已拟定意见). A016.</summary>
public sealed record HeadOpinionProposed(DateTimeOffset At, int Consultation, HeadOpinion Opinion, string Text, UnitCode Township) : PostEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Text;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A016";
}

/// <summary>A township agreed to the text (已同意拟定意见). A016.</summary>
public sealed record HeadOpinionAgreed(DateTimeOffset At, int Consultation, UnitCode Township) : PostEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A016";
}

/// <summary>The opinion came back (已答复). A008.</summary>
public sealed record HeadOpinionReturned(DateTimeOffset At, int Consultation, ImmutableList<Term> Terms) : PostEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A008";
}

/// <summary>No reply came (未答复). A008.</summary>
public sealed record HeadNoReplyRecorded(DateTimeOffset At, int Consultation, string Reason, ImmutableList<Term> Terms) : PostEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Reason;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A008";
}

/// <summary>Decided (已决定任免). A007.</summary>
public sealed record HeadDecided(DateTimeOffset At, int Consultation, string? Against, ImmutableList<Term> Terms) : PostEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Against;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A007";
}

/// <summary>The consultation was withdrawn (已撤回征求意见). A007.</summary>
public sealed record HeadWithdrawn(DateTimeOffset At, int Consultation, string Reason, ImmutableList<Term> Terms) : PostEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Reason;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A007";
}
