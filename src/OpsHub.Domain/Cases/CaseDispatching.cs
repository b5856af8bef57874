using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Cases.CaseRefusals;

namespace OpsHub.Domain.Cases;

/// <summary>Dispatch, accept dispatch, return, dispatch again. SM1 rows 6-9.</summary>
internal static class CaseDispatching
{
    internal static Decision<CaseEvent> Dispatch(Case s, DispatchCase c, CaseContext x)
    {
        if ((CaseAccess.Centre(x.Actor, x.PlaceOf(s), x.Rules.Cases, s.Class == TriageClass.CommunityLevel, "SM1.6") ?? Text("note", c.Note, 500, required: false)) is { } refusal)
            return refusal;
        if (Parties(s, c.Parties, x, out var lead, out var assists) is { } wrong)
            return wrong;
        var (parts, terms) = x.OpenParts(s, assists);
        return new CaseDispatched(x.Now, x.Actor.Organ, lead, assists, c.Note, AcceptTerm(s, lead, x), Handling(s, lead, x), parts, terms);
    }

    internal static Decision<CaseEvent> Accept(Case s, CaseContext x) =>
        CaseAccess.Lead(x.Actor, s, "SM1.7", x.NameOf) is { } refusal ? refusal : new DispatchAccepted(x.Now, x.Actor.Organ);

    internal static Refusal? MayReturn(Case s, Actor actor, DateTimeOffset now, Func<OrganCode, string>? nameOf = null) =>
        CaseAccess.Lead(actor, s, "SM1.8", nameOf) is { } forbidden ? forbidden
        : s.OpenTerm("accept") is { } accept && accept.IsLate(now) ? Guard("RETURN_TOO_LATE", "SM1.8", "三(五)",
            $"接单时限（{LocalDay.BoundText(accept.Due)}）已过，不能再退单", $"The time to accept ended {LocalDay.BoundText(accept.Due)}; the case can no longer be returned")
        : null;

    internal static Decision<CaseEvent> Return(Case s, ReturnCase c, CaseContext x)
    {
        if ((MayReturn(s, x.Actor, x.Now, x.NameOf) ?? Text("note", c.Note, 500)) is { } refusal)
            return refusal;
        var county = OrganCode.Of(x.PlaceOf(s).County);
        var centre = s.FirstAsked == county ? county : x.Rules.Cases.CentreOf(x.PlaceOf(s));
        ImmutableList<Term> terms =
        [
            .. x.Lifted(s, "退单", t => Case.Stem(t) is "part" or "reply"),
            x.Open(s, "redispatch", "重新派单", centre, x.Rules.Cases.LimitsOf(s.Pace, CaseStep.Triage, s.Category)),
        ];
        return new CaseReturned(x.Now, x.Actor.Organ, c.Reason, c.Note, centre, terms);
    }

    internal static Decision<CaseEvent> Redispatch(Case s, RedispatchCase c, CaseContext x)
    {
        // What came back is a centre's to send on: a community neither rules on its own return nor grants itself a term.
        var faulty = MayRedispatch(s, x.Actor, x.PlaceOf(s), x.Rules.Cases)
            ?? Text("note", c.Note, 500, required: false) ?? Text("ruling", c.Ruling, 500, required: false) ?? Text("meetingRecord", c.MeetingRecord, 200, required: false);
        if (faulty is not null)
            return faulty;
        if (Parties(s, c.Parties, x, out var lead, out var assists) is { } wrong)
            return wrong;
        if (lead == s.Lead && string.IsNullOrWhiteSpace(c.Ruling))
            return Guard("RULING_REQUIRED", "SM1.9", "四(一)", "再派原单位须有乡镇街道裁定", "The same lead again takes a ruling of the township", "ruling");
        var (parts, terms) = x.OpenParts(s, assists);
        return new CaseRedispatched(
            x.Now, x.Actor.Organ, lead, assists, c.Ruling, c.MeetingRecord, c.Note, AcceptTerm(s, lead, x), c.GrantNewTerm ? Granted(s, lead, c, x) : null, parts, terms,
            s.Assists.RemoveAll(a => a == lead || assists.Contains(a))); // who led it returned it, and knows
    }

