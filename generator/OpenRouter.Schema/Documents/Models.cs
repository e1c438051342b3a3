using OpenRouter.Generator;
using OpenRouter.Generator.Api;
using OpenRouter.Generator.Problems;

namespace OpenRouter.Schema.Documents;

/// <summary>Runs the stages of the generator.</summary>
internal static class Models
{
    /// <summary>The model of a document; what is neither JSON nor YAML is bad input, everything else stands among the problems.</summary>
    public static ApiModel Load(DocumentInput input, CancellationToken cancellationToken)
    {
        var model = ApiLoader.Load(input, cancellationToken);
        ThrowIfUnreadable(model.Problems);
        return model;
    }

    /// <summary>The model of a document that is OpenAPI at least; another one is bad input.</summary>
    public static ApiModel LoadValid(DocumentInput input, CancellationToken cancellationToken)
    {
        var model = Load(input, cancellationToken);
        return model.RootNamespace.Length > 0 ? model : throw BadInput(model.Problems.Where(ProblemText.IsError));
    }

    public static void ThrowIfUnreadable(IEnumerable<Problem> problems)
    {
        var unreadable = problems.Where(static problem => problem.Rule == ProblemRule.Syntax).ToList();
        if (unreadable.Count > 0)
        {
            throw BadInput(unreadable);
        }
    }

    private static BadInputException BadInput(IEnumerable<Problem> problems) => new(string.Join('\n', problems.Select(ProblemText.Of)));
}
