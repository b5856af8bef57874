namespace OpsHub.Contracts.Consultations;

/// <summary>Paths that are printed, posted and scanned, and so never change.</summary>
public static class PublicPaths
{
    /// <summary>Public pages of consultations (公开页面), open without sign-in.</summary>
    public const string Consultations = "/public/consultations";
}
