using OpenRouter.Testing.Answers;
using OpenRouter.Testing.Wire;

namespace OpenRouter.Testing.Service;

/// <summary>The service itself: what it answers where no reply was scripted.</summary>
/// <param name="ids">Hands out ids.</param>
/// <param name="ledger">What was generated.</param>
internal sealed class Router(GenerationIds ids, Ledger ledger)
{
    public const string Chat = "/chat/completions";

    /// <summary>Answers a request.</summary>
    public RawBody Answer(EmulatedRequest request) => (request.Method, request.Path) switch
    {
        ("GET", "/models") => RawBody.Json(ModelCatalog.Body()),
        ("GET", "/key") => RawBody.Json(Account.Key(ledger.Spent)),
        ("GET", "/credits") => RawBody.Json(Account.Credits(ledger.Spent)),
        ("GET", "/generation") => Generation(request),
        ("POST", "/embeddings") => Embed(request),
        _ => Error(404, $"{request.Method} {request.Path} is not emulated. Script a reply for it."),
    };

    public static RawBody Error(int status, string message) => RawBody.Json(status, ErrorText.Envelope(status, message, errorType: null));

    private RawBody Embed(EmulatedRequest request)
    {
        (request.GenerationId, _) = ids.Next();
        return Embeddings.Body(request.Body, request.GenerationId) is { } body ? RawBody.Json(body) : Error(400, "input: Required");
    }

    private RawBody Generation(EmulatedRequest request)
    {
        var id = request.Query.Split('&').FirstOrDefault(pair => pair.StartsWith("id=", StringComparison.Ordinal))?[3..];
        return ledger.Find(id is null ? null : Uri.UnescapeDataString(id)) is { Answer: { } facts } found
            ? RawBody.Json(GenerationRecord.Body(found, facts))
            : Error(404, $"Generation {id} not found");
    }
}
