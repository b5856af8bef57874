namespace OpsHub.Host.Jobs;

/// <summary>What a unit reads in the morning (晨报): how it stands, and its ten oldest overdue cases with who holds them.</summary>
/// <param name="Unit">Code of the unit.</param>
/// <param name="Name">Its name.</param>
/// <param name="Day">The local day.</param>
/// <param name="At">When it was made; later than 08:00 when the hub was down.</param>
/// <param name="Open">Open cases.</param>
/// <param name="DueToday">Due today and not done.</param>
/// <param name="Overdue">Overdue.</param>
/// <param name="Oldest">The ten longest overdue.</param>
internal sealed record Digest(string Unit, string Name, DateOnly Day, DateTimeOffset At, int Open, int DueToday, int Overdue, IReadOnlyList<DigestLine> Oldest);

/// <summary>A line of a digest. No title and no place: a digest is printed and handed on.</summary>
/// <param name="Number">The case's number.</param>
/// <param name="Category">Its category.</param>
/// <param name="Holder">Who holds it.</param>
/// <param name="DueAt">Since when it is overdue.</param>
internal sealed record DigestLine(string Number, string Category, string Holder, DateTimeOffset DueAt);
