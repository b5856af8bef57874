using OpsHub.Domain.Commands;
using static OpsHub.Domain.Establishments.EstablishmentRefusals;

namespace OpsHub.Domain.Establishments;

/// <summary>Posts of townships within the county's total, and staff outside the establishment within their quota. R025, R027. Counts, no persons.</summary>
internal static class AllotmentDecisions
{
    /// <summary>Most townships of one move.</summary>
    private const int MostShifts = 100;

    internal static Decision<EstablishmentEvent> Total(CountyEstablishment s, SetEstablishmentTotal c, EstablishmentContext x) =>
        Count("total", c.Total, "R025") is { } refusal ? refusal
        : c.Total < s.Allotted ? Over("total", s.Allotted, c.Total)
        : s.Total == c.Total ? Decision<EstablishmentEvent>.Nothing
        : new EstablishmentTotalSet(x.Now, x.County, c.Total);

    internal static Decision<EstablishmentEvent> Move(CountyEstablishment s, MoveTownshipPosts c, EstablishmentContext x)
    {
        if (Text("reason", c.Reason, 500, "R025", required: false) is { } refusal)
            return refusal;
        if (c.Shifts.Count is < 1 or > MostShifts)
            return Input("shifts", "R025", $"须有 1 至 {MostShifts} 项增减", $"shifts takes 1 to {MostShifts} entries");
        for (var i = 0; i < c.Shifts.Count; i++)
        {
            if (Fault(s, c, i, x) is { } faulty)
                return faulty;
        }

        var sum = c.Shifts.Sum(shift => shift.Change);
        return s.Total is not { } total ? Limit("TOTAL_UNKNOWN", "R025", "shifts", "本县市区乡镇街道编制总量尚未核定，不能分配", "The county's total is not recorded: nothing can be allotted")
            : sum > 0 && s.Allotted + sum > total ? Over("shifts", s.Allotted + sum, total)
            : new TownshipPostsMoved(x.Now, x.County, c.Shifts, Trimmed(c.Reason));
    }

    internal static Decision<EstablishmentEvent> Quota(CountyEstablishment s, SetStaffQuota c, EstablishmentContext x) =>
        (Count("quota", c.Quota, "R027") ?? Text("source", c.Source, 200, "R027", required: false)) is { } refusal ? refusal
        : (s.Of(c.Township).StaffQuota, s.Of(c.Township).QuotaSource) == (c.Quota, Trimmed(c.Source)) ? Decision<EstablishmentEvent>.Nothing
        : new StaffQuotaSet(x.Now, x.County, c.Township, c.Quota, Trimmed(c.Source));

    // A quota that was lowered beneath the count leaves those who are there: the count may fall, and does not rise until it is within.
    internal static Decision<EstablishmentEvent> Staff(CountyEstablishment s, RecordOutsideStaff c, EstablishmentContext x)
    {
        var t = s.Of(c.Township);
        return Count("count", c.Count, "R027") is { } refusal ? refusal
            : t.Staff == c.Count ? Decision<EstablishmentEvent>.Nothing
            : c.Count < t.Staff ? new OutsideStaffRecorded(x.Now, x.County, c.Township, c.Count)
            : t.StaffQuota is not { } quota ? Limit("STAFF_QUOTA_UNKNOWN", "R027", "count", "编外聘用人员定额尚未核定，不得聘用", "No quota of staff outside the establishment is set: nobody is hired")
            : c.Count > quota ? Limit("STAFF_OVER_QUOTA", "R027", "count", $"编外聘用人员定额 {quota} 名，不得超过", $"The quota of staff outside the establishment is {quota}")
            : new OutsideStaffRecorded(x.Now, x.County, c.Township, c.Count);
    }

    private static Refusal? Fault(CountyEstablishment s, MoveTownshipPosts c, int i, EstablishmentContext x)
    {
        var (shift, field) = (c.Shifts[i], $"shifts[{i}]");
        var posts = s.Of(shift.Township).Posts;
        if (shift.Change is 0 or < -MostCount or > MostCount)
            return Input($"{field}.change", "R025", $"增减数不为 0，不超过 {MostCount}", $"change is not 0, and at most {MostCount} either way");
        if (c.Shifts.Take(i).Any(o => o.Township == shift.Township))
            return Input($"{field}.township", "R025", "同一乡镇街道只写一次", "Each township stands once");
        // What a township that is gone still has may be moved away.
        if (x.Fact(shift.Township) is not { } fact)
        {
            if (shift.Change > 0 || !EstablishmentDecisions.Holds(s, shift.Township))
                return EstablishmentDecisions.NoTownship($"{field}.township", shift.Township, "R025");
            fact = new(shift.Township, shift.Township.Value, false);
        }

        return posts + shift.Change < 0
            ? Input($"{field}.change", "R025", $"{fact.Name}现有编制 {posts} 名，不足调出", $"{fact.Name} has {posts} posts, fewer than are taken")
            : null;
    }

    private static Refusal Over(string field, int allotted, int total) => Limit("POSTS_OVER_TOTAL", "R025", field,
        $"各乡镇街道编制合计 {allotted} 名，超过总量 {total} 名；须在总量内调整", $"Townships would have {allotted} posts of a total of {total}: one gains what another gives");
}
