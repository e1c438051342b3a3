using BlazorChat.Answers;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace BlazorChat.Components;

/// <summary>Shows that something went wrong and under which reference the log has it, and nothing of the exception.</summary>
public sealed partial class NeutralErrorBoundary : ErrorBoundaryBase
{
    private string? _reference;

    [Inject]
    private ILogger<NeutralErrorBoundary> Logger { get; set; } = null!;

    /// <inheritdoc/>
    protected override Task OnErrorAsync(Exception exception)
    {
        _reference = TraceReference.Next();
        LogFault(Logger, exception, _reference);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (CurrentException is null)
        {
            builder.AddContent(0, ChildContent);
            return;
        }

        builder.OpenElement(1, "div");
        builder.AddAttribute(2, "class", "card");
        builder.AddAttribute(3, "role", "alert");
        builder.OpenElement(4, "p");
        builder.AddContent(5, $"Something went wrong. It was written down under the reference {_reference}.");
        builder.CloseElement();
        builder.OpenElement(6, "button");
        builder.AddAttribute(7, "onclick", EventCallback.Factory.Create(this, Recover));
        builder.AddContent(8, "Begin a new chat");
        builder.CloseElement();
        builder.CloseElement();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The page met a fault ({Reference}).")]
    private static partial void LogFault(ILogger logger, Exception exception, string reference);
}
