using System.Globalization;

namespace Worker.Live;

/// <summary>How far a follower has read: so many characters of the text of an attempt. It is the id of an event, so a browser sends it back by itself.</summary>
/// <param name="Fence">The attempt; 0 before any.</param>
/// <param name="Offset">How much of its text.</param>
internal readonly record struct Place(long Fence, int Offset)
{
    /// <summary>Reads the header <c>Last-Event-ID</c>. What was not written here means the beginning.</summary>
    public static Place Parse(string? text)
    {
        var dot = text?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        return dot > 0
            && long.TryParse(text.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var fence)
            && int.TryParse(text.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
                ? new Place(fence, offset)
                : default;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Fence}.{Offset}");
}
