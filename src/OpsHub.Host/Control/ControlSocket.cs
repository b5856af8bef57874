using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace OpsHub.Host.Control;

/// <summary>The Unix socket over which verbs ask a running hub; only the same operating-system user can open it.</summary>
internal static class ControlSocket
{
    // The kernel's bound on a socket's path, less one for the closing zero.
    private const int LongestPath = 107;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Where the socket of a data folder is. A folder with too long a path has it in the temporary folder, under a name derived from the path.</summary>
    public static string PathOf(string dataFolder)
    {
        var path = Path.Combine(Path.GetFullPath(dataFolder), "control.sock");
        if (Encoding.UTF8.GetByteCount(path) <= LongestPath)
            return path;
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..16];
        return Path.Combine(Path.GetTempPath(), $"opshub-{name}", "control.sock");
    }

    /// <summary>Makes the folder, closes it to others, and removes a socket that a killed process left; false when another process answers on it.</summary>
    public static async Task<bool> Prepare(string path, CancellationToken cancel)
    {
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(path)!).FullName;
        if (!OperatingSystem.IsWindows()) // there the folder's own access list decides
            File.SetUnixFileMode(folder, OwnerOnly);
        if (await TryConnect(path, cancel) is { } other)
        {
            other.Dispose();
            return false;
        }

        File.Delete(path);
        return true;
    }

    /// <summary>Lets only the owner open the socket, once it is there.</summary>
    public static void Close(string path)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    /// <summary>A connection to the hub that listens there, or null when none does.</summary>
    public static async Task<Socket?> TryConnect(string path, CancellationToken cancel)
    {
        if (!File.Exists(path))
            return null;
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancel);
            return socket;
        }
        catch (SocketException error)
        {
            socket.Dispose();
            return error.SocketErrorCode is SocketError.ConnectionRefused or SocketError.AddressNotAvailable ? null : throw new UnauthorizedAccessException(path, error);
        }
    }
}
