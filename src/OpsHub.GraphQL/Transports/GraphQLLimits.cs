using System.ComponentModel.DataAnnotations;

namespace OpsHub.GraphQL.Transports;

/// <summary>Every bound of the GraphQL door in one place; checked when the host starts.</summary>
public sealed class GraphQLLimits
{
    /// <summary>Bytes of a request body or of one socket message.</summary>
    [Range(1_024, 16_777_216)] public int MaxBodyBytes { get; set; } = 262_144;

    /// <summary>Characters of a document.</summary>
    [Range(100, 1_000_000)] public int MaxDocumentCharacters { get; set; } = 32_768;

    /// <summary>Lexical tokens of a document.</summary>
    [Range(10, 100_000)] public int MaxTokens { get; set; } = 3_000;

    /// <summary>Levels of nested fields. The usual introspection query needs 15.</summary>
    [Range(1, 64)] public int MaxDepth { get; set; } = 18;

    /// <summary>Fields of an operation once every fragment is spread out: fragments that double at each step end here.</summary>
    [Range(1, 100_000)] public int MaxFields { get; set; } = 1_500;

    /// <summary>Values an operation may produce, with list sizes taken from <c>first</c>/<c>last</c> or assumed.</summary>
    [Range(1, 10_000_000)] public int MaxComplexity { get; set; } = 50_000;

    /// <summary>The size assumed of a list that states none.</summary>
    [Range(1, 1_000)] public int AssumedListSize { get; set; } = 20;

    /// <summary>Aliases in a document.</summary>
    [Range(0, 1_000)] public int MaxAliases { get; set; } = 30;

    /// <summary>Applied directives in a document.</summary>
    [Range(0, 1_000)] public int MaxDirectives { get; set; } = 20;

    /// <summary>Fragment definitions plus fragment spreads in a document.</summary>
    [Range(0, 1_000)] public int MaxFragments { get; set; } = 60;

    /// <summary>How often one response name may come up in one selection, fragments followed: checking repeats costs the square of it.</summary>
    [Range(1, 1_000)] public int MaxRepeats { get; set; } = 12;

    /// <summary>How long one operation, or one event of a subscription, may take.</summary>
    public TimeSpan ExecutionTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Errors reported in one answer.</summary>
    [Range(1, 1_000)] public int MaxErrors { get; set; } = 20;

    /// <summary>Characters of validated documents kept, all together.</summary>
    [Range(0, 1_000_000_000)] public long DocumentCacheCharacters { get; set; } = 4_000_000;

    /// <summary>How long an answer made only of live fields may be shared within one scope; zero turns it off.</summary>
    public TimeSpan SharedFor { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How long a socket may stay open without connection_init.</summary>
    public TimeSpan SocketInitTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often a socket is pinged and an event stream sends a comment.</summary>
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>A client that accepts no byte for this long is closed.</summary>
    public TimeSpan StallTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often the credentials of an open socket or event stream are looked at again. Looked up in memory, so seconds cost nothing.</summary>
    public TimeSpan Recheck { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Operations one socket may have open at once.</summary>
    [Range(1, 10_000)] public int MaxOperationsPerSocket { get; set; } = 32;

    /// <summary>Sockets and event streams that one caller may have open at once, all together; more are refused until one closes.</summary>
    [Range(1, 1_000_000)] public int MaxStreamsPerCaller { get; set; } = 1_000;

    /// <summary>Events kept for a subscriber whose source pushes; more end its subscription with RESYNC.</summary>
    [Range(1, 100_000)] public int EventBuffer { get; set; } = 256;

    internal bool TimesArePositive() =>
        SharedFor >= TimeSpan.Zero
        && new[] { ExecutionTimeout, SocketInitTimeout, Heartbeat, StallTimeout, Recheck }.All(t => t > TimeSpan.Zero);
}
