using System.Net;
using System.Net.Sockets;

namespace OpsHub.Host.Notices;

/// <summary>Connects to public addresses only (防止内网探测): who sets a webhook could otherwise make the hub call its own network.
/// Checked after the name is resolved, on the address that is connected to, so that a name can't change its mind in between.</summary>
internal sealed class PublicAddresses(bool allowPrivate)
{
    private static readonly IPNetwork[] Closed =
    [
        .. "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3"
            .Split(' ').Select(n => IPNetwork.Parse(n)),
    ];

    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");

    // Documentation, and what holds an IPv4 address that may be closed: Teredo, 6to4.
    private static readonly IPNetwork[] ClosedWithin = [.. "2001::/23 2001:db8::/32 2002::/16 3fff::/20".Split(' ').Select(n => IPNetwork.Parse(n))];

    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetwork
            ? !Array.Exists(Closed, n => n.Contains(address))
            : Global.Contains(address) && !Array.Exists(ClosedWithin, n => n.Contains(address));
    }

    public async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancel);
        var open = allowPrivate ? addresses : Array.FindAll(addresses, IsPublic);
        if (open.Length == 0)
            throw new ClosedAddressException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, context.DnsEndPoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>The target lies inside a network that the hub does not call.</summary>
internal sealed class ClosedAddressException() : Exception("The target's address is private, link-local or loopback; OpsHub:Notices:AllowPrivateAddresses permits such.");
