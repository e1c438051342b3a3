namespace WebApi.Relay;

/// <summary>A request is not served.</summary>
internal sealed class RefusedException(PublicError error) : Exception(error.Message)
{
    public PublicError Error { get; } = error;
}
