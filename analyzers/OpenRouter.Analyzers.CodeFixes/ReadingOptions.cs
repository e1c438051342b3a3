using System.Collections.Generic;

namespace OpenRouter.Analyzers.CodeFixes;

/// <summary>How the readings of a stream are cancelled and resumed, so that one reading in their place can be alike.</summary>
internal sealed class ReadingOptions
{
    private readonly HashSet<string> _tokens = [];
    private readonly HashSet<string> _contexts = [];

    /// <summary>The arguments of the one reading, and how it is awaited; nothing when the readings differ.</summary>
    public string? Arguments
    {
        get
        {
            if (_tokens.Count > 1 || _contexts.Count > 1)
            {
                return null;
            }

            var context = _contexts.Count == 0 ? "" : ".ConfigureAwait(" + string.Join("", _contexts) + ")";
            return "(" + string.Join("", _tokens) + ")" + context;
        }
    }

    public void AddToken(string token)
    {
        _tokens.Add(token);
    }

    public void AddContext(string context)
    {
        _contexts.Add(context);
    }
}
