using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Establishments;

/// <summary>How each event changes a county's establishment.</summary>
public static class EstablishmentFold
{
    /// <summary>Folds one event; whichever comes first begins the record.</summary>
    /// <exception cref="InvalidOperationException">The event cannot come here: a mistake in the program.</exception>
    public static CountyEstablishment Apply(CountyEstablishment? state, EstablishmentEvent happened)
    {
        var s = state ?? CountyEstablishment.Blank(happened.County, happened.At);
        if (s.County != happened.County)
            throw new InvalidOperationException($"{happened.GetType().Name} of {happened.County} in the record of {s.County}.");
        return Next(s, happened) with { ChangedAt = happened.At };
    }

    private static CountyEstablishment Next(CountyEstablishment s, EstablishmentEvent happened) => happened switch
    {
        EstablishmentTotalSet e => s with { Total = e.Total },
        TownshipPostsMoved e => e.Shifts.Aggregate(s, (all, shift) => With(all, shift.Township, t => t with { Posts = t.Posts + shift.Change })),
        TownshipClassified e => With(s, e.Township, t => t with { Class = e.Class, ClassSource = e.Source }),
        TownshipOrgansAdded e => With(s, e.Township, t => t with { Organs = t.Organs.AddRange(e.Organs), LastOrgan = e.Organs[^1].Id }),
        TownshipOrganRenamed e => With(s, e.Township, t => t with { Organs = t.Organs.ConvertAll(o => o.Id == e.Organ ? o with { Name = e.Name } : o) }),
        TownshipOrganRemoved e => With(s, e.Township, t => t with { Organs = t.Organs.RemoveAll(o => o.Id == e.Organ) }),
        NameplateAdded e => With(s, e.Township, t => t with { Nameplates = t.Nameplates.Add(e.Nameplate), LastNameplate = e.Nameplate.Id }),
        NameplateRenamed e => With(s, e.Township, t => t with { Nameplates = t.Nameplates.ConvertAll(n => n.Id == e.Nameplate ? n with { Name = e.Name } : n) }),
        NameplateRemoved e => With(s, e.Township, t => t with { Nameplates = t.Nameplates.RemoveAll(n => n.Id == e.Nameplate) }),
        UnityRecorded e => With(s, e.Township, t => t with { Unity = e.Unity }),
        StaffQuotaSet e => With(s, e.Township, t => t with { StaffQuota = e.Quota, QuotaSource = e.Source }),
        OutsideStaffRecorded e => With(s, e.Township, t => t with { Staff = e.Count }),
        _ => throw new InvalidOperationException($"A county's establishment does not know the event {happened.GetType().Name}."),
    };

    private static CountyEstablishment With(CountyEstablishment s, UnitCode township, Func<TownshipEstablishment, TownshipEstablishment> change)
    {
        var at = s.Townships.FindIndex(t => t.Township.CompareTo(township) >= 0);
        var next = change(s.Of(township));
        return s with
        {
            Townships = at < 0 ? s.Townships.Add(next) : s.Townships[at].Township == township ? s.Townships.SetItem(at, next) : s.Townships.Insert(at, next),
        };
    }
}
