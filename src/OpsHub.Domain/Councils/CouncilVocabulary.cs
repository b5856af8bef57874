using System.Text.Json.Serialization;

namespace OpsHub.Domain.Councils;

/// <summary>Class from which a member of the council comes (议事会成员类别). C010: ten; another is accepted with a warning.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CouncilMemberClass>))]
public enum CouncilMemberClass
{
    /// <summary>Members of the party organisation (党组织成员).</summary>
    PartyOrganisation,

    /// <summary>Members of the committee (村(居)委会成员).</summary>
    Committee,

    /// <summary>Heads of the collective economic organisation (集体经济组织负责人).</summary>
    CollectiveEconomyHead,

    /// <summary>Residents' or villagers' representatives (村(居)民代表).</summary>
    Representative,

    /// <summary>Grid heads (网格负责人).</summary>
    GridHead,

    /// <summary>Members of the owners' committee (业主委员会成员).</summary>
    OwnersCommittee,

    /// <summary>Excellent party members (优秀党员).</summary>
    ExcellentPartyMember,

    /// <summary>Party delegates (党代表).</summary>
    PartyDelegate,

    /// <summary>Deputies to people's congresses (人大代表).</summary>
    PeoplesCongressDeputy,

    /// <summary>Members of the CPPCC (政协委员).</summary>
    CppccMember,

    /// <summary>Another class (其他): accepted with a warning.</summary>
    Other,
}

/// <summary>Where an election of the council's head stands (议事会主要负责人选举). C009, SM2.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ElectionStage>))]
public enum ElectionStage
{
    /// <summary>Candidates are nominated (已提名).</summary>
    Nominated,

    /// <summary>The secret ballot is open (投票中).</summary>
    BallotOpen,

    /// <summary>The ballots are counted (已计票).</summary>
    Counted,

    /// <summary>Most votes won (已当选).</summary>
    Elected,

    /// <summary>A tie: the ballot is held again (得票相同，须重新投票). Assumed.</summary>
    Tie,
}

/// <summary>Who elects (选民范围). C082: the residents, nobody else.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Electorate>))]
public enum Electorate
{
    /// <summary>The residents or villagers (村(居)民).</summary>
    Residents,

    /// <summary>Residents' representatives (村(居)民代表): refused.</summary>
    Representatives,

    /// <summary>Members of the council (议事会成员): refused.</summary>
    CouncilMembers,
}

/// <summary>Where a term of office stands (任期状态).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TermState>))]
public enum TermState
{
    /// <summary>It has not begun (未开始).</summary>
    Ahead,

    /// <summary>It runs (任期内).</summary>
    Running,

    /// <summary>It ends soon (即将届满): parameter CouncilTermWarning, assumed.</summary>
    EndsSoon,

    /// <summary>It has ended (已届满).</summary>
    Ended,
}