    /// <summary>After so many returns units must sit together before it is sent on; each further return takes another meeting. T022.</summary>
    internal static Refusal? MayRedispatch(Case s, Actor actor, Placement place, CaseRules rules) =>
        CaseAccess.Centre(actor, place, rules, communityToo: false, "SM1.9") is { } forbidden ? forbidden
        : ReturnsOfCycle(s) >= rules.ReturnsBeforeMeeting && !s.Met ? Guard("MEETING_REQUIRED", "T022", "二(二)",
            $"已退单 {ReturnsOfCycle(s)} 次，须先召开并记录协调会", $"Returned {ReturnsOfCycle(s)} times: a coordination meeting must be held and recorded first")
        : null;

    /// <summary>Returns in the present cycle.</summary>
    internal static int ReturnsOfCycle(Case s) => CycleFold.Known(s)[^1].Returned.Count;

    // SM1 row 9: the same term with another due, both of them in its ledger; a second term would show the first as kept.
    private static Term? Granted(Case s, OrganCode lead, RedispatchCase c, CaseContext x)
    {
        var until = Handling(s, lead, x).Due;
        return s.OpenTerm("handling") is { } former && former.CanGrant(x.Now, until)
            ? Terms.Grant(former with { Holder = lead.Value }, x.Now, x.NextSequence, c.Ruling ?? c.Note ?? "重新派单", until, x.Rules.Calendar)
            : null;
    }

    // Nobody has longer to accept a case than to handle it.
    private static Term AcceptTerm(Case s, OrganCode lead, CaseContext x) =>
        x.Open(s, "accept", "接单", lead, [.. x.Rules.Cases.LimitsOf(s.Pace, CaseStep.AcceptDispatch, s.Category), .. HandlingLimits(s, x)]);

    private static Term Handling(Case s, OrganCode lead, CaseContext x) => x.Open(s, "handling", "处置", lead, HandlingLimits(s, x));

    internal static ImmutableList<StepLimit> HandlingLimits(Case s, CaseContext x) => x.Rules.Cases.LimitsOf(s.Pace, CaseStep.Handling, s.Category);

    internal static Refusal? Parties(Case s, ImmutableList<DispatchParty> parties, CaseContext x, out OrganCode lead, out ImmutableList<OrganCode> assists)
    {
        var leads = parties.FindAll(p => p.Part == DispatchPart.Lead);
        lead = leads.IsEmpty ? default : leads[0].Organ;
        assists = parties.FindAll(p => p.Part == DispatchPart.Assist).ConvertAll(p => p.Organ);
        if (leads.Count != 1)
            return Guard("ONE_LEAD", "G046", "三(五)", $"必须恰有一个牵头单位，现有 {leads.Count} 个", $"Exactly one lead is required, {leads.Count} given", "parties");
        if (parties.Count > 12 || parties.DistinctBy(p => p.Organ).Count() != parties.Count)
            return Input("parties", "G046", "三(五)", "同一单位不能重复，最多 12 个单位", "No organ twice, and at most 12");
        foreach (var party in parties)
        {
            if ((party.Part == DispatchPart.Assist ? MayAssist(s, party.Organ, x) : Serves(party.Organ, x)) is { } refusal)
                return refusal;
        }

        return LeadOfClass(s, lead, assists, x);
    }

    internal static Refusal? MayAssist(Case s, OrganCode organ, CaseContext x) =>
        Serves(organ, x) is { } refusal ? refusal
        : organ.Kind == OrganKind.Unit && !Acts(organ.Unit, x.PlaceOf(s))
            ? Guard("ASSIST_CANNOT_ACT", "SM1.14", "三(五)", $"{x.NameOf(organ)}不办理案件，不能协办", $"{x.NameOf(organ)} handles no cases and cannot assist", "parties")
            : null;

