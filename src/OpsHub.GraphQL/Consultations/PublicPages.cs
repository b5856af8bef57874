using OpsHub.Contracts.Consultations;

namespace OpsHub.GraphQL.Consultations;

/// <summary>Where the public pages stand: open to everyone, without sign-in.</summary>
internal static class PublicPages
{
    /// <summary>Path of an announcement's page.</summary>
    public static string Announcement(string number, int id) => $"{PublicPaths.Consultations}/{Uri.EscapeDataString(number)}/announcements/{id}";
}
