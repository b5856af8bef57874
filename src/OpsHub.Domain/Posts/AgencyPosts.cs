using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Posts;

/// <summary>People decisions of a stationed agency (派驻机构人事事项): posts and counts, never names; no dossier of anybody. A005-A016, A046.
/// Changed only by <see cref="PostFold"/>.</summary>
public sealed record AgencyPosts
{
    /// <summary>The agency.</summary>
    public required OrganCode Agency { get; init; }

    /// <summary>Dispatching department (派出部门).</summary>
    public required OrganCode Department { get; init; }

    /// <summary>Host township (驻地乡镇街道).</summary>
    public required UnitCode Host { get; init; }

    /// <summary>The host is a street (街道); otherwise a township, whose consent is a right. R033, resolution 21.</summary>
    public required bool HostIsStreet { get; init; }

    /// <summary>Townships served, the host among them, ascending.</summary>
    public required ImmutableList<UnitCode> Served { get; init; }

    /// <summary>Posts (编制数). A012.</summary>
    public int Posts { get; init; }

    /// <summary>Of those, filled (在岗数).</summary>
    public int Filled { get; init; }

    /// <summary>Party and League relations (党团组织关系), or null before they were recorded.</summary>
    public PartyRelations? Party { get; init; }

    /// <summary>Consultations on heads, oldest first (负责人任免征求意见).</summary>
    public ImmutableList<HeadConsultation> Heads { get; init; } = [];

    /// <summary>Inquiries on heads, oldest first (调查核实).</summary>
    public ImmutableList<HeadInquiry> Inquiries { get; init; } = [];

    /// <summary>Secondments, oldest first (抽调借用).</summary>
    public ImmutableList<Secondment> Secondments { get; init; } = [];

    /// <summary>Changes of staff, oldest first (人员调整).</summary>
    public ImmutableList<StaffChange> Changes { get; init; } = [];

    /// <summary>All terms, in order of opening.</summary>
    public ImmutableList<Term> Terms { get; init; } = [];

    /// <summary>Version of the calendar that its open terms were last counted again by; 1 before that (日历版本).</summary>
    public int Calendar { get; init; } = 1;

    /// <summary>When its newest step took effect.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Rate of posts filled, 0-1 (在岗率); null without posts. A012: 10 posts, 8 filled: 80 %.</summary>
    [JsonIgnore]
    public decimal? FillRate => Posts == 0 ? null : (decimal)Filled / Posts;

    /// <summary>Posts not filled (缺编数). A046.</summary>
    [JsonIgnore]
    public int Short => Math.Max(0, Posts - Filled);

    /// <summary>Staff that left in a year (流出人数), for the turnover. A012.</summary>
    public int Left(int year) => Changes.Where(c => c.Move == StaffMove.Out && LocalDay.Of(c.At).Year == year).Sum(c => c.Count);

    /// <summary>Share of the posts from which somebody left in a year (流出率), 0 or more; null without posts. A012; by posts, assumed: the text names no base.</summary>
    public decimal? Turnover(int year) => Posts == 0 ? null : (decimal)Left(year) / Posts;

    /// <summary>The record as the agency stands now (派驻关系现状): whoever serves it no longer, or serves it since, has the rights of today.</summary>
    public AgencyPosts In(PostFacts? now) => now is null ? this : (this with { Department = now.Department, Host = now.Host, HostIsStreet = now.HostIsStreet, Served = now.Served }).Held();

    // A term keeps the organ that it began with; whoever must act now is the one that stands there now.
    private AgencyPosts Held() => Terms.TrueForAll(t => !t.IsOpen || PostTerms.HolderOf(this, t).Value == t.Holder)
        ? this
        : this with { Terms = Terms.ConvertAll(t => t.IsOpen ? t with { Holder = PostTerms.HolderOf(this, t).Value } : t) };
}

/// <summary>Party and League relations of the agency's staff (党团组织关系). A005, A006: counts and flags.</summary>
/// <param name="Transferred">Moved to the township's organisation.</param>
/// <param name="NotTransferred">Not moved.</param>
/// <param name="Reason">Why some are not.</param>
/// <param name="OwnOrganisation">The agency has a party organisation of its own; the township party committee leads it.</param>
public sealed record PartyRelations(int Transferred, int NotTransferred, string? Reason, bool OwnOrganisation);