    private static Refusal? Serves(OrganCode organ, CaseContext x) =>
        !x.Organs.TryGetValue(organ, out var facts) || !facts.Exists ? new Refusal(RefusalCodes.NotFound, "G046", "三(五)", "parties", $"没有单位 {organ}", $"There is no organ {organ}")
        : !facts.Serves ? Input("parties", "R046", "四(五)", $"{x.NameOf(organ)}不服务本辖区", $"{x.NameOf(organ)} does not serve this area")
        : null;

    // No role feeds a part back for a grid or for the city.
    private static bool Acts(UnitCode unit, Placement place) => unit == place.Community || unit == place.Township || unit == place.County;

    private static Refusal? LeadOfClass(Case s, OrganCode lead, ImmutableList<OrganCode> assists, CaseContext x)
    {
        var isCommunity = lead.Kind == OrganKind.Unit && lead.Unit.Level >= UnitLevel.Community;
        if (s.Enforcement && isCommunity)
            return Guard("ENFORCEMENT_NOT_COMMUNITY", "R031", "四(一)", "涉执法事项不得由社区承办", "Enforcement is never led by a community", "parties");
        if (s.Enforcement && !x.Organs[lead].Powers)
            return NoPower("R031", x.NameOf(lead), "parties");
        // No role moves a case for the city: nobody could accept the dispatch.
        if (lead.Kind == OrganKind.Unit && !isCommunity && lead != OrganCode.Of(x.PlaceOf(s).Township) && lead != OrganCode.Of(x.PlaceOf(s).County))
            return Guard("LEAD_CANNOT_ACT", "SM1.7", "三(五)", $"{x.NameOf(lead)}不承办案件，应由本乡镇街道或本县市区牵头", $"{x.NameOf(lead)} handles no cases: of units only the township or the county of this place can lead", "parties");
        if (CaseHandling.Impartial(lead, assists, x.PlaceOf(s), x.Rules.Cases).IsEmpty)
            return Guard("NO_VERIFIER", "G047", "三(四)", "能核查的中心都参与办理，则无人核查", "Nobody could verify it: each centre that may would lead or assist", "parties");
        // R031, T027: a power recorded as delegated is exercised by the township's brigade.
        var delegated = s.Enforcement && lead == OrganCode.Of(x.PlaceOf(s).Township);
        return s.Class switch
        {
            TriageClass.ClearOwner when lead.Kind == OrganKind.Unit && !delegated => Guard(
                "OWNER_LEADS", "R029", "四(一)", "职责明确的事项由主管部门或派驻机构牵头，乡镇街道监督", "A clear owner leads: an agency or department; the township supervises", "parties"),
            TriageClass.ClearOwner => CaseOwners.WrongOwner(x.Rules.Cases.Categories.GetValueOrDefault(s.Category), lead, x.PlaceOf(s).County, x.NameOf),
            TriageClass.CommunityLevel when lead != OrganCode.Of(x.PlaceOf(s).Community) => Guard(
                "COMMUNITY_LEADS", "G015", "三(三)", "社区自办事项由本社区牵头", "A community-level case is led by its own community", "parties"),
            TriageClass.CrossDepartment or TriageClass.PublicService when isCommunity => Guard(
                "NOT_TO_COMMUNITY", "R030", "四(一)", "跨部门和公共服务事项不得派给社区牵头", "Cross-department and public-service cases are not led by a community", "parties"),
            TriageClass.CommunityLevel when x.Actor.Role == Role.CommunityCommittee && !assists.IsEmpty => CaseRefusals.NotAllowed(
                "SM1.6", "三(三)", "社区只能派给自己，需要协办单位时由综治中心派单", "A community dispatches only to itself; where others must assist, the centre dispatches", "parties"),
            _ => null,
        };
    }
}
