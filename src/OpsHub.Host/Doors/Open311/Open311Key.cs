namespace OpsHub.Host.Doors.Open311;

/// <summary>Takes the bearer token from <c>api_key</c>, as Open311 clients send it: in the form they post, or in the address. Before sign-in and rates are looked
/// at, so that such a caller is the same as one who sends the header.</summary>
internal static class Open311Key
{
    private const string Field = "api_key";

    public static void UseOpen311Key(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (http.Request.Path.StartsWithSegments(Open311Door.Root))
        {
            var posted = HttpMethods.IsPost(http.Request.Method) ? await Read(http) : null;
            if (string.IsNullOrEmpty(http.Request.Headers.Authorization) && (KeyOf(posted) ?? http.Request.Query[Field].FirstOrDefault()) is { Length: > 0 and < 8_000 } key)
                http.Request.Headers.Authorization = $"Bearer {key}";
        }

        await next(http);
    });

    /// <summary>What was posted.</summary>
    /// <exception cref="DoorRefusedException">It couldn't be read.</exception>
    public static Open311Form Posted(HttpContext http) =>
        http.Items[typeof(Open311Form)] switch { Open311Form form => form, DoorRefusedException refused => throw new DoorRefusedException(refused.Refusal, refused.Status), _ => new(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues>()) };

    private static async Task<Open311Form?> Read(HttpContext http)
    {
        try
        {
            var form = await Open311Form.Read(http.Request, http.RequestAborted);
            http.Items[typeof(Open311Form)] = form;
            return form;
        }
        catch (DoorRefusedException refused)
        {
            http.Items[typeof(Open311Form)] = refused; // told once the path and its format are known
            return null;
        }
    }

    private static string? KeyOf(Open311Form? form)
    {
        try
        {
            return form?.Text(Field);
        }
        catch (DoorRefusedException)
        {
            return null; // a key that is given twice is none
        }
    }
}
