using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace OpsHub.GraphQL.Tests.Transports;

/// <summary>A WebSocket by hand, for what well-behaved clients never do: odd protocols, and not reading.</summary>
public sealed class RawSocket : IDisposable
{
    private readonly TcpClient _tcp = new();

    private NetworkStream Stream => _tcp.GetStream();

    /// <summary>Asks for an event stream, and never reads it.</summary>
    public static Task<RawSocket> StreamAsync(Door door, string body) => ConnectAsync(door,
        $"POST /graphql HTTP/1.1\r\nHost: {door.Url.Authority}\r\nAuthorization: Bearer wall\r\nAccept: text/event-stream\r\n" +
        $"Content-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}");

    public static async Task<RawSocket> UpgradeAsync(Door door, string protocol)
    {
        var raw = await ConnectAsync(door,
            $"GET /graphql HTTP/1.1\r\nHost: {door.Url.Authority}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" +
            $"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: {protocol}\r\n\r\n");
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await raw.Stream.ReadExactlyAsync(one);
            head.Append((char)one[0]);
        }
        head.ToString().ShouldStartWith("HTTP/1.1 101");
        return raw;
    }

    private static async Task<RawSocket> ConnectAsync(Door door, string request)
    {
        var raw = new RawSocket();
        raw._tcp.ReceiveBufferSize = 4_096;
        await raw._tcp.ConnectAsync(door.Url.Host, door.Url.Port);
        await raw.Stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        return raw;
    }

    /// <summary>One masked text frame; the mask of zeros leaves the text as it is.</summary>
    public async Task SayAsync(string text)
    {
        var payload = Encoding.UTF8.GetBytes(text);
        byte[] frame = payload.Length < 126
            ? [0x81, (byte)(0x80 | payload.Length), 0, 0, 0, 0, .. payload]
            : [0x81, 0x80 | 126, (byte)(payload.Length >> 8), (byte)payload.Length, 0, 0, 0, 0, .. payload];
        await Stream.WriteAsync(frame);
    }

    public async Task<int> CloseCodeAsync()
    {
        var frame = new byte[4];
        await Stream.ReadExactlyAsync(frame);
        frame[0].ShouldBe((byte)0x88);
        return BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(2));
    }

    /// <summary>Reads to the end of the connection, whether it ends politely or not, and says how many bytes came.</summary>
    public async Task<long> DrainAsync()
    {
        var buffer = new byte[65_536];
        var total = 0L;
        try
        {
            for (int read; (read = await Stream.ReadAsync(buffer)) > 0;)
                total += read;
        }
        catch (IOException)
        {
        }
        return total;
    }

    public void Dispose() => _tcp.Dispose();
}
