using System.Text;

namespace OpenRouter.Generator.Api.Documentation;

/// <summary>Spells identifiers as words, for summaries of what the document does not describe.</summary>
internal static class Words
{
    /// <summary>ChatTokenLogprobs is "chat token logprobs".</summary>
    public static string OfName(string name)
    {
        var words = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            var startsWord = i > 0 && char.IsUpper(c) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (c == '_' || startsWord)
            {
                words.Append(' ');
            }

            if (c != '_')
            {
                var keepsCase = i + 1 < name.Length && char.IsUpper(name[i + 1]);
                words.Append(keepsCase ? c : char.ToLowerInvariant(c));
            }
        }

        return words.ToString().Trim();
    }
}
