namespace OpenRouter.Analyzers.Tests.Stubs;

/// <summary>As much of Blazor as a component needs that shows a stream. Given to a project by the tests that want it.</summary>
internal static class BlazorStub
{
    public const string Source = """
        namespace Microsoft.AspNetCore.Components
        {
            public abstract class ComponentBase
            {
                protected void StateHasChanged() { }
                protected System.Threading.Tasks.Task InvokeAsync(System.Action work) { work(); return System.Threading.Tasks.Task.CompletedTask; }
                protected virtual System.Threading.Tasks.Task OnInitializedAsync() => System.Threading.Tasks.Task.CompletedTask;
            }
        }
        """;
}
