using System.Text;

namespace BlazorChat.Answers;

/// <summary>Where the reader of the stream and the renderer of the page meet: one adds pieces as they come, the other takes all of them when it has time. Safe for both threads.</summary>
internal sealed class PieceBuffer
{
    private readonly Lock _gate = new();
    private readonly StringBuilder _reasoning = new();
    private readonly StringBuilder _text = new();
    private TaskCompletionSource _arrival = New();

    /// <summary>Completes when there is something to take.</summary>
    public Task Arrived
    {
        get
        {
            lock (_gate)
            {
                return _arrival.Task;
            }
        }
    }

    public void Add(string? reasoning, string? text)
    {
        if (string.IsNullOrEmpty(reasoning) && string.IsNullOrEmpty(text))
        {
            return;
        }

        lock (_gate)
        {
            _reasoning.Append(reasoning);
            _text.Append(text);
            _arrival.TrySetResult();
        }
    }

    /// <summary>Takes what has come; null when nothing has.</summary>
    /// <param name="isLast">True at the end. Before it, half of a character stays for the next time: the browser would show it as a question mark.</param>
    public AnswerFrame? Take(bool isLast)
    {
        lock (_gate)
        {
            var frame = new AnswerFrame(Take(_reasoning, isLast), Take(_text, isLast));
            if (_arrival.Task.IsCompleted)
            {
                _arrival = New();
            }

            return frame == AnswerFrame.Empty ? null : frame;
        }
    }

    private static string Take(StringBuilder pieces, bool isLast)
    {
        var length = pieces.Length;
        if (!isLast && length > 0 && char.IsHighSurrogate(pieces[length - 1]))
        {
            length--;
        }

        var taken = pieces.ToString(0, length);
        pieces.Remove(0, length);
        return taken;
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
