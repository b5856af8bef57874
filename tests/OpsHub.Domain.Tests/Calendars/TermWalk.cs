using CsCheck;
using OpsHub.Domain.Calendars;

namespace OpsHub.Domain.Tests.Calendars;

/// <summary>A random life of a term, taken step by step, with what the brute force needs to know of it.</summary>
internal sealed class TermWalk(Term term)
{
    public static readonly Gen<DateTimeOffset> Instant =
        Gen.Int[0, 9 * 366 * 24 * 60].Select(minutes => new DateTimeOffset(2018, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes));

    /// <summary>What to try and how many minutes after the last try: 0 suspend or resume, 1 extend, 2 tick.</summary>
    public static readonly Gen<(int Act, int Wait)[]> Steps = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 3 * 24 * 60]).Array[0, 8];

    public Term Term { get; private set; } = term;

    public int Extended { get; private set; }

    public List<(DateTimeOffset From, DateTimeOffset To)> Suspensions { get; } = [];

    public DateTimeOffset Now { get; private set; } = term.OpenedAt;

    public TermWalk Take(IEnumerable<(int Act, int Wait)> steps)
    {
        foreach (var (act, wait) in steps)
        {
            Now = Now.AddMinutes(wait);
            if (act == 0)
                SuspendOrResume();
            else if (act == 1 && Term.CanExtend(Now))
                Extend();
        }
        if (Term.IsSuspended)
            SuspendOrResume();
        return this;
    }

    private void SuspendOrResume()
    {
        if (Term.CanSuspend(Now))
        {
            Term = Terms.Suspend(Term, Now, 5, "等待鉴定", Given.Calendar);
            Suspensions.Add((Now, DateTimeOffset.MaxValue));
        }
        else if (Term.CanResume(Now))
        {
            Term = Terms.Resume(Term, Now, 6, "鉴定完成", Given.Calendar);
            Suspensions[^1] = (Suspensions[^1].From, Now);
        }
    }

    private void Extend()
    {
        Term = Terms.Extend(Term, Now, 7, "情况复杂", 1, Given.Calendar);
        Extended++;
    }
}
