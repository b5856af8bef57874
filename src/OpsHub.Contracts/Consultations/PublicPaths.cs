namespace OpsHub.Contracts.Consultations;

/// <summary>Paths that are printed, posted and scanned, and so never change.</summary>
public static class PublicPaths
{
    /// <summary>Public pages of consultations (公开页面), open without sign-in.</summary>
    public const string Consultations = "/public/consultations";

    /// <summary>Notices on party affairs (党务公开), open without sign-in. C061.</summary>
    public const string PartyAffairs = "/public/party-affairs";
}
