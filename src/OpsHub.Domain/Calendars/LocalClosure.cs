namespace OpsHub.Domain.Calendars;

/// <summary>
/// Local closure (临时停工停办): days on which the offices of one county are shut, a typhoon for instance. They count as days off for
/// terms of cases that lie there. Assumed: no text of the policy covers it.
/// </summary>
/// <param name="Id">The version of the rules that announced it.</param>
/// <param name="County">Code of the county, 6 digits.</param>
/// <param name="First">First day.</param>
/// <param name="Last">Last day, inclusive; before <paramref name="First"/> where it was called off altogether.</param>
/// <param name="Reason">Why, as announced.</param>
public sealed record LocalClosure(int Id, string County, DateOnly First, DateOnly Last, string Reason)
{
    /// <summary>Whether the day is closed.</summary>
    public bool Covers(DateOnly day) => day >= First && day <= Last;
}
