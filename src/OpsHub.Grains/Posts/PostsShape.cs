using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Posts;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Posts;
using OpsHub.Domain.Trace;
using OpsHub.Grains.Cases;
using OpsHub.Grains.Commits;
using OpsHub.Grains.Deadlines;

namespace OpsHub.Grains.Posts;

/// <summary>How people decisions are folded, named, indexed, and whom their steps tell.</summary>
internal sealed class PostsShape(IGrainFactory grains, IHubDirectory directory, IRuleBook rules, HubClock clock) : SubjectShape<AgencyPosts, PostEvent>
{
    /// <summary>The rules that hold for an agency at an instant, under the newest calendar of its county.</summary>
    public RuleBook Rules(OrganCode agency, DateTimeOffset now) => rules.On(LocalDay.Of(now), agency.Unit.CountyByCode);

    public override AgencyPosts Fold(AgencyPosts? state, PostEvent happened) => PostFold.Apply(state, happened);

    public override string NameOf(OrganCode organ) => directory.NameOf(organ);

    public override EventLine Describe(PostEvent happened) => new(happened.Name, happened.Why, happened.Rule);

    // The record opens by itself, and a rung that a command found passed is not of that command's making.
    public override Actor? ActorOf(AgencyPosts state, PostEvent happened) =>
        happened is PostsOpened || happened.IsNobodysStep ? Actor.Hub(state.Agency.Unit.At(UnitLevel.City)) : null;

    public override bool Reads(Actor actor, AgencyPosts state) => PostAccess.Reads(actor, Now(state));

    public override Publication Publish(string key, AgencyPosts stored, TraceChain trace, long version, long after)
    {
        var s = Now(stored);
        var steps = trace.Recent.FindAll(e => e.Sequence > after).ConvertAll(Step);
        return new(key, version)
        {
            Posts = Row(key, stored, version),
            Rungs = Rungs(key, stored, trace),
            // Later than that a notice may have been forgotten, and it would be told again.
            Notices = PostNotices.Of(key, s, steps.Where(e => clock.Now - e.At < CaseNotices.Planned), directory.NameOf(s.Agency)),
            Standing = steps.Exists(e => e.Event is not (PostsOpened or PostRungsFired)) ? PostNotices.Standing(s) : null,
        };
    }

    public override Task Push(string key, AgencyPosts? before, AgencyPosts state, TraceChain trace, long version) => grains.Announce(Rungs(key, state, trace).FirstOrDefault(), clock);

    private AgencyPosts Now(AgencyPosts stored) => stored.In(directory.PostFactsOf(stored.Agency));

    private ImmutableList<RungRow> Rungs(string key, AgencyPosts s, TraceChain trace)
    {
        var book = Rules(s.Agency, clock.Now);
        return PostTerms.Ahead(s, book.Calendar, book.Posts).ConvertAll(r => r.Row(key, trace.SettledAt()));
    }

    private static PostsRow Row(string key, AgencyPosts s, long version) => new()
    {
        Key = key,
        Version = version,
        Agency = s.Agency,
        Posts = s.Posts,
        Filled = s.Filled,
        DueAt = PostTerms.Nearest(s)?.Due,
        ChangedAt = s.ChangedAt,
        Matters =
        [
            .. s.Heads.Select(h => Matter(s, PostMatterKind.HeadConsultation, h.Id, $"{h.Stage}", h.At, !h.IsOver, "opinion", "unanimity")),
            .. s.Inquiries.Select(i => Matter(s, PostMatterKind.Inquiry, i.Id, $"{i.Stage}", i.At, i.Stage != InquiryStage.Closed, "inquiry")),
            .. s.Secondments.Select(a => Matter(s, PostMatterKind.Secondment, a.Id, $"{a.Stage}", a.At, a.Stage is SecondmentStage.Requested or SecondmentStage.Active, "township", "personnel", "away")),
            .. s.Changes.Select(c => Matter(s, PostMatterKind.StaffChange, c.Id, c.InformedAt is null ? "Recorded" : "Informed", c.At, c.InformedAt is null, "notice")),
        ],
    };

    private static PostMatterRow Matter(AgencyPosts s, PostMatterKind kind, int id, string stage, DateTimeOffset at, bool open, params ReadOnlySpan<string> stems)
    {
        DateTimeOffset? due = null;
        foreach (var stem in stems)
        {
            if (s.Terms.Find(t => t.IsOpen && t.Id == string.Create(CultureInfo.InvariantCulture, $"{stem}-{id}")) is { } term && !(due <= term.Due))
                due = term.Due;
        }

        return new(s.Agency, kind, id, stage, at, due, open);
    }

    private static PostStep Step(TraceEntry e) => new(e.Sequence, e.At, e.Organ, JsonSerializer.Deserialize<PostEvent>(e.Content, DomainSerialization.Options)!);
}
