using Bunit;
using BlazorChat.Components;
using Microsoft.AspNetCore.Components;
using OpenRouter.Samples.Blazor.Tests.Support;

namespace OpenRouter.Samples.Blazor.Tests.Components;

/// <summary>Faults of the page itself.</summary>
public sealed class ErrorBoundaryTests
{
    [Fact]
    public async Task Fault_InAComponent_ShowsAReferenceAndNothingOfTheException()
    {
        await using var context = new ChatContext();

        var boundary = context.Render<NeutralErrorBoundary>(static parameters => parameters.AddChildContent<Faulty>());

        Assert.Matches("^Something went wrong. It was written down under the reference [0-9a-f]{32}.$", boundary.Find("[role=alert] p").TextContent);
        Assert.DoesNotContain("secret detail", boundary.Markup, StringComparison.Ordinal);
    }

    private sealed class Faulty : ComponentBase
    {
        protected override void OnInitialized() => throw new InvalidOperationException("secret detail");
    }
}
