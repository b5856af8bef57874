using System.Net.WebSockets;

namespace OpsHub.GraphQL.Transports.Sockets;

/// <summary>Why a socket is closed: the codes of the graphql-transport-ws protocol.</summary>
internal sealed class SocketClose(int code, string reason) : Exception(reason)
{
    public const string Protocol = "graphql-transport-ws";

    public WebSocketCloseStatus Status => (WebSocketCloseStatus)code;

    public static SocketClose BadRequest(string reason) => new(4400, reason);

    public static SocketClose Unauthorized() => new(4401, "Unauthorized");

    public static SocketClose Forbidden() => new(4403, "Forbidden");

    public static SocketClose WrongProtocol() => new(4406, "Subprotocol not acceptable");

    public static SocketClose InitTimeout() => new(4408, "Connection initialisation timeout");

    public static SocketClose SubscriberExists(string id) => new(4409, $"Subscriber for {id} already exists");

    public static SocketClose TooManyInits() => new(4429, "Too many initialisation requests");

    // Try again later: clients come back by themselves, slower each time.
    public static SocketClose TooManyStreams() => new(1013, "Too many sockets and streams of this token are open");

    public static SocketClose MessageTooBig() => new((int)WebSocketCloseStatus.MessageTooBig, "Message too big");

    public static SocketClose GoingAway() => new((int)WebSocketCloseStatus.EndpointUnavailable, "The server is stopping");
}
