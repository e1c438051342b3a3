using System.Text.Json.Serialization;
using WebApi.Accounts;
using WebApi.Chat;
using WebApi.Relay;

namespace WebApi.Web;

/// <summary>Everything that is read from callers or written to them. A member that is not known is an error: nothing slips through to the service.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChatInput))]
[JsonSerializable(typeof(SignInInput))]
[JsonSerializable(typeof(SessionOutput))]
[JsonSerializable(typeof(TextEvent))]
[JsonSerializable(typeof(DoneEvent))]
[JsonSerializable(typeof(ErrorEvent))]
internal sealed partial class RelayJson : JsonSerializerContext;
