using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace OpsHub.Host.Startup;

/// <summary>The hub can't listen on an address.</summary>
internal sealed class AddressException(string message) : Exception(message)
{
    public static AddressException InUse(string url) => new(
        $"地址 {url} 已被占用。请停止占用它的程序，或用 --urls 指定另一个地址，例如 --urls http://localhost:5081。\n"
        + $"The address {url} is in use. Stop the program that has it, or choose another with --urls, e.g. --urls http://localhost:5081.");

    public static AddressException Refused(string url, string why) => new(
        $"无法监听地址 {url}（{why}）。请用 --urls 指定本机地址和 1024 以上的端口，例如 http://localhost:5080。\n"
        + $"The address {url} can't be listened on ({why}). Give --urls an address of this machine and a port above 1024, e.g. http://localhost:5080.");
}

/// <summary>The addresses to listen on.</summary>
internal static class Addresses
{
    /// <summary>Where the hub is found unless told otherwise.</summary>
    public const string Default = "http://localhost:5080";

    /// <summary>Tries every address before anything else is touched, so that a taken port leaves nothing half done.</summary>
    /// <exception cref="AddressException">One can't be had.</exception>
    public static void EnsureFree(IEnumerable<string> urls)
    {
        foreach (var url in urls)
        {
            var address = Parse(url);
            foreach (var ip in Of(address.Host))
                Try(url, new IPEndPoint(ip, address.Port));
        }
    }

    /// <summary>An address under which this machine reaches a hub that listens on <paramref name="url"/>.</summary>
    public static string Reachable(string url) => url
        .Replace("*", "localhost", StringComparison.Ordinal).Replace("+", "localhost", StringComparison.Ordinal)
        .Replace("0.0.0.0", "localhost", StringComparison.Ordinal).Replace("[::]", "localhost", StringComparison.Ordinal);

    private static BindingAddress Parse(string url)
    {
        try
        {
            return BindingAddress.Parse(url);
        }
        catch (FormatException error)
        {
            throw AddressException.Refused(url, error.Message);
        }
    }

    private static IPAddress[] Of(string host) =>
        host is "localhost" ? [IPAddress.Loopback]
        : IPAddress.TryParse(host.Trim('[', ']'), out var ip) ? [ip]
        : [IPAddress.Any];

    private static void Try(string url, IPEndPoint endpoint)
    {
        using var probe = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            probe.Bind(endpoint);
            probe.Listen();
        }
        catch (SocketException error)
        {
            throw error.SocketErrorCode == SocketError.AddressAlreadyInUse ? AddressException.InUse(url) : AddressException.Refused(url, error.Message);
        }
    }
}
