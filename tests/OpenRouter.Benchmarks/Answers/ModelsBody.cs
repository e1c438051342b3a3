using System.Globalization;
using System.Text;
using OpenRouter.Benchmarks.Bodies;

namespace OpenRouter.Benchmarks.Answers;

/// <summary>The list of four hundred models, in the form in which the service writes it.</summary>
internal static class ModelsBody
{
    public const int Count = 400;

    public static byte[] Write()
    {
        var random = new Random(9);
        var models = Enumerable.Range(0, Count).Select(number => Model(random, number));
        return Encoding.UTF8.GetBytes($$"""{"data":[{{string.Join(',', models)}}],"links":{"next":null},"total_count":{{Count}}}""");
    }

    private static string Model(Random random, int number)
    {
        var slug = string.Create(CultureInfo.InvariantCulture, $"maker-{number % 40}/model-{number}-instruct");
        var description = JsonQuote.Of(Description(random));
        var image = number % 2 == 0 ? "\"text\",\"image\"" : "\"text\"";
        var modality = number % 2 == 0 ? "text+image->text" : "text->text";
        var reasoning = number % 3 == 0 ? ",\"reasoning\":{\"mandatory\":false,\"default_enabled\":true,\"supports_max_tokens\":true,\"default_effort\":\"medium\",\"supported_efforts\":[\"low\",\"medium\",\"high\"]}" : "";
        var benchmarks = number % 5 == 0 ? ",\"benchmarks\":{\"artificial_analysis\":{\"intelligence_index\":51.3,\"coding_index\":40.25,\"agentic_index\":38.5},\"design_arena\":[{\"arena\":\"web\",\"category\":\"website\",\"elo\":1203.4,\"rank\":12,\"win_rate\":0.513}]}" : "";
        return $$$"""
            {"id":"{{{slug}}}","canonical_slug":"{{{slug}}}-20260{{{1 + (number % 9)}}}01","hugging_face_id":"Maker/Model-{{{number}}}","name":"Maker {{{number % 40}}}: Model {{{number}}} Instruct","created":{{{1_700_000_000 + (number * 86_400)}}},"description":{{{description}}},"context_length":{{{131_072 << (number % 4)}}},"architecture":{"modality":"{{{modality}}}","input_modalities":[{{{image}}}],"output_modalities":["text"],"tokenizer":"GPT","instruct_type":null},"pricing":{"prompt":"0.00000{{{10 + (number % 80)}}}","completion":"0.0000{{{10 + (number % 80)}}}","request":"0","image":"0.000{{{number % 9}}}","web_search":"0.01","internal_reasoning":"0","input_cache_read":"0.0000001","input_cache_write":"0.00000125","discount":0},"top_provider":{"context_length":{{{131_072 << (number % 4)}}},"max_completion_tokens":{{{(number % 7 == 0 ? "null" : "65536")}}},"is_moderated":{{{(number % 4 == 0 ? "true" : "false")}}}},"per_request_limits":null,"supported_parameters":["frequency_penalty","include_reasoning","logit_bias","logprobs","max_tokens","min_p","presence_penalty","reasoning","repetition_penalty","response_format","seed","stop","structured_outputs","temperature","tool_choice","tools","top_k","top_logprobs","top_p"],"default_parameters":{"temperature":0.7,"top_p":0.95,"top_k":null,"frequency_penalty":null,"presence_penalty":null,"repetition_penalty":null},"supported_voices":null,"knowledge_cutoff":"2026-01-31","expiration_date":null,"links":{"details":"/api/v1/models/{{{slug}}}/endpoints"}{{{reasoning}}}{{{benchmarks}}}}
            """;
    }

    private static string Description(Random random) => LargeText.Next(random)[..random.Next(300, 900)];
}
