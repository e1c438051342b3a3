using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using WebApi.Relay;

namespace WebApi.Web;

/// <summary>Reads the body of a request.</summary>
internal static class JsonBody
{
    /// <exception cref="RefusedException">It is no JSON, or not what is expected; the error says where.</exception>
    /// <exception cref="BadHttpRequestException">It is too large or comes too slowly.</exception>
    public static async Task<T> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type)
    {
        // A form of another site can send anything but this type; a script of another site has to ask first (CORS).
        if (!context.Request.HasJsonContentType())
        {
            throw new RefusedException(PublicErrors.JsonNeeded);
        }

        try
        {
            return await JsonSerializer.DeserializeAsync(context.Request.Body, type, context.RequestAborted)
                ?? throw new RefusedException(PublicErrors.Invalid("The body is null."));
        }
        catch (JsonException exception)
        {
            // Its message names types of this program; its path is what the caller needs.
            throw new RefusedException(PublicErrors.Invalid($"The body is not what is expected at {exception.Path ?? "$"}: members may be unknown, missing or of another type."));
        }
    }
}
