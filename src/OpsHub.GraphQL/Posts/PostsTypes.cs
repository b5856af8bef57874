using System.Globalization;
using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Posts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Posts;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Agencies;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Posts;

/// <summary>People decisions of an agency. A node of this type exists only where the actor reads at least posts and counts.</summary>
internal sealed class AgencyPostsType : Described<PostsNode>
{
    private const string Whole = " Null for those who read posts and counts only, the agency among them: part 4.";

    private readonly HubClock _clock;

    public AgencyPostsType(IGrainFactory grains, IHubDirectory directory, PostsReader reader, TracePages traces, HubClock clock)
        : base("AgencyPosts", "People decisions of a stationed agency (派驻机构人事事项): posts and counts, consultations, inquiries and secondments; never a name. A005-A016, A046.")
    {
        _clock = clock;
        Interface<NodeInterface>();
        One<IdGraphType>("id", "Opaque global id.", p => GlobalId.OfPosts(p.State.Agency));
        AskMaybe<AgencyType>("agency", "The agency (派驻机构).", (_, p) => new(directory.Agency(p.State.Agency)));
        One<IntGraphType>("posts", "Posts (编制数). A012.", p => p.State.Posts);
        One<IntGraphType>("filled", "Of those, filled (在岗数). A012.", p => p.State.Filled);
        One<IntGraphType>("short", "Posts not filled (缺编数). A046.", p => p.State.Short);
        Maybe<FloatGraphType>("fillRate", "Share of posts filled, 0 to 1 and above where more are filled (在岗率); null without posts. A012.", p => (double?)p.State.FillRate);
        AskOne<IntGraphType>("left", "Staff that left in a year (流出人数). A012.", (context, p) => new(p.State.Left(Year(context)))).Argument<IntGraphType>("year", "The year; the present one when left out (年度).");
        AskMaybe<FloatGraphType>("turnover", "Share of the posts from which somebody left in a year (流出率), 0 or more; null without posts. By posts, assumed. A012.",
            (context, p) => new((double?)p.State.Turnover(Year(context)))).Argument<IntGraphType>("year", "The year; the present one when left out (年度).");
        Maybe<PartyRelationsType>("party", "Party and League relations (党团组织关系); null before they were recorded. A005.", p => p.State.Party);
        Many<PostFlagType>("flags", "What is wrong without blocking (提示); of posts and counts only for those who read no more.",
            p => PostTerms.Flags(p.State, clock.Now).FindAll(f => p.IsWhole || f.IsOfCounts)).WithAssumedSize(3);
        Maybe<IntGraphType>("openMatters", "Consultations, inquiries, secondments and changes in which somebody still has to act (待办事项数)." + Whole, p => p.IsWhole ? Open(p.State) : null);
        Matters<HeadConsultationConnectionType, HeadConsultation>("headConsultations", "Consultations on its head, oldest first (负责人任免征求意见). A007.", s => s.Heads, (p, h) => p.Node(h), h => h.Id);
        One<HeadConsultationType, HeadConsultation>("headConsultation", "One of them by its number; null where there is none, and for those who read none.", s => s.Heads, (p, h) => p.Node(h), h => h.Id);
        Matters<HeadInquiryConnectionType, HeadInquiry>("inquiries", "Inquiries on its head, oldest first (调查核实). A009.", s => s.Inquiries, (p, i) => p.Node(i), i => i.Id);
        One<HeadInquiryType, HeadInquiry>("inquiry", "One of them by its number; null where there is none, and for those who read none.", s => s.Inquiries, (p, i) => p.Node(i), i => i.Id);
        Matters<SecondmentConnectionType, Secondment>("secondments", "Secondments, oldest first (抽调借用). A014.", s => s.Secondments, (p, a) => p.Node(a), a => a.Id);
        One<SecondmentType, Secondment>("secondment", "One of them by its number; null where there is none, and for those who read none.", s => s.Secondments, (p, a) => p.Node(a), a => a.Id);
        Matters<StaffChangeConnectionType, StaffChange>("staffChanges", "Changes of ordinary staff, oldest first (人员调整). A013.", s => s.Changes, (p, c) => p.Node(c), c => c.Id);
        One<StaffChangeType, StaffChange>("staffChange", "One of them by its number; null where there is none, and for those who read none.", s => s.Changes, (p, c) => p.Node(c), c => c.Id);
        AskMany<PostMoveType>("moves", "Steps that the actor may take on the record, or to begin a matter (可办步骤); those of a matter stand with it.",
            (context, p) => new(PostMoves.Of(p.State, reader.Facts(Viewer.Of(context).Actor, p)))).WithAssumedSize(3);
        Maybe<StringGraphType>("version", "Length of its trace (版本), for expectedVersion." + Whole, p => p.IsWhole ? p.View.Length.ToString(CultureInfo.InvariantCulture) : null);
        AskOne<TraceConnectionType>("trace", "Its trace (留痕), oldest first. NOT_FOUND for those who read posts and counts only.", (context, p) => p.IsWhole
            ? traces.Page(context, p.View.Key, grains.Posts(p.State.Agency).Trace)
            : throw RequestError.NotFound("trace")).Paged().WithCost(FieldMarks.OneQuestion);
    }

