#!/usr/bin/env bash
# Mutation score of one area of the runtime.
#
#   tests/mutation/run.sh sse|accumulator|retry|all [lowest score, 0 to 100]
#
# Prints the mutants that no test noticed and the score; fails below the lowest score.
#
# Stryker makes the mutants and another program runs the tests, since Stryker cannot do that reliably with xunit.v3:
# - through VSTest, xunit.v3 runs its tests in a process of their own, where Stryker reaches no mutant;
# - through the Microsoft Testing Platform ("mtp", a preview) one process runs all mutants in a row: memory and hangs of one mutant
#   disturb the next, tests are not filtered, a first failure does not stop the run, and after some hangs the runner gives up, leaves
#   half of the mutants untested and prints a score of the others.
# So Stryker gets a project with one test, which puts the assembly with all mutants aside. Then Score.cs starts the real tests once for
# each mutant, in a process of its own, filtered, up to the first failure. A run that hangs counts as found, as with Stryker.
#
# All happens in a temporary folder, which is removed at the end; the repository is only read.
# STRYKER names a Stryker that is installed already; else 5.1.0 is installed into the temporary folder.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
area=${1:-}
lowest=${2:-0}
case $area in
    sse | accumulator | retry | all) ;;
    *) sed -n '4p' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
esac

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/data"
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

stryker=${STRYKER:-$work/tools/dotnet-stryker}
if [ ! -x "$stryker" ]; then
    dotnet tool install dotnet-stryker --version 5.1.0 --tool-path "$work/tools" > "$work/install.log" || { cat "$work/install.log" >&2; exit 2; }
fi

# Copies what is needed to build the runtime and its tests, as it stands in the working tree.
copy() {
    mkdir -p "$1"
    (cd "$root" && git ls-files -z --cached --others --exclude-standard -- \
        .editorconfig global.json Directory.Build.props Directory.Packages.props tests/Directory.Build.props tests/Directory.Build.targets \
        runtime/OpenRouter.Runtime runtime/OpenRouter.Extensions tests/OpenRouter.Runtime.Tests | xargs -0 cp --parents -t "$1")
}

quietly() {
    "$@" > "$work/step.log" 2>&1 || { tail -40 "$work/step.log" >&2; exit 2; }
}

tests=tests/OpenRouter.Runtime.Tests
copy "$work/tested"
quietly dotnet build "$work/tested/$tests" --nologo --disable-build-servers -v q
copy "$work/made"
find "$work/made/$tests" -name '*.cs' -delete
cp "$here/MutantCopy.cs" "$work/made/$tests"
cp "$here/stryker-config.json" "$work/made/$tests"
cp "$here/Score.cs" "$work"

# Its arguments: files to mutate, --, filters of the tests.
mutate() {
    local globs=() bin=$work/tested/$tests/bin/Debug/net10.0
    while [ "$1" != -- ]; do
        globs+=(-m "$1")
        shift
    done
    shift
    export MUTANT_COPY=$work/mutants.dll
    (cd "$work/made/$tests" && quietly "$stryker" --skip-version-check --output "$work/out" "${globs[@]}") || return 2
    cp "$work/mutants.dll" "$bin/OpenRouter.Runtime.dll" || return 2
    (cd "$work" && XDG_DATA_HOME=$work/data dotnet run Score.cs -- out/reports/mutation-report.json "$bin/OpenRouter.Runtime.Tests" "$lowest" "$@")
}

run() {
    local all=OpenRouter.Runtime.Tests
    echo "== $1"
    case $1 in
        # SseVectorTests, SplitCountTests and SseFuzzTests are left out: they repeat others over more splits and more bodies.
        sse)
            local name=OpenRouter.Runtime.Tests.Sse
            mutate '**/Sse/*.cs' -- -class "$name.SseParserTests" -class "$name.SseLimitTests" -class "$name.SseReaderTests" -class "$name.Utf8Tests" -class "$name.SseExceptionTests" \
                --then -class "$name.SsePropertyTests" --then -class "$name.SseMemoryTests"
            ;;
        accumulator)
            mutate '**/Streaming/ChatAccumulator*.cs' '**/Streaming/ToolCall*.cs' '**/Streaming/ToolArguments.cs' '**/Streaming/Reasoning*.cs' \
                '**/Streaming/MediaAssembly.cs' '**/Streaming/SoundAssembly.cs' '**/Streaming/ChoiceAssembly.cs' '**/Streaming/LogprobAssembly.cs' \
                '**/Streaming/AnswerBudget.cs' -- -namespace "$all.Accumulation" --then -namespace "$all.Streaming" -class- '*.LoopbackTests' \
                --then -namespace "$all.Wires"
            ;;
        retry)
            mutate '**/Http/Retries/*.cs' '**/Http/Clocks/*.cs' -- -namespace "$all.Retries" -namespace "$all.Clocks" \
                --then -class "$all.Streaming.CancellationTests" -class "$all.Telemetry.TelemetryTests"
            ;;
    esac
}

if [ "$area" = all ]; then
    failed=0
    for each in sse accumulator retry; do
        run "$each" || failed=1
    done
    exit "$failed"
fi

run "$area"
