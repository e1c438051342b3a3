using System.Diagnostics;
using System.Text;
using OpenRouter.Benchmarks.Bodies;

namespace OpenRouter.Benchmarks.Contenders;

/// <summary>
/// What a contender tells of what it read. Hashing a long text costs as much as reading it, so it is done to verify and not
/// while the time is taken.
/// </summary>
/// <param name="everyField">Whether the contender must look at every field.</param>
/// <param name="verifies">Whether texts are hashed.</param>
/// <param name="latencies">Takes the ages of contents that are times of sending.</param>
internal sealed class Tally(bool everyField = false, bool verifies = false, LatencyLog? latencies = null)
{
    private long _text;
    private long _reasoning;
    private long _arguments;
    private long _tokens;
    private long _fields;
    private long _lines;
    private int _hash;
    private string? _finish;

    /// <summary>Whether every field must be looked at, and its sum told by <see cref="Fields"/>, in chunks before the finish reason.</summary>
    public bool EveryField => everyField;

    /// <summary>When the first content came, by the clock of <see cref="Stopwatch"/>.</summary>
    public long FirstContent { get; private set; }

    public ReadResult Result => new(_text, _hash, _reasoning, _arguments, _finish, _tokens, _fields, _lines);

    public void Content(string text)
    {
        if (_text == 0 && text.Length > 0)
        {
            FirstContent = Stopwatch.GetTimestamp();
        }

        _text += text.Length;
        if (verifies)
        {
            _hash = ReadResult.Hash(_hash, text);
        }

        latencies?.Add(text);
    }

    /// <summary>A content that stays UTF-8. Outside of verification its length is counted in bytes.</summary>
    public void Content(ReadOnlySpan<byte> utf8)
    {
        if (verifies || latencies is not null)
        {
            Content(Encoding.UTF8.GetString(utf8));
            return;
        }

        if (_text == 0 && utf8.Length > 0)
        {
            FirstContent = Stopwatch.GetTimestamp();
        }

        _text += utf8.Length;
    }

    public void Reasoning(string text) => _reasoning += text.Length;

    public void Arguments(string text) => _arguments += text.Length;

    public void Finish(string reason) => _finish = reason;

    public void Usage(long completionTokens) => _tokens = completionTokens;

    public void Fields(long sum) => _fields = unchecked(_fields + sum);

    public void Lines(long count) => _lines += count;

    /// <summary>A collected answer: it must say what the chunks said.</summary>
    public void Answer(string text, string reasoning, string? finish, long tokens)
    {
        var own = new ReadResult(text.Length, verifies ? ReadResult.Hash(0, text) : 0, reasoning.Length, _arguments, finish, tokens, _fields);
        if (own != Result)
        {
            throw new InvalidOperationException($"The answer has {own}, the chunks had {Result}.");
        }
    }
}
