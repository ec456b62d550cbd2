/// OKX's answers as text: columns, names and values, times.
///
/// Depends on `console`, `model` and Jackson. Never changes the answer itself: `--json` prints it
/// as it came.
package dev.okxguard.cli.answer;
