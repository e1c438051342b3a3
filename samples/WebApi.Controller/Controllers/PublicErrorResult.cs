using Microsoft.AspNetCore.Mvc;
using WebApi.Relay;

namespace WebApi.Controllers;

/// <summary>Answers with a public error.</summary>
internal sealed class PublicErrorResult(PublicError error) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context) => error.WriteAsync(context.HttpContext);
}
