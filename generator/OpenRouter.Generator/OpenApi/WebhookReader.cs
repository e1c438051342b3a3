using System.Collections.Generic;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.OpenApi;

/// <summary>
/// Reads what the service sends by itself: webhooks (also under the older name <c>x-webhooks</c>) and the callbacks of
/// operations. Their bodies are payloads that a receiver parses.
/// </summary>
internal static class WebhookReader
{
    public static List<Operation> Read(Node root, OperationReader reader)
    {
        var received = new List<Operation>();
        foreach (var member in new[] { root["webhooks"], root["x-webhooks"] })
        {
            foreach (var webhook in member?.Members ?? [])
            {
                AddAll(webhook.Name, reader.Follow(webhook.Value), reader, received);
            }
        }

        return received;
    }

    /// <summary>What an operation lets the service call back. The key of each is an expression, so the name of the callback stands for it.</summary>
    public static List<Operation> CallbacksOf(Node operation, OperationReader reader)
    {
        var received = new List<Operation>();
        foreach (var callback in operation["callbacks"]?.Members ?? [])
        {
            foreach (var expression in reader.Follow(callback.Value)?.Members ?? [])
            {
                AddAll(callback.Name, reader.Follow(expression.Value), reader, received);
            }
        }

        return received;
    }

    private static void AddAll(string name, Node? item, OperationReader reader, List<Operation> into)
    {
        foreach (var member in item?.Members ?? [])
        {
            if (DocumentReader.IsMethod(member.Name) && member.Value.IsObject)
            {
                into.Add(reader.ReadReceived(member.Name, name, item!, member.Value));
            }
        }
    }
}
