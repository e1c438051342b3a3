using WebApi.Relay;

namespace WebApi.Web;

/// <summary>Turns whatever a request throws into one public error. Once a response has begun nothing can be said any more, and the connection is aborted.</summary>
internal static class ErrorBoundary
{
    public static void UseErrorBoundary(this WebApplication app) => app.Use(static async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (RefusedException refused) when (!context.Response.HasStarted)
        {
            await refused.Error.WriteAsync(context);
        }
        catch (BadHttpRequestException refused) when (!context.Response.HasStarted)
        {
            await PublicErrors.OfStatus(refused.StatusCode).WriteAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller left: nobody is there to be told, and nothing went wrong here.
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            RelayLog.Unexpected(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Relay"), PublicError.TraceOf(context), exception.GetType(), exception.StackTrace);
            await PublicErrors.Internal.WriteAsync(context);
        }
    });
}
