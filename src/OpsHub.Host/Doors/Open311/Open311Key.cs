using Microsoft.AspNetCore.Http.Features;
using OpsHub.Host.Doors.Tickets;
using OpsHub.Host.Pages;

namespace OpsHub.Host.Doors.Open311;

/// <summary>Takes the bearer token from <c>api_key</c>, as Open311 clients send it: in the address, or in the form they post. Before sign-in and rates are looked
/// at, so that such a caller is the same as one who sends the header. What is read for it, of callers who are nobody yet, is a report's small form alone,
/// each at the rate of its address.</summary>
internal static class Open311Key
{
    /// <summary>Largest form, in bytes; a description of the greatest length has 36,000 when every character is escaped.</summary>
    public const long LargestForm = 64 << 10;

    private const string Field = "api_key";
    private const string Reports = Open311Door.Endpoint + "/requests.";

    public static void UseOpen311Key(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (http.Request.Path.StartsWithSegments(Open311Door.Root) && string.IsNullOrEmpty(http.Request.Headers.Authorization))
        {
            var key = http.Request.Query[Field].FirstOrDefault();
            if (string.IsNullOrEmpty(key) && IsReport(http.Request))
            {
                if (!http.RequestServices.GetRequiredService<CallerLimits>().MayStart(http, http.User))
                {
                    TicketAnswers.AskAgain(http, StatusCodes.Status429TooManyRequests);
                    var format = http.Request.Path.Value![Reports.Length..];
                    await Open311Errors.Write(DoorRefusals.Busy, Open311Writer.Knows(format) ? format : "xml", StatusCodes.Status429TooManyRequests).ExecuteAsync(http);
                    return;
                }

                key = await KeyPosted(http);
            }

            if (key is { Length: > 0 and < 8_000 })
                http.Request.Headers.Authorization = $"Bearer {key}";
        }

        await next(http);
    });

    /// <summary>What was posted.</summary>
    /// <exception cref="DoorRefusedException">It couldn't be read.</exception>
    public static async Task<Open311Form> Posted(HttpContext http) => http.Items[typeof(Open311Form)] switch
    {
        Open311Form form => form,
        DoorRefusedException refused => throw new DoorRefusedException(refused.Refusal, refused.Status),
        _ => await Read(http),
    };

    private static bool IsReport(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.Path.Value!.StartsWith(Reports, StringComparison.OrdinalIgnoreCase);

    private static async Task<string?> KeyPosted(HttpContext http)
    {
        try
        {
            var form = await Read(http);
            http.Items[typeof(Open311Form)] = form;
            return form.Text(Field);
        }
        catch (DoorRefusedException refused)
        {
            http.Items.TryAdd(typeof(Open311Form), refused); // told once format and key are known; a key that is given twice is none
            return null;
        }
    }

    private static Task<Open311Form> Read(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } bound)
            bound.MaxRequestBodySize = LargestForm;
        return Open311Form.Read(http.Request, http.RequestAborted);
    }
}
