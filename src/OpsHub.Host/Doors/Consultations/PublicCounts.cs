using System.Globalization;
using OpsHub.Domain.Consultations;

namespace OpsHub.Host.Doors.Consultations;

/// <summary>Counts of people as the public sees them (小数隐藏): among neighbours three votes against point at three doors.</summary>
internal static class PublicCounts
{
    /// <summary>Counts below this are not told. Assumed, as in the summaries.</summary>
    public const int Threshold = 5;

    /// <summary>How many people, or that they are few.</summary>
    public static string People(int count) => count is > 0 and < Threshold
        ? string.Create(CultureInfo.InvariantCulture, $"不足{Threshold}人")
        : string.Create(CultureInfo.InvariantCulture, $"{count}人");

    /// <summary>A vote's tally. What is hidden must not follow from what is shown: then only those present and the outcome are.</summary>
    public static string Tally(ConsultationVote vote)
    {
        var (present, against) = ($"到会{People(vote.Present)}", vote.No + vote.Abstain);
        if (IsTold(vote.Yes) && IsTold(vote.No) && IsTold(vote.Abstain))
            return string.Create(CultureInfo.InvariantCulture, $"{present}，同意{vote.Yes}人，反对{vote.No}人，弃权（含无效票）{vote.Abstain}人");
        return IsTold(vote.Yes) && IsTold(against)
            ? string.Create(CultureInfo.InvariantCulture, $"{present}，同意{vote.Yes}人，反对和弃权（含无效票）共{against}人")
            : $"{present}（部分票数不足{Threshold}，为保护个人意愿不予公布）";
    }

    /// <summary>The parts of a tally that may be told, for machines: null where it is hidden.</summary>
    public static (int? Present, int? Yes, int? No, int? Abstain) Parts(ConsultationVote vote)
    {
        int? present = IsTold(vote.Present) ? vote.Present : null;
        var all = IsTold(vote.Yes) && IsTold(vote.No) && IsTold(vote.Abstain);
        int? yes = IsTold(vote.Yes) && IsTold(vote.No + vote.Abstain) ? vote.Yes : null;
        return (present, yes, all ? vote.No : null, all ? vote.Abstain : null);
    }

    /// <summary>What the vote took, and whether it had it.</summary>
    public static string Outcome(ConsultationVote vote) => (vote.Threshold, vote.Passed) switch
    {
        (VoteThreshold.Majority, true) => "同意人数超过到会人数的半数，表决通过",
        (VoteThreshold.Majority, false) => "同意人数未超过到会人数的半数，表决未通过",
        (VoteThreshold.TwoThirds, true) => "同意人数达到到会人数的三分之二以上，表决通过",
        (VoteThreshold.TwoThirds, false) => "同意人数未达到到会人数的三分之二，表决未通过",
        _ => throw new ArgumentOutOfRangeException(nameof(vote), vote.Threshold, "An unknown threshold."),
    };

    private static bool IsTold(int count) => count is 0 or >= Threshold;
}
