using System.Text.Json;

namespace OpenRouter.Benchmarks.Contenders.Expert;

internal sealed class ExpertReasoningDetail
{
    public string? Type { get; set; }

    public string? Text { get; set; }

    public string? Summary { get; set; }

    public string? Data { get; set; }

    public string? Signature { get; set; }

    public string? Id { get; set; }

    public string? Format { get; set; }

    public int? Index { get; set; }
}

internal sealed class ExpertToolCall
{
    public int Index { get; set; }

    public string? Id { get; set; }

    public string? Type { get; set; }

    public ExpertFunction? Function { get; set; }
}

internal sealed class ExpertFunction
{
    public string? Name { get; set; }

    public string? Arguments { get; set; }
}

internal sealed class ExpertLogprobs
{
    public List<ExpertLogprob>? Content { get; set; }

    public List<ExpertLogprob>? Refusal { get; set; }
}

internal sealed class ExpertLogprob
{
    public string? Token { get; set; }

    public double Logprob { get; set; }

    public List<int>? Bytes { get; set; }

    public List<ExpertLogprob>? TopLogprobs { get; set; }
}

internal sealed class ExpertAnnotation
{
    public string? Type { get; set; }

    public ExpertCitation? UrlCitation { get; set; }
}

internal sealed class ExpertCitation
{
    public string? Url { get; set; }

    public string? Title { get; set; }

    public string? Content { get; set; }

    public int? StartIndex { get; set; }

    public int? EndIndex { get; set; }
}

internal sealed class ExpertImage
{
    public string? Type { get; set; }

    public int? Index { get; set; }

    public ExpertImageUrl? ImageUrl { get; set; }
}

internal sealed class ExpertImageUrl
{
    public string? Url { get; set; }
}

internal sealed class ExpertError
{
    public int? Code { get; set; }

    public string? Message { get; set; }

    public Dictionary<string, JsonElement>? Metadata { get; set; }
}
