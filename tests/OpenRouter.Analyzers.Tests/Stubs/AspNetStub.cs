namespace OpenRouter.Analyzers.Tests.Stubs;

/// <summary>As much of ASP.NET Core as a controller needs to know that its browser has gone.</summary>
internal static class AspNetStub
{
    public const string Source = """
        using System.Threading;
        using System.Threading.Tasks;

        namespace Microsoft.AspNetCore.Http
        {
            public abstract class HttpContext
            {
                public abstract CancellationToken RequestAborted { get; set; }
                public abstract HttpResponse Response { get; }
            }

            public abstract class HttpResponse
            {
                public abstract Task WriteAsync(string text);
            }
        }

        namespace Microsoft.AspNetCore.Mvc
        {
            public abstract class ControllerBase
            {
                public Http.HttpContext HttpContext { get; } = null!;
                public Http.HttpResponse Response => HttpContext.Response;
            }
        }
        """;
}
