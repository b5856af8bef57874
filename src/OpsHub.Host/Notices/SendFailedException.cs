using System.Net.Sockets;
using System.Security.Authentication;
using MailKit;

namespace OpsHub.Host.Notices;

/// <summary>A message did not get through.</summary>
/// <param name="message">What the operator is told; without secrets.</param>
/// <param name="permanent">True when the receiver will not take this message however often it comes.</param>
internal sealed class SendFailedException(string message, bool permanent = false) : Exception(message)
{
    public bool Permanent => permanent;

    /// <summary>What to tell of a failure: never an exception's own text where a URL may be in it.</summary>
    public static string Tell(Exception failure) => failure switch
    {
        SendFailedException or ClosedAddressException => failure.Message,
        OperationCanceledException or TimeoutException => "No answer in time",
        { InnerException: ClosedAddressException inner } => inner.Message,
        { InnerException: AuthenticationException } or AuthenticationException => "The encrypted connection could not be made: certificate or protocol",
        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } http => $"{http.HttpRequestError}",
        { InnerException: SocketException socket } => $"Connection failed: {socket.SocketErrorCode}",
        SocketException socket => $"Connection failed: {socket.SocketErrorCode}",
        ServiceNotConnectedException or ServiceNotAuthenticatedException or ProtocolException => $"The mail server did not go on: {failure.GetType().Name}",
        _ => failure.GetType().Name,
    };
}
