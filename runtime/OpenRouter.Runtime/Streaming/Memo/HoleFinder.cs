using System.Text.Json;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming.Memo;

/// <summary>Finds the values that may vary in an event that was read already.</summary>
/// <param name="paths">Where they stand.</param>
internal sealed class HoleFinder(PathList paths)
{
    private Hole[] _holes = new Hole[16];
    private int _count;
    private ulong _seen;

    /// <summary>The values in the order in which they stand in the event.</summary>
    public ReadOnlySpan<Hole> Holes => _holes.AsSpan(0, _count);

    /// <summary>Where the JSON of reasoning details begins and ends; nothing when there is none.</summary>
    public (int Start, int End) Details { get; private set; }

    /// <summary>Looks for the values; false when the event has a form that cannot be remembered.</summary>
    public bool TryFind(ReadOnlySpan<byte> data)
    {
        (_count, _seen, Details) = (0, 0, default);

        // A byte order mark is passed over by those who read the event, and would move all places.
        if (paths.Count > VaryingValues.MaxSlots || data.IsEmpty || data[0] > 0x7F)
        {
            return false;
        }

        var reader = new JsonReader(data);
        return reader.Read() && reader.TokenType == JsonTokenType.StartObject && TryObject(ref reader, PathList.Top) && IsKeptAsWritten(data);
    }

    private bool TryObject(ref JsonReader reader, int parent)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            // A name that is written with escapes could be one of those that are looked for.
            if (reader.ValueIsEscaped)
            {
                return false;
            }

            var path = paths.Find(parent, reader.ValueSpan);
            reader.Read();
            if (path < 0)
            {
                reader.Skip();
            }
            else if (!TryValue(ref reader, path))
            {
                return false;
            }
        }

        return true;
    }

    private bool TryValue(ref JsonReader reader, int path)
    {
        // Of two members of one name the later counts, and what was found in the first would not.
        var bit = 1UL << path;
        if ((_seen & bit) != 0)
        {
            return false;
        }

        _seen |= bit;
        var kind = paths[path].Kind;
        switch (reader.TokenType)
        {
            case JsonTokenType.String when kind is VaryingKind.Text or VaryingKind.Piece or VaryingKind.DetailText:
                Add(new Hole(reader.TokenStartIndex + 1, reader.ValueSpan.Length, path));
                return true;
            case JsonTokenType.Number when kind == VaryingKind.Number:
                Add(new Hole(reader.TokenStartIndex, reader.ValueSpan.Length, path));
                return true;
            case JsonTokenType.StartObject when kind == VaryingKind.Lead:
                return TryObject(ref reader, path);
            case JsonTokenType.StartArray when kind is VaryingKind.Lead or VaryingKind.Details:
                var start = reader.TokenStartIndex;
                var isFound = TryList(ref reader, path);
                Details = kind == VaryingKind.Details ? (start, reader.BytesConsumed) : Details;
                return isFound;
            default:
                reader.Skip();
                return true;
        }
    }

    /// <summary>Only the first item of a list has values that are copied into.</summary>
    private bool TryList(ref JsonReader reader, int path)
    {
        for (var isFirst = true; reader.Read() && reader.TokenType != JsonTokenType.EndArray; isFirst = false)
        {
            if (reader.TokenType != JsonTokenType.StartObject && isFirst)
            {
                // An item that is dropped on reading would make another one the first.
                return false;
            }

            if (!isFirst)
            {
                reader.Skip();
            }
            else if (!TryObject(ref reader, path))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Details are kept as they are written, but for white space: a copy of the bytes must be what is kept.</summary>
    private bool IsKeptAsWritten(ReadOnlySpan<byte> data)
    {
        if (!HasDetailText())
        {
            return true;
        }

        var written = data[Details.Start..Details.End];
        var reader = new JsonReader(written);
        return reader.Read() && written.SequenceEqual(JsonVerbatim.Copy(ref reader));
    }

    private bool HasDetailText()
    {
        foreach (var hole in Holes)
        {
            if (paths[hole.Path].Kind == VaryingKind.DetailText)
            {
                return true;
            }
        }

        return false;
    }

    private void Add(Hole hole)
    {
        if (_count == _holes.Length)
        {
            Array.Resize(ref _holes, _count * 2);
        }

        _holes[_count++] = hole;
    }
}
