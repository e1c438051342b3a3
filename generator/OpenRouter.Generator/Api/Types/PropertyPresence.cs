namespace OpenRouter.Generator.Api.Types;

/// <summary>How a member may be absent from JSON.</summary>
internal enum PropertyPresence
{
    /// <summary>Must be there; a getter says so when it was not.</summary>
    Required,

    /// <summary>Must be there, and has the one value that the schema allows.</summary>
    Constant,

    /// <summary>May be absent; null is written as absence.</summary>
    Optional,

    /// <summary>Must be there but may be null; null is written.</summary>
    RequiredNullable,

    /// <summary>Absent, null and a value are three different things (update requests).</summary>
    ThreeStates,
}
