using OpsHub.Contracts.Commands;
using OpsHub.Domain.Surveys;

namespace OpsHub.Contracts.Surveys;

/// <summary>Paths that are printed and scanned, and so never change.</summary>
public static class SurveyPaths
{
    /// <summary>The page that a token opens (测评页), <c>/rate/TOKEN</c>, without sign-in.</summary>
    public const string Rate = "/rate";

    /// <summary>Where a sheet of tokens is issued and printed (测评码打印).</summary>
    public const string Slips = "/papers/surveys";
}

/// <summary>Issuing tokens so that they are shown once (发放测评码): in clear they are in this process's memory, in the one answer, and nowhere else.</summary>
public static class SurveyIssuing
{
    /// <summary>How many hashes a command takes; none for one that will be refused.</summary>
    public static int HashesFor(IssueTokens command) => command.Count is > 0 and <= SurveyRules.MostAtOnce ? command.Count : 0;

    /// <summary>Issues; the tokens where they are issued now, none where it was refused or done before: then nobody knows them any more.</summary>
    public static async Task<(CommandReply Reply, IReadOnlyList<string> Tokens)> Issue(this ISurveyGrain survey, IssueTokens command, CommandContext context)
    {
        var made = Enumerable.Range(0, HashesFor(command)).Select(_ => SurveyToken.Make()).ToList();
        var reply = await survey.Issue(command, [.. made.Select(m => m.Hash)], context).ConfigureAwait(false);
        return (reply, reply is { Accepted: true, Repeated: false } ? made.ConvertAll(m => m.Token) : []);
    }
}
