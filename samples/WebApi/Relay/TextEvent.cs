namespace WebApi.Relay;

/// <summary>The data of an event <c>text</c>.</summary>
internal sealed record TextEvent(string Text);
