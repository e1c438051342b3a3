using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;

using OpenRouter.Analyzers.Bodies;

namespace OpenRouter.Analyzers.Flow;

/// <summary>Which constant texts a value can be, see <see cref="ConstantValues"/>.</summary>
internal static class ConstantTexts
{
    public static IReadOnlyList<ConstantText> Reaching(IOperation value, BodyContext body)
    {
        return ConstantValues.Reaching(value, body, isCertain: false)
            .Where(static constant => constant.Value is string)
            .Select(static constant => new ConstantText((string)constant.Value, constant.Syntax))
            .ToList();
    }
}
