using System.Buffers;
using OpenRouter.Runtime.Annotations;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Telemetry;

namespace OpenRouter.Core;

/// <summary>What a client is made of. A client copies it: later changes have no effect.</summary>
public sealed class OpenRouterClientOptions
{
    /// <summary>The key. Without one no <c>Authorization</c> header is sent.</summary>
    [ApiKey]
    public ApiKey? ApiKey { get; set; }

    /// <summary>Another address of the service: https, or http to this machine; a path is kept.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>The handler to send through. It stays yours to dispose.</summary>
    public HttpMessageHandler? Handler { get; set; }

    /// <summary>The HTTP client to send through. It stays yours to dispose. Set its <c>Timeout</c> to infinite for streams.</summary>
    public HttpClient? HttpClient { get; set; }

    /// <summary>The title of your application in OpenRouter's rankings: printable ASCII.</summary>
    public string? AppTitle { get; set; }

    /// <summary>The address of your application; without it no page is made for it.</summary>
    public Uri? AppUrl { get; set; }

    /// <summary>Categories of your application, such as <c>cli-agent</c>.</summary>
    public IReadOnlyList<string>? AppCategories { get; set; }

    /// <summary>Headers of every request.</summary>
    public IDictionary<string, string> DefaultHeaders { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The clock.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>How long calls may take.</summary>
    public CallTimeouts Timeouts { get; set; } = new();

    /// <summary>How failed calls are repeated.</summary>
    public RetryOptions Retries { get; set; } = new();

    /// <summary>Whether answers that are not streamed may arrive compressed. Limits count what comes out. Streams never are: compression holds events back.</summary>
    public bool Decompression { get => Inflate is not null; set => Inflate = value ? Inflation.Open : null; }

    /// <summary>Who is told what becomes of calls.</summary>
    public IList<CallObserver> Observers { get; } = [];

    /// <summary>Whether traces hold the texts of prompts and answers. They may be secrets of people; off by default.</summary>
    public bool RecordContent { get => Content is not null; set => Content = value ? new ContentTags() : null; }

    /// <summary>Ceilings on what the service can make grow.</summary>
    public StreamLimits Limits { get; set; } = new();

    /// <summary>
    /// Makes the handler that a client of these options sends through when it is given none: no redirects, no cookies, connections that are renewed after 15 minutes
    /// and made within <see cref="CallTimeouts.Connect"/>. For putting handlers of your own before it; it is yours to dispose.
    /// </summary>
    /// <exception cref="ArgumentException">A timeout cannot be used.</exception>
    public HttpMessageHandler CreateHandler()
        => ServiceHandler.Create(BaseAddress?.Scheme != Uri.UriSchemeHttp, Timeouts.Check(nameof(Timeouts)).Connect, TimeProvider);

    /// <summary>Where the memory of bodies comes from, those that are sent and those that are received.</summary>
    internal ArrayPool<byte> Pool { get; set; } = ArrayPool<byte>.Shared;

    /// <summary>What inflates answers. Only the setter names it: a native program that never asks for it holds no decompressor.</summary>
    internal Func<Stream, ICollection<string>, Stream?>? Inflate { get; private set; }

    /// <summary>What puts texts into traces; as above, only the setter names it.</summary>
    internal ContentTags? Content { get; private set; }

    /// <summary>Whether events of a stream are read by the shapes of those before; for tests, which compare both ways.</summary>
    internal bool ReadsByShape { get; set; } = true;
}
