namespace Chat.Conversation;

/// <summary>What was said so far. A model knows nothing of it but what is sent again with each question.</summary>
internal sealed class History
{
    private readonly List<Turn> _turns = [];

    public IReadOnlyList<Turn> Turns => _turns;

    public void Add(Turn turn) => _turns.Add(turn);

    public void Clear() => _turns.Clear();

    /// <summary>Forgets the oldest turns, for a conversation that has grown longer than the model reads.</summary>
    /// <returns>How many there were to forget.</returns>
    public int Forget(int count)
    {
        count = Math.Min(count, _turns.Count);
        _turns.RemoveRange(0, count);
        return count;
    }

    /// <summary>Takes the last turn away, to ask its question again.</summary>
    public Turn? TakeLast()
    {
        if (_turns is not [.., var last])
        {
            return null;
        }

        _turns.RemoveAt(_turns.Count - 1);
        return last;
    }
}
