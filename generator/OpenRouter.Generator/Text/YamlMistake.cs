using System;
using YamlDotNet.Core;

namespace OpenRouter.Generator.Text;

/// <summary>What the scanner says of a mistake and where: without the place in the sentence, and with tabs found where they are.</summary>
internal static class YamlMistake
{
    public static string MessageOf(YamlException exception)
    {
        var message = exception.Message;
        var place = message.IndexOf("): ", StringComparison.Ordinal);
        return (place < 0 ? message : message.Substring(place + 3)).TrimEnd('.');
    }

    /// <summary>The first tab before the text of a line, when it is tabs that the scanner complains of; it names the line before.</summary>
    public static int? TabAfter(string text, YamlException exception)
    {
        if (exception.Message.IndexOf("tab", StringComparison.Ordinal) < 0)
        {
            return null;
        }

        for (var line = text.IndexOf('\n', (int)exception.Start.Index); line >= 0; line = text.IndexOf('\n', line + 1))
        {
            var tab = line + 1;
            while (tab < text.Length && text[tab] == ' ')
            {
                tab++;
            }

            if (tab < text.Length && text[tab] == '\t')
            {
                return tab;
            }
        }

        return null;
    }
}
