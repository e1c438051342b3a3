namespace OpenRouter.Runtime.Json;

/// <summary>Which of the levels around a token are objects and which are lists: a bit each. Copies are independent of one another.</summary>
internal struct JsonLevels
{
    private const int BitsPerWord = 64;
    private ulong _bits;
    private Word? _outer;

    /// <summary>How many levels there are.</summary>
    public int Depth { get; private set; }

    /// <summary>Whether the innermost level is an object.</summary>
    public readonly bool IsObject => (_bits & 1) != 0;

    /// <summary>Goes a level deeper.</summary>
    public void Enter(bool isObject)
    {
        if (Depth > 0 && Depth % BitsPerWord == 0)
        {
            (_outer, _bits) = (new Word(_bits, _outer), 0);
        }

        _bits = (_bits << 1) | (isObject ? 1UL : 0UL);
        Depth++;
    }

    /// <summary>Goes a level back.</summary>
    public void Leave()
    {
        Depth--;
        _bits >>= 1;
        if (_outer is not null && Depth % BitsPerWord == 0)
        {
            (_bits, _outer) = (_outer.Bits, _outer.Outer);
        }
    }

    /// <summary>The levels further out, which never change.</summary>
    private sealed record Word(ulong Bits, Word? Outer);
}
