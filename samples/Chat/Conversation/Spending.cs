using System.Globalization;
using OpenRouter.Runtime.Streaming;

namespace Chat.Conversation;

/// <summary>What the answers of this run have cost, each round of calls and each failed answer among them.</summary>
internal sealed class Spending
{
    private int _answers;
    private int _unknown;
    private long _in;
    private long _out;
    private decimal _cost;

    public void Add(ChatAnswer answer)
    {
        if (answer.Usage is not { } usage)
        {
            // An answer that never began has cost nothing; one without its end may have.
            _unknown += answer.GenerationId is null ? 0 : 1;
            return;
        }

        _answers++;
        _in += usage.PromptTokens ?? 0;
        _out += usage.CompletionTokens ?? 0;
        _cost += usage.Cost ?? 0;
    }

    public override string ToString()
    {
        var known = string.Create(CultureInfo.InvariantCulture, $"{_answers} answers, {_in} tokens in, {_out} out, ${_cost:0.00######}.");
        return _unknown == 0 ? known : string.Create(CultureInfo.InvariantCulture, $"{known} What {_unknown} more cost was not told: they did not end.");
    }
}
