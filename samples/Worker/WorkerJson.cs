using System.Text.Json.Serialization;
using Worker.Jobs;
using Worker.Live;

namespace Worker;

/// <summary>Everything that is read or written as JSON; compiled, not reflected on.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(JobRequest))]
[JsonSerializable(typeof(JobView))]
[JsonSerializable(typeof(IReadOnlyList<JobView>))]
[JsonSerializable(typeof(QueueState))]
[JsonSerializable(typeof(TextData))]
[JsonSerializable(typeof(RestartData))]
[JsonSerializable(typeof(Microsoft.AspNetCore.Mvc.ProblemDetails))]
internal sealed partial class WorkerJson : JsonSerializerContext;