    private static int Open(AgencyPosts s) => s.Heads.Count(h => !h.IsOver) + s.Inquiries.Count(i => i.Stage != InquiryStage.Closed)
        + s.Secondments.Count(a => a.Stage is SecondmentStage.Requested or SecondmentStage.Active) + s.Changes.Count(c => c.InformedAt is null);

    private int Year(IResolveFieldContext context) => context.GetArgument<int?>("year") ?? LocalDay.Of(_clock.Now).Year;

    private void Matters<TGraph, T>(string name, string description, Func<AgencyPosts, IReadOnlyList<T>> of, Func<PostsNode, T, PostMatterNode<T>> node, Func<T, int> number) where TGraph : IGraphType =>
        AskMaybe<TGraph>(name, description + Whole, (context, p) => new(p.IsWhole
            ? ListPages.Of(name, [.. of(p.State).Select(m => node(p, m))], m => number(m.Matter).ToString("D6", CultureInfo.InvariantCulture), Paging.Read(context), _clock.Now)
            : null)).Paged();

    private void One<TGraph, T>(string name, string description, Func<AgencyPosts, IEnumerable<T>> of, Func<PostsNode, T, PostMatterNode<T>> node, Func<T, int> number) where TGraph : IGraphType where T : class =>
        AskMaybe<TGraph>(name, description, (context, p) => new(p.IsWhole && of(p.State).FirstOrDefault(m => number(m) == context.GetArgument<int>("number")) is { } found ? node(p, found) : null))
            .Argument<NonNullGraphType<IntGraphType>>("number", "Its number, from 1 (序号).");
}

/// <summary>Party relations.</summary>
internal sealed class PartyRelationsType : Described<PartyRelations>
{
    public PartyRelationsType() : base("PartyRelations", "Party and League relations of an agency's staff (党团组织关系): counts, with those from 1 to 4 hidden. A005, A006.")
    {
        Maybe<IntGraphType>("transferred", "Moved to the township's organisation (已转入); null where the count is small.", p => Shown(p.Transferred));
        Maybe<IntGraphType>("notTransferred", "Not moved (未转入); null where the count is small.", p => Shown(p.NotTransferred));
        One<BooleanGraphType>("allTransferred", "True when all were moved (全部转入).", p => p.NotTransferred == 0);
        One<BooleanGraphType>("reasonGiven", "True when a reason was given for those that were not (已说明理由).", p => !string.IsNullOrWhiteSpace(p.Reason));
        One<BooleanGraphType>("ownOrganisation", "True when the agency has a party organisation of its own, which the township party committee leads (单独建立党组织). A006.", p => p.OwnOrganisation);
    }

    private static int? Shown(int count) => SmallCounts.IsFew(count) ? null : count;
}

/// <summary>A flag.</summary>
internal sealed class PostFlagType : Described<PostFlag>
{
    public PostFlagType() : base("PostFlag", "Something wrong with an agency's people that blocks nothing (提示).")
    {
        One<PostFlagKindType>("kind", "What it is.", f => f.Kind);
        One<StringGraphType>("rule", "Rule id (规则).", f => f.Rule);
        One<StringGraphType>("message", "What it is, in Chinese (说明).", f => f.Zh);
        One<StringGraphType>("messageEn", "The same in English.", f => f.En);
    }
}

