using System.Text;
using System.Text.Json;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming.Memo;

/// <summary>Finds the varying texts in an event that was read already.</summary>
internal sealed class HoleFinder
{
    private const int MaxPath = 256;
    private const int Leads = -1;
    private const int None = -2;

    /// <summary>Every path of interest: those of texts, with their numbers, and those that lead to them.</summary>
    private readonly List<(byte[] Path, int Number)> _nodes = [];

    private readonly int _details;

    /// <summary>Looks for texts at some paths.</summary>
    /// <param name="paths">The paths; empty ones are not looked for.</param>
    public HoleFinder(IReadOnlyList<string> paths)
    {
        for (var number = 0; number < paths.Count; number++)
        {
            var path = paths[number];
            for (var dot = path.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = path.IndexOf('.', dot + 1))
            {
                Add(path[..dot], Leads);
            }

            if (path.Length > 0)
            {
                Add(path, number);
            }
        }

        _details = _nodes.FindIndex(static node => node.Path.AsSpan().EndsWith(".reasoning_details"u8));
    }

    /// <summary>The texts in the order in which they stand; null when the event has a form that cannot be remembered.</summary>
    public EventPlaces? Find(ReadOnlySpan<byte> data)
    {
        var search = new Search(_nodes.Count);
        var reader = new JsonReader(data);
        return reader.Read() && reader.TokenType == JsonTokenType.StartObject && TryObject(ref reader, search, 0) ? search.ToPlaces(data) : null;
    }

    private void Add(string path, int number)
    {
        var bytes = Encoding.UTF8.GetBytes(path);
        if (IndexOf(bytes) < 0)
        {
            _nodes.Add((bytes, number));
        }
    }

    private int IndexOf(ReadOnlySpan<byte> path)
    {
        for (var index = 0; index < _nodes.Count; index++)
        {
            if (path.SequenceEqual(_nodes[index].Path))
            {
                return index;
            }
        }

        return -1;
    }

    private bool TryObject(ref JsonReader reader, Search search, int length)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            // A name that is written with escapes could be one of those that are looked for.
            var name = reader.ValueSpan;
            if (reader.ValueIsEscaped || length + name.Length >= MaxPath)
            {
                return false;
            }

            name.CopyTo(search.Path.AsSpan(length));
            reader.Read();
            if (!TryValue(ref reader, search, length + name.Length))
            {
                return false;
            }
        }

        return true;
    }

    private bool TryValue(ref JsonReader reader, Search search, int length)
    {
        var index = IndexOf(search.Path.AsSpan(0, length));
        var number = index < 0 ? None : _nodes[index].Number;
        if (index >= 0 && !search.IsFirst(index))
        {
            // Of two members of one name the later counts, and what was found in the first would not.
            return false;
        }

        switch (reader.TokenType)
        {
            case JsonTokenType.String when number >= 0:
                search.Add(reader, number);
                return true;
            case JsonTokenType.StartObject when number == Leads:
                search.Path[length] = (byte)'.';
                return TryObject(ref reader, search, length + 1);
            case JsonTokenType.StartArray when number == Leads:
                search.Path[length] = (byte)'.';
                var start = (int)reader.TokenStartIndex;
                search.IsInDetails = index == _details;
                var isFound = TryList(ref reader, search, length + 1);
                search.LeaveDetails(start, (int)reader.BytesConsumed);
                return isFound;
            default:
                reader.Skip();
                return true;
        }
    }

    /// <summary>Only the first item of a list has texts that are copied into.</summary>
    private bool TryList(ref JsonReader reader, Search search, int length)
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
            else if (!TryObject(ref reader, search, length))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>One search.</summary>
    private sealed class Search(int nodes)
    {
        private readonly bool[] _seen = new bool[nodes];

        private readonly List<Hole> _holes = [];
        private (int Start, int End) _details;

        public byte[] Path { get; } = new byte[MaxPath];

        /// <summary>Whether the search is inside the reasoning details.</summary>
        public bool IsInDetails { get; set; }

        /// <summary>Adds the text that the reader stands on.</summary>
        public void Add(in JsonReader reader, int number)
            => _holes.Add(new Hole((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length, number, IsInDetails));

        /// <summary>Notes where the details stood, if the list was theirs.</summary>
        public void LeaveDetails(int start, int end)
        {
            if (IsInDetails)
            {
                (_details, IsInDetails) = ((start, end), false);
            }
        }

        /// <summary>What was found; null when details are not written as they are kept, without white space.</summary>
        public EventPlaces? ToPlaces(ReadOnlySpan<byte> data)
        {
            var places = new EventPlaces([.. _holes], _details);
            if (!places.HasTextInDetails)
            {
                return places;
            }

            var written = data[_details.Start.._details.End];
            var reader = new JsonReader(written);
            return reader.Read() && written.SequenceEqual(JsonVerbatim.Copy(ref reader)) ? places : null;
        }

        /// <summary>Whether a path is met for the first time.</summary>
        public bool IsFirst(int node)
        {
            var isFirst = !_seen[node];
            _seen[node] = true;
            return isFirst;
        }
    }
}
