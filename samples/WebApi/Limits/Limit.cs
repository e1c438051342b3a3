namespace WebApi.Limits;

/// <summary>What is counted.</summary>
internal enum Limit
{
    /// <summary>Streams of a user.</summary>
    Streams,

    /// <summary>Attempts to sign in from an address.</summary>
    SignIns,
}
