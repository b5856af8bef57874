namespace OpsHub.Host.Doors.Open311;

/// <summary>A thing with fields, in the order of the specification.</summary>
/// <param name="Name">Its name as the root of an XML document.</param>
/// <param name="Fields">Text, true or false, a number, an instant, another thing or list, or null.</param>
internal sealed record Thing(string Name, params IReadOnlyList<(string Name, object? Value)> Fields);

/// <summary>A list: in XML an element with an element for each item, in JSON an array (the Spark convention).</summary>
/// <param name="Name">Its name as the root of an XML document.</param>
/// <param name="Item">Name of an item's element.</param>
/// <param name="Items">Things or texts.</param>
internal sealed record Listing(string Name, string Item, IReadOnlyList<object> Items);
