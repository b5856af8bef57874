namespace OpsHub.Contracts.Notices;

/// <summary>A message for a channel (待发消息), put into the queue within a publication: written with the index row, so that it is neither lost nor doubled.</summary>
/// <param name="Key">The same for the same message; the receiver sees it as <c>webhook-id</c> and can drop doubles by it.</param>
/// <param name="Channel">Id of the channel.</param>
/// <param name="Kind">What it is, e.g. <c>case.status</c>; the receiver reads it as <c>type</c>.</param>
/// <param name="Payload">JSON, sent as <c>data</c>.</param>
/// <param name="NotBefore">Not sent before.</param>
/// <param name="Emergency">True when it goes ahead of others.</param>
public sealed record DeliveryRow(string Key, string Channel, string Kind, string Payload, DateTimeOffset NotBefore, bool Emergency = false);
