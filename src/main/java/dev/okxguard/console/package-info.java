/// Talking to whoever runs the command: streams, tables, JSON, colour, questions.
///
/// Depends on `model` and Jackson. Knows nothing of OKX, and holds no opinion on exit codes.
package dev.okxguard.console;