/// <summary>Posts of several agencies.</summary>
internal sealed record PostFigures(int Agencies, int Recorded, int Posts, int Filled, int Short);

/// <summary>Posts of several agencies.</summary>
internal sealed class PostFiguresType : Described<PostFigures>
{
    public PostFiguresType() : base("PostFigures", "Posts of several agencies, summed (编制在岗汇总). A012, A046.")
    {
        One<IntGraphType>("agencies", "Agencies counted (机构数).", f => f.Agencies);
        One<IntGraphType>("recorded", "Of those, with posts on record (已登记机构数).", f => f.Recorded);
        One<IntGraphType>("posts", "Posts (编制数).", f => f.Posts);
        One<IntGraphType>("filled", "Of those, filled (在岗数).", f => f.Filled);
        One<IntGraphType>("short", "Posts not filled, agency by agency (缺编数). A046.", f => f.Short);
        Maybe<FloatGraphType>("fillRate", "Share of posts filled, 0 to 1 and above (在岗率); null without posts. A012.", f => f.Posts == 0 ? null : (double)f.Filled / f.Posts);
    }
}

/// <summary>A matter in a list across agencies.</summary>
internal sealed class PostMatterType : Described<PostMatterRow>
{
    public PostMatterType(IHubDirectory directory, PostsReader reader) : base("PostMatter", "A matter of people decisions in a list across agencies (人事事项): stages and instants, no text.")
    {
        AskMaybe<AgencyType>("agency", "The agency (派驻机构).", (_, m) => new(directory.Agency(m.Agency)));
        One<PostMatterKindType>("kind", "What it is (类别).", m => m.Kind);
        One<IntGraphType>("number", "Number within the agency and kind (序号).", m => m.Id);
        One<StringGraphType>("stage", "Where it stands (环节), as the stages of its kind are written; of a change of staff `RECORDED` or `INFORMED`.", m => PostStages.Of(m));
        One<InstantType>("at", "When it began.", m => m.At);
        Maybe<InstantType>("dueAt", "Its nearest open term's due (期限); null where none runs.", m => m.DueAt);
        One<BooleanGraphType>("open", "True while somebody still has to act (待办).", m => m.IsOpen);
        AskMaybe<AgencyPostsType>("posts", "The agency's record, with the matter itself (人事事项).", (context, m) => new(reader.Find(context, m.Agency))).WithCost(FieldMarks.OneQuestion);
    }
}

/// <summary>Stages in lists.</summary>
internal static class PostStages
{
    private static readonly Dictionary<(PostMatterKind, string), string> Names = Enum.GetValues<HeadStage>().Select(s => (PostMatterKind.HeadConsultation, $"{s}"))
        .Concat(Enum.GetValues<InquiryStage>().Select(s => (PostMatterKind.Inquiry, $"{s}"))).Concat(Enum.GetValues<SecondmentStage>().Select(s => (PostMatterKind.Secondment, $"{s}")))
        .Append((PostMatterKind.StaffChange, "Recorded")).Append((PostMatterKind.StaffChange, "Informed"))
        .ToDictionary(s => s, s => string.Concat(s.Item2.Select((c, i) => i > 0 && char.IsUpper(c) ? $"_{c}" : $"{char.ToUpperInvariant(c)}")));

    public static string Of(PostMatterRow m) => Names[(m.Kind, m.Stage)];
}

/// <summary>One of a list of matters.</summary>
internal sealed class PostMatterEdgeType() : EdgeType<PostMatterRow, PostMatterType>("PostMatter", "matters of people decisions (人事事项)");

/// <summary>A page of a list of matters.</summary>
internal sealed class PostMatterConnectionType : ConnectionType<PostMatterRow, PostMatterType, PostMatterEdgeType>
{
    public PostMatterConnectionType() : base("PostMatter", "matters of people decisions (人事事项)") =>
        AskOne<IntGraphType>("totalCount", "How many match in all (总数).", async (context, c) => await c.Count!(context.CancellationToken).ConfigureAwait(false)).WithCost(FieldMarks.OneQuestion);
}