/// <summary>A consultation on a head (负责人任免征求意见). A007, A008, A016.</summary>
/// <param name="Id">1 for the first.</param>
/// <param name="Matter">What is to be decided.</param>
/// <param name="Post">The post, such as 所长; never a person.</param>
/// <param name="Letter">Number of the written request (征求意见函).</param>
/// <param name="By">Who asks, and decides: the department or the county (organisation department).</param>
/// <param name="At">When it was sent.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="Opinion">The opinion proposed by the host, or returned.</param>
/// <param name="Text">Its text.</param>
/// <param name="Agreed">Townships that agree to this very text. A016.</param>
/// <param name="NoReplyWhy">Why it is decided without a reply.</param>
/// <param name="DecidedAt">When it was decided.</param>
/// <param name="Against">Decided against the opinion, with this reason: flagged. Resolution 21.</param>
/// <param name="Proposal">Which of the host's proposals stands (第几次拟定), 1 for the first; 0 before it. A016.</param>
/// <param name="WithdrawnWhy">Why who asked withdrew it.</param>
public sealed record HeadConsultation(
    int Id, HeadMatter Matter, string Post, string Letter, OrganCode By, DateTimeOffset At, HeadStage Stage, HeadOpinion? Opinion, string? Text, ImmutableSortedSet<UnitCode> Agreed,
    string? NoReplyWhy = null, DateTimeOffset? DecidedAt = null, string? Against = null, int Proposal = 0, string? WithdrawnWhy = null)
{
    /// <summary>Decided or withdrawn.</summary>
    [JsonIgnore]
    public bool IsOver => Stage is HeadStage.Decided or HeadStage.Withdrawn;
}

/// <summary>An inquiry on a head (对负责人的意见和调查核实). A009-A011.</summary>
/// <param name="Id">1 for the first.</param>
/// <param name="Township">Who raised it.</param>
/// <param name="Grounds">Why.</param>
/// <param name="To">Who investigates: the department, or the county (organisation department).</param>
/// <param name="At">When.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="Finding">What was found.</param>
/// <param name="Feedback">What the township was told.</param>
public sealed record HeadInquiry(int Id, UnitCode Township, string Grounds, OrganCode To, DateTimeOffset At, InquiryStage Stage, string? Finding = null, string? Feedback = null);

/// <summary>A secondment (抽调借用). A014, A015: how many, where to, never who.</summary>
/// <param name="Id">1 for the first.</param>
/// <param name="Need">Why it is truly needed (工作需要).</param>
/// <param name="To">Where to, in words.</param>
/// <param name="Count">How many.</param>
/// <param name="Until">Last day.</param>
/// <param name="At">When it was asked for.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="Agreed">Served townships that consent; all of them are the township side's consent. A016.</param>
/// <param name="PersonnelAt">When the organisation and personnel department consented.</param>
/// <param name="RefusedBy">Who refused.</param>
/// <param name="RefusedWhy">Why.</param>
public sealed record Secondment(
    int Id, string Need, string To, int Count, DateOnly Until, DateTimeOffset At, SecondmentStage Stage, ImmutableSortedSet<UnitCode> Agreed, DateTimeOffset? PersonnelAt = null,
    SecondmentSide? RefusedBy = null, string? RefusedWhy = null);

/// <summary>A change of ordinary staff (人员调整). A013.</summary>
/// <param name="Id">1 for the first.</param>
/// <param name="Move">In, out, or within.</param>
/// <param name="Post">The post.</param>
/// <param name="Count">How many.</param>
/// <param name="At">When.</param>
/// <param name="InformedAt">When the township was informed; null: notice is due.</param>
/// <param name="Notice">Reference of the notice.</param>
public sealed record StaffChange(int Id, StaffMove Move, string Post, int Count, DateTimeOffset At, DateTimeOffset? InformedAt = null, string? Notice = null);
