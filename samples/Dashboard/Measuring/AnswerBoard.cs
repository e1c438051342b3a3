using System.Text;
using System.Threading.Channels;
using Dashboard.Text;
using OpenRouter.Runtime.Streaming;

namespace Dashboard.Measuring;

/// <summary>
/// Where the task that reads the stream and the one that shows it meet. All is behind one lock, so that text and figures are always of the same
/// moment; nothing here draws, so the stream never waits for the screen.
/// </summary>
internal sealed class AnswerBoard
{
    private readonly Lock _lock = new();
    private readonly Channel<bool> _news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _reasoning = new();
    private readonly TokenEstimate _estimate = new();
    private readonly TimeProvider _time;
    private readonly long _start;
    private long? _keepAlive;
    private Figures _figures;

    public AnswerBoard(string askedModel, int? maxTokens, TimeProvider time)
    {
        _time = time;
        _start = time.GetTimestamp();
        _figures = new Figures { AskedModel = SafeText.LineOf(askedModel), MaxTokens = maxTokens };
    }

    /// <summary>Waits until something came since the last wait.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken) => await _news.Reader.ReadAsync(cancellationToken);

    /// <summary>Takes what came since the last look.</summary>
    public Glance Take()
    {
        lock (_lock)
        {
            var glance = new Glance(_text.ToString(), _reasoning.ToString(), Now());
            _text.Clear();
            _reasoning.Clear();
            return glance;
        }
    }

    public void Add(string? text, string? reasoning)
    {
        if (string.IsNullOrEmpty(text) && string.IsNullOrEmpty(reasoning))
        {
            return;
        }

        lock (_lock)
        {
            _text.Append(text);
            _reasoning.Append(reasoning);
            _estimate.Add(text ?? "");
            _estimate.Add(reasoning ?? "");
            _keepAlive = null;
            _figures = _figures with
            {
                State = string.IsNullOrEmpty(text) && _figures.State != AnswerState.Answering ? AnswerState.Thinking : AnswerState.Answering,
                FirstToken = _figures.FirstToken ?? _time.GetElapsedTime(_start),
            };
        }

        _news.Writer.TryWrite(true);
    }

    /// <summary>Notes who answers; what was known stays when nothing new is told.</summary>
    public void Identify(string? model, string? provider, string? generationId)
    {
        lock (_lock)
        {
            if ((model ?? _figures.Model, provider ?? _figures.Provider, generationId ?? _figures.GenerationId) != (_figures.Model, _figures.Provider, _figures.GenerationId))
            {
                _figures = _figures with
                {
                    Model = model is null ? _figures.Model : SafeText.LineOf(model),
                    Provider = provider is null ? _figures.Provider : SafeText.LineOf(provider),
                    GenerationId = generationId is null ? _figures.GenerationId : SafeText.LineOf(generationId),
                };
            }
        }
    }

    public void KeepAlive()
    {
        lock (_lock)
        {
            _keepAlive = _time.GetTimestamp();
        }
    }

    /// <summary>Ends the answer. What the service told takes the place of what was guessed.</summary>
    public void End(AnswerState state, ChatAnswer answer, string? remark)
    {
        Identify(answer.Model, answer.Provider, answer.GenerationId);
        lock (_lock)
        {
            var told = answer.Usage?.CompletionTokens;
            _figures = Now() with
            {
                State = state,
                Tokens = told ?? _estimate.Tokens,
                IsEstimate = told is null,
                PromptTokens = answer.Usage?.PromptTokens,
                ReasoningTokens = answer.Usage?.ReasoningTokens,
                Cost = answer.Usage?.Cost,
                FinishReason = answer.FinishReason is { } reason ? SafeText.LineOf(reason) : null,
                Remark = remark is null ? null : SafeText.LineOf(remark),
            };
        }
    }

    private Figures Now() => _figures.HasEnded
        ? _figures
        : _figures with
        {
            Elapsed = _time.GetElapsedTime(_start),
            Tokens = _estimate.Tokens,
            KeepAliveAge = _keepAlive is { } last ? _time.GetElapsedTime(last) : null,
        };
}
