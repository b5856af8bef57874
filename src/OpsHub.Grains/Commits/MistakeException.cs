namespace OpsHub.Grains.Commits;

/// <summary>What a pure function threw: a mistake in the program, which no retry mends, told apart from a storage that is away.</summary>
internal sealed class MistakeException(Exception thrown) : Exception(thrown.Message, thrown)
{
    /// <summary>Runs a pure function and marks whatever it throws.</summary>
    public static T Marking<T>(Func<T> pure)
    {
        try
        {
            return pure();
        }
        catch (Exception thrown)
        {
            throw new MistakeException(thrown);
        }
    }
}
