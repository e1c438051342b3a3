namespace Worker.Live;

/// <summary>The data of an event with text.</summary>
internal sealed record TextData(string Text);
