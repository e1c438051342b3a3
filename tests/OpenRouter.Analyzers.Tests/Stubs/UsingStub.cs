namespace OpenRouter.Analyzers.Tests.Stubs;

/// <summary>What implicit usings and a client's namespaces bring into every file.</summary>
internal static class UsingStub
{
    public const string Source = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Runtime.CompilerServices;
        global using System.Text;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Acme.Letters;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Mvc;
        global using OpenRouter.Api;
        global using OpenRouter.Core;
        global using OpenRouter.Models;
        global using OpenRouter.Models.Streaming;
        global using OpenRouter.Runtime.Annotations;
        global using OpenRouter.Runtime.Streaming;
        """;
}
