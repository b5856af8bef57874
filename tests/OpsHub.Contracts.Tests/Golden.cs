using System.Runtime.CompilerServices;

namespace OpsHub.Contracts.Tests;

/// <summary>Golden files beside the tests. They are kept for ever: a changed form gets a new file, the old one stays readable.
/// <c>OPSHUB_WRITE_GOLDEN=1 dotnet test tests/OpsHub.Contracts.Tests</c> writes what is missing or has a new form, and the grain contract anew.</summary>
internal static class Golden
{
    public static readonly bool Writes = Environment.GetEnvironmentVariable("OPSHUB_WRITE_GOLDEN") == "1";

    public static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Golden");

    public static string Record(string name) => Path.Combine(Folder(), "Records", name + ".json");

    /// <summary>The file of a form that is not there yet.</summary>
    public static string Next(string name) => Forms(name).Count is 0 ? Record(name) : Record($"{name}.{Forms(name).Count + 1}");

    /// <summary>All forms that a record ever had, newest last: <c>Name.json</c>, <c>Name.2.json</c>, …</summary>
    public static IReadOnlyList<string> Forms(string name) =>
        [.. Enumerable.Range(1, 99).Select(n => Record(n == 1 ? name : $"{name}.{n}")).TakeWhile(File.Exists)];
}
