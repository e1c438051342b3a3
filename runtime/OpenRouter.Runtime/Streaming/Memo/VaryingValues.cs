using System.ComponentModel;

namespace OpenRouter.Runtime.Streaming.Memo;

/// <summary>The values of the event that is being read, where they vary; emitted code takes them one after the other.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class VaryingValues
{
    private readonly string?[] _texts;
    private readonly long[] _numbers;
    private ulong _present;
    private int _next;
    private byte[]? _details;

    internal VaryingValues(int slots)
    {
        _texts = new string?[slots];
        _numbers = new long[slots];
    }

    /// <summary>How many values there are.</summary>
    internal int Count => _texts.Length;

    /// <summary>The most values that an item may have.</summary>
    internal static int MaxSlots => 64;

    /// <summary>Takes a text.</summary>
    /// <param name="held">What it is when it does not vary.</param>
    public string? Text(string? held)
    {
        var slot = _next++;
        return (_present >> slot & 1) != 0 ? _texts[slot] : held;
    }

    /// <summary>Takes a whole number.</summary>
    /// <param name="held">What it is when it does not vary.</param>
    public long? Number(long? held)
    {
        var slot = _next++;
        return (_present >> slot & 1) != 0 ? _numbers[slot] : held;
    }

    /// <summary>Takes the JSON of reasoning details.</summary>
    /// <param name="held">What it is when no text in them varies.</param>
    public byte[]? Details(byte[]? held)
    {
        const int DetailTexts = 2;
        if (held is null)
        {
            return null;
        }

        _next += DetailTexts;
        return _details ?? held;
    }

    /// <summary>Passes over values when none of them varies.</summary>
    /// <param name="count">How many.</param>
    public bool Skip(int count)
    {
        if ((_present >> _next & ((1UL << count) - 1)) != 0)
        {
            return false;
        }

        _next += count;
        return true;
    }

    /// <summary>Says that a value varies, and what it is now.</summary>
    internal void Set(int slot, string? text)
    {
        _texts[slot] = text;
        _present |= 1UL << slot;
    }

    /// <summary>Says that a value varies, and what it is now.</summary>
    internal void Set(int slot, long number)
    {
        _numbers[slot] = number;
        _present |= 1UL << slot;
    }

    /// <summary>The text of a value that varies.</summary>
    internal string? TextAt(int slot) => _texts[slot];

    /// <summary>Begins a copy.</summary>
    /// <param name="details">The JSON of the reasoning details, when a text in them varies.</param>
    internal VaryingValues Rewind(byte[]? details)
    {
        (_next, _details) = (0, details);
        return this;
    }
}
