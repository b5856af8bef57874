using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Posts;

/// <summary>A township raised an opinion (已提出意见). A009.</summary>
public sealed record InquiryRaised(DateTimeOffset At, HeadInquiry Inquiry, ImmutableList<Term> Terms) : PostEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Inquiry.Grounds;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A009";
}

/// <summary>Investigation began (已开始调查). A010.</summary>
public sealed record InquiryBegun(DateTimeOffset At, int Inquiry) : PostEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A010";
}

/// <summary>What was found (调查结果). A010.</summary>
public sealed record InquiryFound(DateTimeOffset At, int Inquiry, bool Verified, string Finding) : PostEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Finding;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A010";
}

/// <summary>The township was told (已反馈). A011.</summary>
public sealed record InquiryFedBack(DateTimeOffset At, int Inquiry, string Feedback, ImmutableList<Term> Terms) : PostEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Feedback;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A011";
}

/// <summary>Closed (已办结). A011.</summary>
public sealed record InquiryClosed(DateTimeOffset At, int Inquiry) : PostEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A011";
}

/// <summary>Asked for (已申请抽调借用). A014.</summary>
public sealed record SecondmentRequested(DateTimeOffset At, Secondment Secondment, ImmutableList<Term> Terms) : PostEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Secondment.Need;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A014";
}

/// <summary>A consent (已同意抽调借用). A015.</summary>
public sealed record SecondmentAgreed(DateTimeOffset At, int Secondment, SecondmentSide Side, UnitCode? Township, ImmutableList<Term> Terms) : PostEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A015";
}

/// <summary>A refusal (不同意抽调借用). A015.</summary>
public sealed record SecondmentRefused(DateTimeOffset At, int Secondment, SecondmentSide Side, string Reason, ImmutableList<Term> Terms) : PostEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Reason;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A015";
}

/// <summary>Begun (已开始借用). A015.</summary>
public sealed record SecondmentBegun(DateTimeOffset At, int Secondment, ImmutableList<Term> Terms) : PostEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A015";
}

/// <summary>Back (借用已返回). A015.</summary>
public sealed record SecondmentEnded(DateTimeOffset At, int Secondment, ImmutableList<Term> Terms) : PostEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A015";
}

/// <summary>Ordinary staff changed (人员已调整). A013.</summary>
public sealed record StaffChanged(DateTimeOffset At, StaffChange Change, ImmutableList<Term> Terms) : PostEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A013";
}

/// <summary>The township was informed (已告知乡镇街道). A013.</summary>
public sealed record TownshipInformed(DateTimeOffset At, int Change, string Notice, ImmutableList<Term> Terms) : PostEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Notice;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A013";
}

/// <summary>Rungs of terms were passed (期限到点). Each once.</summary>
public sealed record PostRungsFired(DateTimeOffset At, ImmutableList<Rung> Rungs) : PostEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A008";
}

/// <summary>Terms were counted again by another calendar (期限重新推算). Resolution 6.</summary>
public sealed record PostTermsReprojected(DateTimeOffset At, ImmutableList<Term> Terms) : PostEvent(At)
{
    /// <summary>Version of the calendar; 1 in entries of before it was kept. No terms where only rungs moved.</summary>
    public int Calendar { get; init; } = 1;

    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Terms is [{ Ledger: [.., var newest] }, ..] ? newest.Reason : null;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A008";
}
