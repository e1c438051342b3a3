using Microsoft.CodeAnalysis.Text;
using OpenRouter.Generator.Api;

namespace OpenRouter.Generator.Emit;

/// <summary>Prints the client and its interface.</summary>
internal static class ClientEmitter
{
    public static SourceText Emit(ClientModel client)
    {
        var code = SourceHeader.Start(client.Style, client.RootNamespace + ".Core", ["global::" + client.RootNamespace + ".Api"]);
        code.Use(Usings.System | Usings.Core | Usings.Annotations | Usings.RuntimeHttp);
        code.Summary("The operations of the service, by group. One instance serves a whole program and all its threads.");
        code.Line(SourceHeader.ToolAttribute);
        code.Annotation("ApiClient");
        using (code.Block($"{code.Access} partial interface I{client.Name}"))
        {
            foreach (var group in client.Groups)
            {
                code.Separate();
                code.Summary(group.Summary);
                code.Line($"{group.InterfaceName} {group.PropertyName} {{ get; }}");
            }
        }

        code.Line();
        EmitClass(code, client);
        return code.ToSourceText();
    }

    private static void EmitClass(CodeWriter code, ClientModel client)
    {
        code.Summary("The client of the service. It owns its connections; dispose it when the program ends.");
        code.Line(SourceHeader.ToolAttribute);
        code.Annotation("ApiClient");
        using (code.Block($"{code.Access} sealed partial class {client.Name} : I{client.Name}, IDisposable"))
        {
            code.Line("private readonly ApiTransport _transport;");
            foreach (var group in client.Groups)
            {
                code.Line($"private {group.ClassName}? {Field(group)};");
            }

            code.Separate();
            code.Summary("Makes a client with the default settings.");
            code.Param("apiKey", "The key of the account; it is sent to the base address only and never shown.");
            code.Comment("<exception cref=\"ArgumentException\">The key is empty or cannot be sent in a header.</exception>");
            using (code.Block($"public {client.Name}([ApiKey] string apiKey)"))
            {
                code.Line("var options = new OpenRouterClientOptions { ApiKey = new ApiKey(apiKey) };");
                code.Line("_transport = new ApiTransport(options, DefaultBaseAddress);");
            }

            code.Separate();
            code.Summary("Makes a client.");
            code.Param("options", "Key, base address, handler and limits. They are read now; later changes have no effect.");
            code.Comment("<exception cref=\"ArgumentException\">A setting is not valid; the message names it and never shows a secret.</exception>");
            using (code.Block($"public {client.Name}(OpenRouterClientOptions options)"))
            {
                code.Line("ArgumentNullException.ThrowIfNull(options);");
                code.Line("_transport = new ApiTransport(options, DefaultBaseAddress);");
            }

            code.Separate();
            code.Summary("The address that is used when the options name none.");
            code.Line($"public static Uri DefaultBaseAddress {{ get; }} = new({Literal.Text(client.BaseAddress)});");
            foreach (var group in client.Groups)
            {
                code.Separate();
                code.Inherit();
                code.Line($"public {group.InterfaceName} {group.PropertyName} => {Field(group)} ??= new {group.ClassName}(_transport);");
            }

            code.Separate();
            code.Inherit();
            code.Line("public void Dispose() => _transport.Dispose();");
        }
    }

    /// <summary>Groups are made when they are asked for: a program compiles, and a native one holds, those that it uses.</summary>
    private static string Field(ClientGroup group) => "_" + char.ToLowerInvariant(group.PropertyName[0]) + group.PropertyName.Substring(1);
}
