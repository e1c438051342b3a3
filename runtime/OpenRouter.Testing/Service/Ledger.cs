using System.Collections.Concurrent;

namespace OpenRouter.Testing.Service;

/// <summary>What was generated: for looking it up, and for the sum of the costs.</summary>
/// <param name="lag">How many looks at a new generation find nothing yet.</param>
internal sealed class Ledger(int lag)
{
    private readonly ConcurrentDictionary<string, EmulatedRequest> _requests = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _looks = new(StringComparer.Ordinal);

    /// <summary>What all answers cost.</summary>
    public decimal Spent => _requests.Values.Sum(request => request.Answer?.Cost ?? 0);

    public void Add(EmulatedRequest request) => _requests[request.GenerationId!] = request;

    /// <summary>Finds a generation, unless it is looked for too early.</summary>
    public EmulatedRequest? Find(string? id)
        => id is not null && _requests.TryGetValue(id, out var request) && _looks.AddOrUpdate(id, 1, (_, count) => count + 1) > lag ? request : null;
}
